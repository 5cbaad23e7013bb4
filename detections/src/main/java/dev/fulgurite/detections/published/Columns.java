package dev.fulgurite.detections.published;

import java.util.List;
import java.util.stream.Stream;

/// Lists of columns.
final class Columns {

    private Columns() {}

    /// Output columns with inner ones behind them.
    static List<String> of(List<String> output, String... inner) {
        return Stream.concat(output.stream(), Stream.of(inner)).distinct().toList();
    }
}
