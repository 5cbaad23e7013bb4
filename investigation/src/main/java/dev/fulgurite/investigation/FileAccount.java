package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of an evidence file, and of which time it tells.
///
/// @param first time of its earliest record; null when no record has one
/// @param last time of its latest record; null when no record has one
public record FileAccount(Ledger ledger, @Nullable Instant first, @Nullable Instant last) {

    /// The tables and channels that records of it belong to, the fullest first; its format when
    /// none was recognised.
    public String source() {
        Map<String, Long> tables = ledger.tables();
        return tables.isEmpty()
                ? ledger.format()
                : tables.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                                Map.Entry<String, Long>::getValue,
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
    }

    /// What should be known of it, a sentence each: that it was not read to its end, why records
    /// were left aside, that it was probably cut where it was exported.
    public List<String> warnings() {
        List<String> all = new ArrayList<>();
        if (!ledger.complete()) {
            all.add("not read to its end: import it again and it goes on from there");
        }
        all.addAll(ledger.warnings());
        return List.copyOf(all);
    }
}
