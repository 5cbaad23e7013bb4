package dev.fulgurite.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The peer of an ingest: DuckDB, in a file, takes each distinct line of an estate once, by its
/// SHA-256, into a table that holds what it took before. It neither understands nor links them.
final class FlatLines implements AutoCloseable {

    private final Connection connection;

    FlatLines(Path file) throws IOException {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE line (sha256 VARCHAR PRIMARY KEY, text JSON)");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// How many lines the estate has; it was written in the shape of data exports.
    long take(Path estate) throws IOException {
        String files = estate + "/**/*.jsonl";
        try (PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT OR IGNORE INTO line SELECT sha256(json), json FROM read_ndjson_objects(?)");
                PreparedStatement count =
                        connection.prepareStatement(
                                "SELECT count(*) FROM read_ndjson_objects(?)")) {
            insert.setString(1, files);
            insert.execute();
            count.setString(1, files);
            try (ResultSet answer = count.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
