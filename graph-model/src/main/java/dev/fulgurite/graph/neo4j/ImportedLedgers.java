package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.NodeRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ledgers of the files of an import, as `cypher/write/EvidenceFile.cypher` keeps them.
final class ImportedLedgers {

    private static final class File {
        private Ledger ledger;
        private List<Map<String, Object>> coverage = List.of();
        private final Set<String> places = new LinkedHashSet<>();
        private long stored;
        private long duplicate;

        /// Events that were set aside before the file was read to its end, and how many of these
        /// are stored by now.
        private long aside;

        private long asideStored;

        private File(Ledger ledger) {
            this.ledger = ledger.bare(false);
        }
    }

    private final Map<String, File> files = new LinkedHashMap<>();

    /// Takes over the ledger that came with a batch.
    ///
    /// @param aside how many of the batch's events were set aside
    /// @return whether it counts: that of a file that was read to its end before does not
    boolean add(Ledger ledger, BatchOutcome outcome, long aside, ImportedElements elements)
            throws IOException {
        File file = files.computeIfAbsent(ledger.sha256(), _ -> new File(ledger));
        file.places.add(ledger.name());
        boolean counts = !file.ledger.complete();
        if (counts) {
            file.ledger = ledger.bare(ledger.complete());
            file.stored += outcome.stored();
            file.duplicate += outcome.duplicate();
            file.aside += aside;
        }
        if (!ledger.coverage().isEmpty()) {
            file.coverage = Ledgers.coverageRows(ledger);
        }
        addAll("Reject", Ledgers.rejectRows(ledger), elements);
        return counts;
    }

    private static void addAll(
            String label, List<Map<String, Object>> rows, ImportedElements elements)
            throws IOException {
        for (Map<String, Object> row : rows) {
            elements.addNode(new NodeRef(label, String.valueOf(row.get("key"))), row);
        }
    }

    Optional<Ledger> ledger(String sha256) {
        return Optional.ofNullable(files.get(sha256))
                .map(file -> file.ledger.counting(file.stored, file.duplicate));
    }

    /// Adds the files as they are before the events set aside are stored, which counts these.
    void end(ImportedElements elements) throws IOException {
        for (File file : files.values()) {
            Map<String, @Nullable Object> properties =
                    new HashMap<>(Ledgers.properties(file.ledger));
            properties.put("complete", file.ledger.complete() && file.aside == 0);
            properties.put("places", new ArrayList<>(file.places));
            properties.put("stored", file.stored + file.duplicate - file.aside);
            properties.put("duplicate", 0L);
            addAll("Coverage", file.coverage, elements);
            elements.addFile(file.ledger.sha256(), properties);
        }
    }

    /// The ledger to store with a batch of events of a file that were set aside: with the last of
    /// them the file is read to its end, if it was.
    Ledger forAside(String sha256, long events) {
        File file = files.get(sha256);
        if (file == null) {
            throw new IllegalStateException("no file " + sha256 + " in this import");
        }
        file.asideStored += events;
        return file.asideStored < file.aside ? file.ledger.bare(false) : file.ledger;
    }
}
