package dev.fulgurite.investigation.copy;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A query that fetches, from Sentinel or Defender, the record that an element of the graph was
/// made of; for what many records name, those records.
///
/// ```java
/// KqlCopy.of(event); // AzureActivity | where TimeGenerated between (…) | where EventDataId == "…"
/// ```
public final class KqlCopy {

    /// Clocks of tables and exports agree to less than this.
    private static final Duration AROUND = Duration.ofSeconds(1);

    private static final Pattern GUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /// Relationships of one record of the cloud's activity, whose id is that of the record.
    private static final Set<String> OF_ACTIVITY = Set.of("INVOKED", "TARGETED", "OF", "FROM");

    private KqlCopy() {}

    /// Empty for a node that no log holds, such as an alert.
    public static Optional<String> of(Node node) {
        return node.get("table") instanceof String table
                ? Optional.of(record(table, node.properties()))
                : EntityQuery.of(node);
    }

    /// Empty for what no log says and a link inferred.
    public static Optional<String> of(Relationship one) {
        if (one.get("table") instanceof String table) {
            return Optional.of(record(table, one.properties()));
        }
        boolean activity = OF_ACTIVITY.contains(one.type()) && GUID.matcher(one.id()).matches();
        return activity && one.get("at") instanceof Instant at
                ? Optional.of(
                        "AzureActivity"
                                + where(around("TimeGenerated", at))
                                + where(equal("EventDataId", one.id())))
                : Optional.empty();
    }

    private static String record(String table, Map<String, Object> columns) {
        boolean windows = columns.get("channel") != null || columns.get("eventId") != null;
        return windows ? windowsRecord(table, columns) : tableRecord(table, columns);
    }

    /// By the columns that Microsoft names as identifying in each table, those that are there.
    private static String tableRecord(String table, Map<String, Object> columns) {
        boolean defender = table.startsWith("Device");
        StringBuilder query = new StringBuilder(table);
        time(query, defender ? "Timestamp" : "TimeGenerated", columns);
        List<String> names =
                defender
                        ? List.of("DeviceId", "DeviceName", "ReportId", "ActionType")
                        : List.of("EventDataId", "CorrelationId", "Id", "SourceRecordId");
        for (String name : names) {
            Object value = columns.get(name);
            if (value != null && !value.toString().isEmpty()) {
                boolean number = name.equals("ReportId") && value.toString().matches("\\d{1,18}");
                query.append(where(number ? name + " == " + value : equal(name, value.toString())));
            }
        }
        return query.toString();
    }

    private static void time(StringBuilder query, String column, Map<String, Object> columns) {
        if (columns.get("at") instanceof Instant at) {
            query.append(where(around(column, at)));
        }
    }

    /// Windows events come into Sentinel by one of several tables.
    private static String windowsRecord(String table, Map<String, Object> columns) {
        String channel = Objects.toString(columns.get("channel"), table);
        StringBuilder query = new StringBuilder(WindowsTables.of(channel));
        time(query, "TimeGenerated", columns);
        if (columns.get("computer") instanceof String computer && !computer.isEmpty()) {
            query.append(where("Computer =~ " + KqlText.string(computer)));
        }
        if (columns.get("eventId") instanceof Number id) {
            query.append(where("EventID == " + id));
        }
        if (columns.get("recordId") instanceof Number record) {
            String id = "column_ifexists(\"EventRecordId\", \"\")";
            query.append(where(id + " in (\"\", " + KqlText.string(record.toString()) + ")"));
        }
        return query.toString();
    }

    static String around(String column, Instant at) {
        return KqlText.between(column, at.minus(AROUND), at.plus(AROUND));
    }

    static String equal(String column, String value) {
        return column + " == " + KqlText.string(value);
    }

    static String where(String condition) {
        return "\n| where " + condition;
    }

    /// A node's names: that in its key and those that logs write.
    static Set<String> names(Node node) {
        Set<String> names = new LinkedHashSet<>();
        names.add(node.key().substring(node.key().indexOf(':') + 1));
        if (node.get("names") instanceof List<?> written) {
            written.forEach(name -> names.add(name.toString()));
        }
        return names;
    }
}
