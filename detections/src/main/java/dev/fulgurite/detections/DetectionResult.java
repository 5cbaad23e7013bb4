package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.List;

/// What one rule found.
///
/// @param columns names of the output columns, in order
/// @param rows the output columns only; the best first; in diff mode each has those of its own mode
/// @param alerts one for each row in linked mode that is more than informational, in the order of
///   the rows; none otherwise
/// @param differences one for each row in diff mode, in the order of the rows; none otherwise
public record DetectionResult(
        String rule,
        Mode mode,
        List<String> columns,
        List<Row> rows,
        Completeness completeness,
        List<Alert> alerts,
        List<Difference> differences) {

    public DetectionResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
        differences = List.copyOf(differences);
    }

    /// Of a rule that was not run for what it lacks.
    static DetectionResult blind(String rule, Mode mode, List<String> reasons) {
        return new DetectionResult(
                rule,
                mode,
                List.of(),
                List.of(),
                new Completeness.Blind(reasons),
                List.of(),
                List.of());
    }
}
