package dev.fulgurite.cli;

import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.Neighbourhood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `export`: an alert's case, or what stands around a node, to hand on.
@Command(
        name = "export",
        description =
                "Write a part of the graph with its evidence; its digest goes to standard error.",
        footer = {
            "",
            "Example:  fulgurite export --alert 3f9c --format graphml -o case.graphml",
            "          fulgurite export --around Host:device:4f2a --format png -o host.png",
            "Formats:  graphml (Gephi), json, cypher (replays into an empty Neo4j), png."
        })
final class ExportCommand implements Callable<Integer> {

    private static final int AROUND = 500;

    private final Console console;

    @Mixin private final GraphOption graph;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /// The part of the graph.
    static final class What {
        @Option(names = "--alert", paramLabel = "A", description = "The case of an alert.")
        private @Nullable String alert;

        @Option(
                names = "--around",
                paramLabel = "NODE",
                description = "A node and what stands beside it.")
        private @Nullable String around;
    }

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "graphml, json, cypher or png.")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to; - is standard output.")
    private String file = "";

    ExportCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        try (Investigation investigation = Investigation.open(graph.existing())) {
            Subgraph part = part(investigation);
            String digest =
                    file.equals("-")
                            ? investigation.export(part, format, console.bytes())
                            : investigation.export(part, format, target());
            console.note(
                    part.nodes().size()
                            + " nodes and "
                            + part.relationships().size()
                            + " relationships, with the events behind them");
            console.note("digest " + digest);
            return Exit.DONE;
        }
    }

    private Subgraph part(Investigation investigation) {
        if (what.alert != null) {
            return investigation.alert(what.alert).graph();
        }
        String node = what.around == null ? "" : what.around;
        Neighbourhood around = investigation.neighbourhood(investigation.find(node).ref(), AROUND);
        if (around.cut()) {
            console.note("first " + around.shown() + " of " + around.total() + " relationships");
        }
        return around.graph();
    }

    private Path target() {
        Path target = Path.of(file).toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvestigationException(Kind.UNKNOWN_PATH, folder + ": no such folder");
        }
        return target;
    }
}
