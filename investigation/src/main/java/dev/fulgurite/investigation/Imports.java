package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.TakenBack.Kept;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was imported and what became of it; finds imports by what an analyst calls them, and takes
/// them back.
final class Imports {

    private static final Pattern SHA256 = Pattern.compile("\\p{XDigit}{64}");

    /// Of a rejected record as many bytes are shown.
    private static final int REJECT_BYTES = 4096;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Read read;

    Imports(InvestigationGraph graph, CypherLibrary library, Read read) {
        this.graph = graph;
        this.library = library;
        this.read = read;
    }

    List<FileAccount> accounts() {
        Map<String, Row> periods = new HashMap<>();
        read.rows("file-periods", Map.of()).forEach(row -> periods.put(row.text("file"), row));
        return graph.ledgers().stream()
                .map(ledger -> account(ledger, periods.get(ledger.sha256())))
                .toList();
    }

    private static FileAccount account(Ledger ledger, @Nullable Row period) {
        return period == null
                ? new FileAccount(ledger, null, null)
                : new FileAccount(ledger, period.instant("first"), period.instant("last"));
    }

    List<RejectedRecord> rejects(String sha256, int limit) {
        List<Reject> rejects =
                graph.ledger(sha256).map(Ledger::rejects).orElse(List.of()).stream()
                        .limit(limit)
                        .toList();
        List<Evidence> places =
                rejects.stream()
                        .map(one -> new Evidence(sha256, one.offset(), REJECT_BYTES, one.line()))
                        .toList();
        List<EvidenceRecord> records =
                EvidenceReader.read(places, EvidenceOf.sources(places, read));
        List<RejectedRecord> all = new ArrayList<>();
        for (int i = 0; i < rejects.size(); i++) {
            Reject reject = rejects.get(i);
            EvidenceRecord record = records.get(i);
            all.add(
                    new RejectedRecord(
                            reject.record(),
                            reject.line(),
                            reject.reason(),
                            firstLine(record.raw()),
                            record.hash()));
        }
        return all;
    }

    private static String firstLine(String text) {
        // Where the file ends earlier, what was read is followed by zero bytes.
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).lines().findFirst().orElse("");
    }

    /// Bytes that were read under another name as well stay, and are named by that from then on.
    TakenBack undo(String file) {
        List<Ledger> files = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (Row row : named(file)) {
            List<String> others = row.list("others", String.class);
            if (others.isEmpty()) {
                String sha256 = row.text("sha256");
                graph.ledger(sha256).ifPresent(files::add);
                graph.undo(sha256);
            } else {
                String other = leave(row, others);
                row.list("named", String.class)
                        .forEach(name -> kept.add(new Kept(name, other, row.text("sha256"))));
            }
        }
        return new TakenBack(files, kept);
    }

    private String leave(Row row, List<String> places) {
        String name = places.contains(row.text("name")) ? row.text("name") : places.getFirst();
        int inside = name.indexOf(EvidenceFiles.MEMBER);
        Map<String, Object> parameters =
                Map.of(
                        "sha256",
                        row.text("sha256"),
                        "places",
                        places,
                        "name",
                        name,
                        "archive",
                        inside < 0 ? "" : name.substring(0, inside));
        String statement = library.file("write", "LostPlace").statement();
        graph.write(transaction -> transaction.run(statement, parameters));
        return name;
    }

    private List<Row> named(String file) {
        List<Row> rows = read.rows("imports", Map.of("name", name(file)));
        if (rows.isEmpty()) {
            throw new InvestigationException(
                    Kind.UNKNOWN_FILE,
                    "nothing was read from "
                            + file
                            + "; `ingest` again prints the names of all files, "
                            + "and a SHA-256 names one too");
        }
        return rows;
    }

    /// Files are kept by their absolute paths.
    private static String name(String file) {
        if (SHA256.matcher(file).matches()) {
            return file.toLowerCase(Locale.ROOT);
        }
        int inside = file.indexOf(EvidenceFiles.MEMBER);
        String path = inside < 0 ? file : file.substring(0, inside);
        String member = inside < 0 ? "" : file.substring(inside);
        try {
            return Path.of(path).toAbsolutePath().normalize() + member;
        } catch (InvalidPathException noPath) {
            return file;
        }
    }
}
