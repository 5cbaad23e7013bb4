package dev.fulgurite.cli;

import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.Csv;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `query`: an analyst's own Cypher.
@Command(
        name = "query",
        description = "Run read-only Cypher: at most 10,000 rows and 20 seconds.",
        footer = {
            "",
            "Example:  echo 'MATCH (h:Host) RETURN h.key AS host' | fulgurite query -",
            "          fulgurite query hosts.cypher --json"
        })
final class QueryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(
            paramLabel = "FILE|-",
            description = "A file with one statement; - is standard input.")
    private String file = "";

    @Option(names = "--json", description = "One JSON object a row.")
    private boolean json;

    QueryCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        String text = text();
        try (Investigation investigation = Investigation.open(graph.existing())) {
            print(investigation.query(text));
            investigation.unknownNames(text).forEach(console::note);
            return Exit.DONE;
        }
    }

    private String text() {
        try {
            return file.equals("-")
                    ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new InvestigationException(Kind.UNKNOWN_PATH, file + ": no such file", e);
        } catch (IOException e) {
            throw InvestigationException.file("cannot read", Path.of(file), e);
        }
    }

    private void print(Result result) {
        Table table = new Table(result.columns().toArray(String[]::new));
        for (Row row : result.rows()) {
            if (json) {
                console.json(row.values());
            } else {
                table.row(row.values().values().stream().map(Csv::text).toArray());
            }
        }
        table.print(console);
        if (result.cut()) {
            console.note(
                    "first " + result.rows().size() + " rows; there are more: narrow the query");
        }
    }
}
