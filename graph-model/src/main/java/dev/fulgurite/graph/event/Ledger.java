package dev.fulgurite.graph.event;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What became of the records of one evidence file: `read = stored + duplicate + outOfScope +
/// rejected`, always.
///
/// @param sha256 of the (unpacked) bytes, in lower-case hex
/// @param name the path it was read from, `archive.zip!/member` inside an archive
/// @param archive the archive's path, `""` when there is none
/// @param format `csv`, `jsonl`, `json`, …; `unknown` with a reason when it was not recognised
/// @param tables records by table, out-of-scope tables included
/// @param columns by table what any of its events says: names of the filled properties of carriers;
///   a table without usable records has none
/// @param reason why the whole file, or the rest of it, or records out of scope, were left aside;
///   `""` when nothing was
/// @param rejects the records that were rejected
/// @param coverage when it has records of which source; told with the last batch of a file
/// @param complete false while the file is being read: a killed ingest goes on from `read`
public record Ledger(
        String sha256,
        String name,
        String archive,
        long size,
        String format,
        Map<String, Long> tables,
        Map<String, Set<String>> columns,
        long read,
        long stored,
        long duplicate,
        long outOfScope,
        long rejected,
        String reason,
        List<Reject> rejects,
        List<Coverage> coverage,
        boolean complete) {

    /// At most this many rejects of a file are kept with their text; all are counted.
    public static final int KEPT_REJECTS = 10_000;

    /// Where advanced hunting, Log Analytics and hunting queries cut what they export.
    private static final Set<Long> STOPS = Set.of(10_000L, 30_000L, 100_000L);

    public Ledger {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        columns = sorted(columns);
        rejects = rejects.stream().sorted(Comparator.comparingLong(Reject::record)).toList();
        coverage = List.copyOf(coverage);
    }

    private static Map<String, Set<String>> sorted(Map<String, Set<String>> columns) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        columns.forEach((table, names) ->
                sorted.put(table, Collections.unmodifiableSet(new TreeSet<>(names))));
        return Collections.unmodifiableMap(sorted);
    }

    /// A record that could not be used. `record` and `line` count from 1, `offset` is in bytes.
    public record Reject(long record, long line, long offset, String reason) {}

    /// This ledger with the store's counts set.
    public Ledger counting(long storedNow, long duplicateNow) {
        return new Ledger(
                sha256,
                name,
                archive,
                size,
                format,
                tables,
                columns,
                read,
                storedNow,
                duplicateNow,
                outOfScope,
                rejected,
                reason,
                rejects,
                coverage,
                complete);
    }

    /// What should be known of a file though all its records were read, a sentence each.
    public List<String> warnings() {
        boolean cut = complete && STOPS.contains(read) && !format.equals("evtx");
        return cut
                ? List.of(
                        String.format(
                                Locale.ROOT,
                                "probably truncated: it has exactly %,d records, where exports stop;"
                                        + " export shorter periods",
                                read))
                : List.of();
    }

    /// This ledger without what is stored beside it (rejects and coverage), of a file that is read
    /// to its end or not.
    public Ledger bare(boolean isComplete) {
        return new Ledger(
                sha256,
                name,
                archive,
                size,
                format,
                tables,
                columns,
                read,
                stored,
                duplicate,
                outOfScope,
                rejected,
                reason,
                List.of(),
                List.of(),
                isComplete);
    }

    public boolean closes() {
        return read == stored + duplicate + outOfScope + rejected;
    }
}
