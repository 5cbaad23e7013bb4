package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.List;

/// What one rule found.
///
/// @param columns names of the output columns, in order
/// @param rows the output columns only; the best first
/// @param alerts one for each row in linked mode that is more than informational, in the order of
///   the rows; none otherwise
public record DetectionResult(
        String rule,
        Mode mode,
        List<String> columns,
        List<Row> rows,
        Completeness completeness,
        List<Alert> alerts) {

    public DetectionResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
    }
}
