package dev.fulgurite.cli;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.Csv;
import dev.fulgurite.investigation.FoundPaths;
import dev.fulgurite.investigation.FoundPaths.Trail;
import dev.fulgurite.investigation.GraphJson;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PathSearch;
import dev.fulgurite.investigation.Wording;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `path`: how two nodes hang together.
@Command(
        name = "path",
        description = "Show the shortest path between two nodes, or all of that length.",
        footer = {
            "",
            "Example:  fulgurite path upn:alice@contoso.com Command:whoami.exe",
            "          fulgurite path upn:alice@contoso.com Host:device:d1 --all \\",
            "                    --type INVOKED,TARGETED,IS"
        })
final class PathCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "Label:key, or key if one node has it.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Like FROM.")
    private String to = "";

    @Option(names = "--all", description = "All paths of the least number of steps, not one.")
    private boolean all;

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TYPE",
            description = "Go only over relationships of these types.")
    private Set<String> types = Set.of();

    @Option(
            names = "--longest",
            paramLabel = "STEPS",
            description = "No path of more steps (default and at most ${DEFAULT-VALUE}).")
    private int longest = PathSearch.LONGEST;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Show the first N paths (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object a path.")
    private boolean json;

    PathCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        PathSearch search = search();
        try (Investigation investigation = Investigation.open(graph.existing())) {
            NodeRef start = investigation.find(from).ref();
            NodeRef end = investigation.find(to).ref();
            FoundPaths found = investigation.paths(start, end, search);
            for (int i = 0; i < found.trails().size(); i++) {
                print(found.trails().get(i), i + 1);
            }
            if (found.trails().isEmpty()) {
                console.note(
                        "fulgurite: no path of up to "
                                + longest
                                + " steps over these relationships");
            } else if (found.cut()) {
                console.note(found.cutWords());
            }
            return Exit.DONE;
        }
    }

    private PathSearch search() {
        try {
            return new PathSearch(types, longest, limit, all);
        } catch (IllegalArgumentException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(Trail trail, int number) {
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("path", number);
            object.put("nodes", trail.nodes().stream().map(GraphJson::node).toList());
            object.put(
                    "relationships", trail.steps().stream().map(GraphJson::relationship).toList());
            console.json(object);
            return;
        }
        if (number > 1) {
            console.line("");
        }
        Table table = new Table("STEP", "NODE", "NAME", "TIME", "CONFIDENCE");
        table.row(
                "", trail.nodes().getFirst().ref(), Wording.name(trail.nodes().getFirst()), "", "");
        for (int i = 0; i < trail.steps().size(); i++) {
            step(table, trail.steps().get(i), trail.nodes().get(i + 1));
        }
        table.print(console);
    }

    /// The arrow points as the relationship does, which may be back.
    private static void step(Table table, Relationship step, Node node) {
        boolean onward = step.to().equals(node.ref());
        table.row(
                onward ? step.type() + " →" : "← " + step.type(),
                node.ref(),
                Wording.name(node),
                Csv.text(step.get("at")),
                step.inferredBy() == null
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", step.confidence()));
    }
}
