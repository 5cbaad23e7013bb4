package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Ids of events: what a record brings, or else a hash over what makes it one event in every
/// export.
final class EventId {

    private static final int KEPT_BYTES = 13;

    private static final int HOUR_DIGITS = 6;

    private static final long SECONDS_IN_HOUR = 3600;

    private static final Set<String> NOT_HASHED = Set.of("$table", "TableName", "Type");

    private EventId() {}

    /// What a record brings, in lower case; `""` when it is blank or all zeros, which stand for no
    /// id and would make one event of many.
    static String own(String written) {
        String id = written.strip().toLowerCase(Locale.ROOT);
        return Guid.isNobody(id) ? "" : id;
    }

    /// From its time and the parts that together with it name the event. Begins with the hour, so
    /// that what happened together lies together in the database's indexes.
    static String of(Instant at, String... parts) {
        String said = String.join("\u001F", parts) + "\u001F" + LogTime.written(at);
        byte[] hash = sha256().digest(said.getBytes(StandardCharsets.UTF_8));
        int hour = (int) Math.floorDiv(at.getEpochSecond(), SECONDS_IN_HOUR);
        return HexFormat.of().toHexDigits(hour, HOUR_DIGITS)
                + HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
    }

    /// From all that the record says, but for the name of its table.
    ///
    /// @param timeColumn is hashed as the time it is, not as written
    static String ofColumns(Columns columns, String timeColumn, Instant at) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String name : columns.names()) {
            if (!NOT_HASHED.contains(name) && !name.equals(timeColumn)) {
                all.put(name, columns.text(name));
            }
        }
        return ofColumns(all, at);
    }

    /// @param columns are all that the record says, but for its time
    static String ofColumns(Map<String, ?> columns, Instant at) {
        return of(
                at,
                new TreeMap<>(columns)
                        .entrySet().stream()
                                .filter(column -> !column.getValue().toString().isEmpty())
                                .flatMap(column ->
                                        Stream.of(column.getKey(), column.getValue().toString()))
                                .toArray(String[]::new));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
