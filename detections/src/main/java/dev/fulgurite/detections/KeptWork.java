package dev.fulgurite.detections;

import dev.fulgurite.detections.KeptRows.Given;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.List;

/// What post-processing made of a rule's rows last, kept while it would make the same of them.
final class KeptWork {

    private record Kept(Given given, Settings settings, List<Row> rows) {}

    private final LastMade<Kept> byRule = new LastMade<>();

    /// @param given the rows that are kept themselves: others are others even if they are equal
    @SuppressWarnings("ReferenceEquality") // to compare all rows would take longer than the work
    List<Row> of(String rule, PostProcessor processor, Given given, Settings settings) {
        if (!processor.timeless(given.rows(), settings)) {
            return processor.process(given.rows(), settings);
        }
        Settings timeless = settings.at(Instant.EPOCH);
        Kept kept = byRule.of(rule);
        if (kept == null || kept.given() != given || !kept.settings().equals(timeless)) {
            kept = new Kept(given, timeless, processor.process(given.rows(), settings));
            byRule.keep(rule, kept);
        }
        return kept.rows();
    }
}
