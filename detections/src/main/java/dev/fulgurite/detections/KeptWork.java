package dev.fulgurite.detections;

import dev.fulgurite.detections.KeptRows.Given;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// What post-processing made of a rule's rows last, kept while it would make the same of them.
final class KeptWork {

    private record Kept(Given given, Settings settings, Found found) {}

    private final LastMade<Kept> byRule = new LastMade<>();

    /// @param found what is told of the rows
    /// @param given the rows that are kept themselves: others are others even if they are equal
    @SuppressWarnings("ReferenceEquality") // to compare all rows would take longer than the work
    Found of(
            String rule,
            PostProcessor processor,
            Given given,
            Settings settings,
            Function<List<Row>, Found> found) {
        if (!processor.timeless(given.rows(), settings)) {
            return found.apply(processor.process(given.rows(), settings));
        }
        Settings timeless = settings.at(Instant.EPOCH);
        Kept kept = byRule.of(rule);
        if (kept == null || kept.given() != given || !kept.settings().equals(timeless)) {
            List<Row> rows = processor.process(given.rows(), settings);
            kept = new Kept(given, timeless, found.apply(rows).lasting());
            byRule.keep(rule, kept);
        }
        return kept.found();
    }
}
