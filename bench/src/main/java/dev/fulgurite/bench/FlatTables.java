package dev.fulgurite.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The log tables of an estate as flat tables of a peer, which answers the published queries as
/// SQL. Times are kept as their text, which sorts like them.
final class FlatTables implements AutoCloseable {

    private static final Map<String, String> FOLDERS =
            Map.of(
                    "AzureActivity", "azure",
                    "DeviceEvents", "defender",
                    "DeviceFileEvents", "defender",
                    "DeviceLogonEvents", "defender");

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "AzureActivity",
                    List.of(
                            "TimeGenerated",
                            "OperationName",
                            "OperationNameValue",
                            "ActivityStatusValue",
                            "CorrelationId",
                            "Caller",
                            "CallerIpAddress",
                            "Authorization",
                            "Claims",
                            "SubscriptionId",
                            "_SubscriptionId",
                            "ResourceId",
                            "_ResourceId",
                            "Resource",
                            "ResourceGroup",
                            "ResourceProvider"),
                    "DeviceEvents",
                    List.of(
                            "TimeGenerated",
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "InitiatingProcessFileName",
                            "InitiatingProcessCommandLine",
                            "InitiatingProcessAccountName",
                            "AdditionalFields",
                            "ReportId"),
                    "DeviceFileEvents",
                    List.of(
                            "TimeGenerated",
                            "DeviceName",
                            "ActionType",
                            "FileName",
                            "FileSize",
                            "InitiatingProcessFileName"),
                    "DeviceLogonEvents",
                    List.of("TimeGenerated", "ActionType", "AccountName", "LogonType"));

    private static final List<String> NUMBERS = List.of("FileSize", "ReportId");

    private static final int BATCH = 10_000;

    private final String name;
    private final Connection connection;

    private FlatTables(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /// DuckDB with the tables of an estate, which was written in the shape of data exports.
    static FlatTables duckdb(Path estate) throws SQLException {
        FlatTables tables = new FlatTables("duckdb", DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = tables.connection.createStatement()) {
            for (String table : COLUMNS.keySet()) {
                statement.execute(
                        String.format(
                                Locale.ROOT,
                                "CREATE TABLE %s AS SELECT * FROM read_json('%s/%s/%s-*.jsonl', columns = {%s})",
                                table,
                                estate,
                                FOLDERS.get(table),
                                table,
                                declared(table, "'%s': '%s'")));
            }
        }
        return tables;
    }

    /// SQLite with the rows of another, and the indexes that help it.
    static FlatTables sqlite(FlatTables rows) throws SQLException {
        FlatTables tables = new FlatTables("sqlite", DriverManager.getConnection("jdbc:sqlite:"));
        try (Statement statement = tables.connection.createStatement()) {
            tables.connection.setAutoCommit(false);
            for (String table : COLUMNS.keySet()) {
                statement.execute(
                        "CREATE TABLE " + table + " (" + declared(table, "\"%s\" %s") + ")");
                tables.copy(rows, table);
            }
            for (String index :
                    List.of(
                            "AzureActivity (OperationNameValue COLLATE NOCASE)",
                            "DeviceFileEvents (InitiatingProcessFileName)",
                            "DeviceEvents (InitiatingProcessFileName COLLATE NOCASE)",
                            "DeviceLogonEvents (AccountName, ActionType, LogonType)")) {
                String table = index.substring(0, index.indexOf(' '));
                statement.execute("CREATE INDEX " + table + "_index ON " + index);
            }
            statement.execute("ANALYZE");
            tables.connection.commit();
        }
        return tables;
    }

    private static String declared(String table, String form) {
        return COLUMNS.getOrDefault(table, List.of()).stream()
                .map(column ->
                        String.format(
                                Locale.ROOT,
                                form,
                                column,
                                NUMBERS.contains(column) ? "BIGINT" : "VARCHAR"))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    private void copy(FlatTables from, String table) throws SQLException {
        int width = COLUMNS.getOrDefault(table, List.of()).size();
        String insert = "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(width - 1) + ")";
        try (Statement read = from.connection.createStatement();
                ResultSet rows = read.executeQuery("SELECT * FROM " + table);
                PreparedStatement write = connection.prepareStatement(insert)) {
            int waiting = 0;
            while (rows.next()) {
                for (int column = 1; column <= width; column++) {
                    write.setObject(column, rows.getObject(column));
                }
                write.addBatch();
                if (++waiting == BATCH) {
                    write.executeBatch();
                    waiting = 0;
                }
            }
            write.executeBatch();
        }
    }

    String name() {
        return name;
    }

    /// Its form of a rule's published query; none where there is no such form.
    Optional<String> query(String rule) {
        try (var file = FlatTables.class.getResourceAsStream(name + "/" + rule + ".sql")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All rows of a query, which has at most one `?`.
    List<Map<String, String>> rows(String query, String parameter) throws SQLException {
        List<Map<String, String>> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (query.contains("?")) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int column = 1; column <= width; column++) {
                        String label = rows.getMetaData().getColumnLabel(column);
                        row.put(label, String.valueOf(rows.getObject(column)));
                    }
                    all.add(row);
                }
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// The time of the last record.
    String latest() throws SQLException {
        String latest = "";
        for (String table : COLUMNS.keySet()) {
            String query = "SELECT max(TimeGenerated) AS latest FROM " + table;
            String here = String.valueOf(rows(query, "").getFirst().get("latest"));
            latest = here.compareTo(latest) > 0 ? here : latest;
        }
        return latest;
    }
}
