package dev.fulgurite.cli;

import dev.fulgurite.detections.Completeness;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.Csv;
import dev.fulgurite.investigation.Investigation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `detect`: runs rules; linked mode raises alerts.
@Command(
        name = "detect",
        description = "Run detections, all of them when none is named; prints every row found.",
        footer = {
            "",
            "Example:  fulgurite detect run-command-linked --from 2026-03-01T00:00:00Z",
            "          fulgurite detect --set cloud-to-host-chain.hours=48 --json"
        })
final class DetectCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(paramLabel = "ID", description = "Rules, as `fulgurite rules` lists them.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--mode", description = "linked (default), published or diff.")
    private Mode mode = Mode.LINKED;

    @Option(names = "--now", paramLabel = "T", description = "The clock of the run; default: now.")
    private Instant now = Instant.now();

    @Option(names = "--from", paramLabel = "T", description = "Leave out rows before this time.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "T", description = "Leave out rows after this time.")
    private @Nullable Instant to;

    @Option(
            names = "--set",
            paramLabel = "[RULE.]NAME=VALUE",
            description = "Set a parameter of a rule.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "A folder with detections of your own, one .cypher file each; new ones are tried on their examples first.")
    private @Nullable Path own;

    @ArgGroup private Format format = new Format();

    /// How rows are printed.
    static final class Format {
        @Option(names = "--json", description = "One JSON object a row, then one a rule.")
        private boolean json;

        @Option(names = "--csv", description = "Comma-separated values, a header for each rule.")
        private boolean csv;
    }

    DetectCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        DetectionRequest request = new DetectionRequest(mode, now, from, to, settings);
        try (Investigation investigation = Investigation.open(graph.existing(), own)) {
            Progress progress = new Progress(console, () -> false);
            List<DetectionResult> results = investigation.detect(rules, request, progress);
            if (results.isEmpty()) {
                console.note(
                        "No rule has a " + mode.word() + " form; --mode linked runs them all.");
            }
            if (rules.isEmpty() && own != null) {
                refused(investigation.rules());
            }
            if (format.json) {
                json(results);
            } else {
                results.forEach(format.csv ? this::csv : this::table);
            }
            return results.stream().mapToInt(DetectCommand::exit).reduce(Exit.DONE, Exit::of);
        }
    }

    private void refused(List<RuleState> states) {
        states.stream()
                .filter(state -> state.state() == RuleState.State.REFUSED)
                .forEach(state ->
                        state.reasons().forEach(reason -> console.note("not run: " + reason)));
    }

    private void json(List<DetectionResult> results) {
        for (DetectionResult result : results) {
            for (int i = 0; i < result.rows().size(); i++) {
                Map<String, @Nullable Object> object = named(result);
                object.put("row", result.rows().get(i).values());
                if (!result.differences().isEmpty()) {
                    object.put("only", result.differences().get(i).only().word());
                    object.put("why", result.differences().get(i).why());
                }
                console.json(object);
            }
        }
        for (DetectionResult result : results) {
            Map<String, @Nullable Object> object = named(result);
            object.put("rows", result.rows().size());
            object.put("completeness", result.completeness().word());
            object.put("blind", reasons(result));
            console.json(object);
        }
    }

    private static Map<String, @Nullable Object> named(DetectionResult result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", result.rule());
        object.put("mode", result.mode().word());
        return object;
    }

    private void csv(DetectionResult result) {
        boolean differing = !result.differences().isEmpty();
        if (!result.rows().isEmpty()) {
            List<String> header = new ArrayList<>(differing ? List.of("only", "why") : List.of());
            header.addAll(result.columns());
            console.line(Csv.line(header));
        }
        for (int i = 0; i < result.rows().size(); i++) {
            List<@Nullable Object> cells = new ArrayList<>();
            if (differing) {
                cells.add(result.differences().get(i).only().word());
                cells.add(result.differences().get(i).why());
            }
            Map<String, @Nullable Object> values = result.rows().get(i).values();
            result.columns().forEach(column -> cells.add(values.get(column)));
            console.line(Csv.line(cells));
        }
        console.note(summary(result));
    }

    private void table(DetectionResult result) {
        console.line(summary(result));
        reasons(result).forEach(reason -> console.line("    blind: " + reason));
        for (int i = 0; i < result.rows().size(); i++) {
            console.line("");
            if (!result.differences().isEmpty()) {
                console.line("  only " + result.differences().get(i).only().word());
                console.line("    " + result.differences().get(i).why());
            }
            result.rows()
                    .get(i)
                    .values()
                    .forEach((column, value) ->
                            console.line("    " + column + ": " + Csv.text(value)));
        }
        console.line("");
    }

    private static String summary(DetectionResult result) {
        int rows = result.rows().size();
        return result.rule()
                + " ("
                + result.mode().word()
                + "): "
                + rows
                + (rows == 1 ? " row, " : " rows, ")
                + result.completeness().word();
    }

    private static List<String> reasons(DetectionResult result) {
        return result.completeness() instanceof Completeness.Blind blind
                ? blind.reasons()
                : List.of();
    }

    private static int exit(DetectionResult result) {
        if (!result.rows().isEmpty()) {
            return Exit.FOUND;
        }
        return result.completeness() instanceof Completeness.Complete ? Exit.DONE : Exit.BLIND;
    }
}
