package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds imports by what an analyst calls them, and takes them back.
final class Imports {

    private static final Pattern SHA256 = Pattern.compile("\\p{XDigit}{64}");

    private final InvestigationGraph graph;
    private final Read read;

    Imports(InvestigationGraph graph, Read read) {
        this.graph = graph;
        this.read = read;
    }

    /// The ledgers, as they stood, of what was taken back.
    List<Ledger> undo(String file) {
        List<Ledger> ledgers = named(file);
        ledgers.forEach(ledger -> graph.undo(ledger.sha256()));
        return ledgers;
    }

    private List<Ledger> named(String file) {
        List<Ledger> ledgers = new ArrayList<>();
        for (Row row : read.rows("imports", Map.of("name", name(file)))) {
            graph.ledger(row.text("sha256")).ifPresent(ledgers::add);
        }
        if (ledgers.isEmpty()) {
            throw new InvestigationException(
                    Kind.UNKNOWN_FILE,
                    "nothing was read from "
                            + file
                            + "; `ingest` again prints the names of all files, "
                            + "and a SHA-256 names one too");
        }
        return ledgers;
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
