package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the parts of a script text together and says which are missing.
@AutoService(LinkStep.class)
public final class ScriptBlocks implements LinkStep {

    /// A record may claim any number of parts; this many missing ones are listed.
    private static final int LISTED = 1_000;

    private static final int NAMED = 10;

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, List<Row>> blocks = new TreeMap<>();
        for (Row part : read) {
            String id = "block|" + part.text("machine") + "|" + part.text("scriptBlockId");
            blocks.computeIfAbsent(id, _ -> new ArrayList<>()).add(part);
        }
        List<Row> rows = new ArrayList<>();
        blocks.forEach((id, parts) -> rows.add(row(id, parts)));
        return rows;
    }

    private static Row row(String id, List<Row> parts) {
        NavigableMap<Long, Row> byNumber = new TreeMap<>();
        parts.forEach(part -> byNumber.merge(part.number("part"), part, ScriptBlocks::first));
        long last = byNumber.lastKey();
        long count =
                Math.max(
                        last,
                        parts.stream().mapToLong(part -> part.number("parts")).max().orElse(1));
        List<Long> missing = missing(byNumber, count);
        Row first = byNumber.firstEntry().getValue();
        TreeSet<Instant> times =
                parts.stream()
                        .map(part -> Objects.requireNonNull(part.instant("at")))
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        for (String column :
                List.of("host", "machine", "scriptBlockId", "text", "path", "account")) {
            row.put(column, first.text(column));
        }
        row.put("processId", first.get("processId"));
        row.put("start", times.first());
        row.put("end", times.last());
        row.put("parts", count);
        row.put("missing", missing);
        row.put("gap", gap(missing, count - byNumber.size(), count));
        row.put(
                "length",
                byNumber.values().stream().mapToLong(part -> part.number("length")).sum());
        row.put("fingerprint", count == byNumber.size() ? fingerprint(byNumber) : "");
        row.put("confidence", 1.0);
        row.put("reason", "its parts bear the id of the script block");
        row.put(
                "evidence",
                parts.stream()
                        .flatMap(part -> part.list("evidence", String.class).stream())
                        .distinct()
                        .sorted()
                        .toList());
        return Row.of(row);
    }

    /// Of two events that tell the same part, the earlier one.
    private static Row first(Row one, Row other) {
        Instant at = Objects.requireNonNull(one.instant("at"));
        int order = at.compareTo(Objects.requireNonNull(other.instant("at")));
        boolean earlier =
                order < 0 || (order == 0 && one.text("event").compareTo(other.text("event")) <= 0);
        return earlier ? one : other;
    }

    private static List<Long> missing(SortedMap<Long, Row> parts, long count) {
        List<Long> missing = new ArrayList<>();
        for (long part = 1; part <= count && missing.size() < LISTED; part++) {
            if (!parts.containsKey(part)) {
                missing.add(part);
            }
        }
        return missing;
    }

    /// `part 3 of 7 missing`; `""` when none is.
    private static String gap(List<Long> missing, long all, long count) {
        if (missing.isEmpty()) {
            return "";
        }
        String named =
                missing.stream()
                        .limit(NAMED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        String more = all > NAMED ? " and " + (all - NAMED) + " more" : "";
        return (all == 1 ? "part " : "parts ") + named + more + " of " + count + " missing";
    }

    private static String fingerprint(SortedMap<Long, Row> parts) {
        return Hashes.sha256Hex(
                parts.values().stream()
                        .map(part -> part.text("hash"))
                        .collect(Collectors.joining("\n")));
    }
}
