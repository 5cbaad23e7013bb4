package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogFormat;
import dev.fulgurite.ingest.format.Place;
import dev.fulgurite.ingest.source.LogSource;
import dev.fulgurite.ingest.source.LogSources;
import dev.fulgurite.ingest.source.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts what becomes of one file's records.
final class Tally {

    private static final int NAMED_EVENT_IDS = 3;
    private static final String INCOMPLETE = "records without ";

    private final SeenFile seen;
    private final LogSources sources;
    private final Map<String, long[]> tables = new HashMap<>();
    private final Map<String, Set<String>> tablesByReason = new LinkedHashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final SeenColumns columns = new SeenColumns();
    private final SeenSources coverage = new SeenSources();
    private final List<String> remarks = new ArrayList<>();
    private int rejectsHandedOn;
    private long read;
    private long stored;
    private long duplicate;
    private long outOfScope;
    private long rejected;

    Tally(SeenFile seen, LogSources sources) {
        this.seen = seen;
        this.sources = sources;
    }

    /// Takes over the counts of an ingest that was stopped.
    void goOnFrom(Ledger known) {
        read = known.read();
        stored = known.stored();
        duplicate = known.duplicate();
        outOfScope = known.outOfScope();
        rejected = known.rejected();
        rejects.addAll(known.rejects());
        rejectsHandedOn = rejects.size();
        known.tables().forEach((table, count) -> tables.put(table, new long[] {count}));
        columns.goOnFrom(known.columns());
        noteIncomplete(known.reason());
        Set<String> readTables =
                sources.all().stream().map(LogSource::table).collect(Collectors.toSet());
        known.tables().keySet().stream()
                .filter(table -> !readTables.contains(table))
                .forEach(table -> leftAside(table, LogSources.reason(table)));
    }

    private void noteIncomplete(String reason) {
        for (String part : reason.split("; ", -1)) {
            int at = part.indexOf(": " + INCOMPLETE);
            if (at >= 0) {
                leftAside(part.substring(0, at), part.substring(at + 2));
            }
        }
    }

    /// Takes note of when a record was written; also of one that was read before, for what is told
    /// is told of the whole file.
    void saw(@Nullable Sighting sighting) {
        coverage.add(sighting);
    }

    long read() {
        return read;
    }

    /// @param missing fields that the record should have and lacks
    void event(String table, Event event, GraphEvent mapped, List<String> missing) {
        read++;
        count(table);
        columns.add(table, event, mapped);
        if (!missing.isEmpty()) {
            leftAside(table, INCOMPLETE + String.join(", ", missing));
        }
    }

    void outOfScope(String table, String reason) {
        read++;
        outOfScope++;
        count(table);
        leftAside(table, reason);
    }

    void unusable(String table, Place place, String reason) {
        count(table);
        reject(place, reason);
    }

    void reject(Place place, String reason) {
        read++;
        rejected++;
        if (rejects.size() < Ledger.KEPT_REJECTS) {
            rejects.add(new Reject(place.number(), place.line(), place.offset(), reason));
        }
    }

    /// What is to be known of the file besides its records.
    void remark(List<String> words) {
        remarks.addAll(words);
    }

    void add(BatchOutcome outcome) {
        stored += outcome.stored();
        duplicate += outcome.duplicate();
    }

    /// The ledger to store with a batch. Of the rejects it has those only that no batch before had.
    Ledger batchLedger(boolean complete) {
        List<Reject> fresh = List.copyOf(rejects.subList(rejectsHandedOn, rejects.size()));
        rejectsHandedOn = rejects.size();
        return ledger(complete, fresh);
    }

    Ledger ledger(boolean complete) {
        return ledger(complete, rejects);
    }

    private Ledger ledger(boolean complete, List<Reject> withRejects) {
        boolean noLog = complete && isNoLog();
        Map<String, Long> counts = new TreeMap<>();
        if (!noLog) {
            tables.forEach((table, count) -> counts.put(table, count[0]));
        }
        return new Ledger(
                seen.sha256(),
                seen.member().name(),
                seen.member().archive(),
                seen.size(),
                (noLog ? LogFormat.UNKNOWN : seen.found().format()).written(),
                counts,
                columns.byTable(),
                noLog ? 0 : read,
                stored,
                duplicate,
                noLog ? 0 : outOfScope,
                rejected,
                reason(noLog),
                withRejects,
                complete && !noLog ? coverage.list() : List.of(),
                complete);
    }

    /// A JSON document, or a single line, that is no record of anything: settings, say.
    private boolean isNoLog() {
        LogFormat format = seen.found().format();
        boolean document = format == LogFormat.JSON || (format == LogFormat.JSONL && read == 1);
        return document
                && read == outOfScope
                && tables.keySet().equals(Set.of(LogSources.UNRECOGNISED));
    }

    private String reason(boolean noLog) {
        List<String> reasons = new ArrayList<>();
        if (seen.problem() != null) {
            reasons.add(seen.problem().reason());
        }
        if (noLog) {
            reasons.add("a JSON document, but no record of a known table");
        } else if (!seen.found().reason().isEmpty()) {
            reasons.add(seen.found().reason());
        } else if (read == 0) {
            reasons.add("no records");
        }
        reasons.addAll(remarks);
        if (!noLog) {
            tablesByReason.forEach((reason, named) -> reasons.add(names(named) + ": " + reason));
        }
        return String.join("; ", reasons);
    }

    /// The tables in a few words: of a Windows channel with many event ids only how many.
    private static String names(Set<String> tables) {
        Map<String, List<String>> byChannel = new LinkedHashMap<>();
        for (String table : tables) {
            int blank = table.lastIndexOf(' ');
            String channel = blank < 0 ? table : table.substring(0, blank);
            byChannel.computeIfAbsent(channel, _ -> new ArrayList<>()).add(table);
        }
        return byChannel.entrySet().stream()
                .map(entry ->
                        entry.getValue().size() > NAMED_EVENT_IDS
                                ? entry.getKey() + " (" + entry.getValue().size() + " event ids)"
                                : String.join(", ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void leftAside(String table, String reason) {
        tablesByReason.computeIfAbsent(reason, _ -> new TreeSet<>()).add(table);
    }

    private void count(String table) {
        tables.computeIfAbsent(table, _ -> new long[1])[0]++;
    }
}
