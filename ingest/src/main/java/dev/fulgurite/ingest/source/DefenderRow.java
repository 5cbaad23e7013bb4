package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a Defender for Endpoint table, taken out of whichever shape it came in: advanced
/// hunting (`Timestamp`), Log Analytics (`TimeGenerated`, `Type`), or the streaming API, which
/// wraps it in `properties`.
record DefenderRow(String id, Instant at, HostIdentity host, Columns columns) {

    private static final String STREAMED = "AdvancedHunting-";

    static boolean isOf(String table, LogRecord record) {
        Columns columns = record.columns();
        String category = columns.text("category");
        if (category.startsWith(STREAMED)) {
            return category.substring(STREAMED.length()).equalsIgnoreCase(table);
        }
        if (!columns.has("TimeGenerated") && !columns.has("Timestamp")) {
            return false;
        }
        String named = columns.first("Type", "$table");
        return named.isEmpty()
                ? DefenderTables.byColumns(columns).equals(table)
                : named.equalsIgnoreCase(table);
    }

    static DefenderRow of(String table, LogRecord record) throws BadRecord {
        Columns outer = record.columns();
        Columns row =
                outer.text("category").startsWith(STREAMED) ? outer.object("properties") : outer;
        String time = row.text("Timestamp").isEmpty() ? "TimeGenerated" : "Timestamp";
        Instant at =
                row.text(time).isEmpty() && row != outer
                        ? Required.time(outer, "time")
                        : Required.time(row, time);
        HostIdentity host = Required.host(row);
        return new DefenderRow(id(table, row, time, at), at, host, row);
    }

    private static String id(String table, Columns row, String time, Instant at) {
        String device = row.text("DeviceName").strip().toLowerCase(Locale.ROOT);
        String report = row.text("ReportId").strip();
        return device.isEmpty() || report.isEmpty()
                ? EventId.ofColumns(row, time, at)
                : EventId.of(at, table, device, report);
    }

    /// The process that the row names as the one that acted.
    ProcessIdentity process(Map<String, Object> kept) {
        return new ProcessIdentity(
                columns.text("InitiatingProcessFileName"),
                kept.get("InitiatingProcessId") instanceof Long id ? id : null,
                created(),
                columns.text("InitiatingProcessCommandLine"));
    }

    private @Nullable Instant created() {
        return LogTime.parse(columns.text("InitiatingProcessCreationTime"));
    }

    /// The same process by the path of its image, and without what the row keeps as columns.
    ProcessIdentity initiator() {
        return new ProcessIdentity(
                path("InitiatingProcessFolderPath", "InitiatingProcessFileName"),
                number("InitiatingProcessId"),
                created(),
                columns.text("InitiatingProcessCommandLine"));
    }

    /// The path of a file: some columns of folders end with its name, some do not.
    String path(String folderColumn, String nameColumn) {
        String folder = columns.text(folderColumn).strip();
        String name = columns.text(nameColumn).strip();
        boolean whole =
                name.isEmpty()
                        || folder.regionMatches(
                                true, folder.length() - name.length(), name, 0, name.length());
        return whole && !folder.isEmpty() ? folder : name;
    }

    /// Null when the column is no number.
    @Nullable Long number(String column) {
        return WindowsNumber.parse(columns.text(column));
    }

    /// The account whose columns begin with `prefix`.
    AccountIdentity account(String prefix) {
        return new AccountIdentity(
                columns.text(prefix + "AccountSid").strip(),
                columns.text(prefix + "AccountDomain").strip(),
                columns.text(prefix + "AccountName").strip());
    }
}
