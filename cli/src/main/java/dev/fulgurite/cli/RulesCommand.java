package dev.fulgurite.cli;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.OwnRule;
import dev.fulgurite.investigation.RuleCheck;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rules`: the catalogue and its state on this graph.
@Command(
        name = "rules",
        description = "List the detections and whether each can work on this graph.",
        footer = {
            "",
            "Example:  fulgurite rules cloud-to-host-chain",
            "          fulgurite rules --check my-rules/"
        })
final class RulesCommand implements Callable<Integer> {

    private static final int MOST_GAPS = 50;

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Tell all about one rule.")
    private @Nullable String id;

    @Option(
            names = "--check",
            paramLabel = "DIR",
            description =
                    "Check a folder with detections of your own, and what their examples give; code 1 when one is refused.")
    private @Nullable Path own;

    @Option(names = "--json", description = "One JSON object a rule.")
    private boolean json;

    RulesCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        GraphLocation location = graph.location();
        try (Investigation investigation = Investigation.open(location, own)) {
            if (own != null && id == null) {
                return check(investigation.ownRules(), own);
            }
            List<RuleState> rules =
                    id == null ? investigation.rules() : List.of(investigation.rule(id));
            if (json) {
                rules.forEach(rule -> console.json(object(rule)));
            } else if (id == null) {
                table(rules);
            } else {
                investigation.describe(id).forEach((key, text) -> console.line(key + ": " + text));
                table(rules);
            }
            gaps(investigation.gaps());
            console.note(
                    "graph: "
                            + investigation.location()
                            + "  (default: "
                            + GraphLocation.standard()
                            + ")");
            boolean refused =
                    rules.stream().anyMatch(rule -> rule.state() == RuleState.State.REFUSED);
            return own != null && refused ? Exit.FAILED : Exit.DONE;
        }
    }

    private int check(List<OwnRule> rules, Path folder) {
        if (json) {
            rules.forEach(rule -> console.json(object(rule)));
        } else if (!rules.isEmpty()) {
            Table table = new Table("RULE", "STATE", "EXAMPLES", "TITLE");
            for (OwnRule rule : rules) {
                List<RuleCheck.Outcome> examples = rule.check().examples();
                long hold = examples.stream().filter(RuleCheck.Outcome::holds).count();
                String held = hold + " of " + examples.size();
                table.row(rule.state().rule(), word(rule), held, rule.state().title());
            }
            table.print(console);
            rules.forEach(rule -> reasons(rule).forEach(console::line));
        }
        rules.stream()
                .filter(OwnRule::replaces)
                .forEach(rule ->
                        console.note(
                                rule.state().rule()
                                        + ": takes the place of the packaged rule of this name"));
        if (rules.isEmpty()) {
            console.note(folder + ": no rules (files that end with .cypher)");
        }
        boolean good = rules.stream().allMatch(rule -> rule.check().isInOrder());
        return good ? Exit.DONE : Exit.FAILED;
    }

    private static String word(OwnRule rule) {
        boolean refused = !rule.check().isInOrder();
        return (refused ? RuleState.State.REFUSED : rule.state().state()).word();
    }

    /// With file and line where these are to blame.
    private static List<String> reasons(OwnRule rule) {
        if (!rule.check().isInOrder()) {
            return rule.check().reasons(rule.state().file());
        }
        return rule.state().reasons().stream()
                .map(why -> rule.state().rule() + ": " + why)
                .toList();
    }

    private static Map<String, @Nullable Object> object(OwnRule rule) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", rule.state().rule());
        object.put("state", word(rule));
        object.put("reasons", reasons(rule));
        object.put("title", rule.state().title());
        object.put("replaces", rule.replaces());
        object.put("file", rule.state().file());
        object.put("line", rule.check().line());
        return object;
    }

    private void gaps(List<Gap> gaps) {
        gaps.stream().limit(MOST_GAPS).forEach(gap -> console.note("gap: " + gap.told()));
        if (gaps.size() > MOST_GAPS) {
            console.note((gaps.size() - MOST_GAPS) + " more gaps");
        }
    }

    private void table(List<RuleState> rules) {
        Table table = new Table("RULE", "STATE", "PUBLISHED", "SEVERITY", "TITLE");
        for (RuleState rule : rules) {
            String severity = rule.severity() == null ? "" : rule.severity().word();
            String published = rule.published() == null ? "" : rule.published().state().word();
            table.row(rule.rule(), rule.state().word(), published, severity, rule.title());
        }
        table.print(console);
        for (RuleState rule : rules) {
            String place = rule.line() > 0 ? rule.file() + ":" + rule.line() : rule.rule();
            rule.reasons()
                    .forEach(reason ->
                            console.line(
                                    place
                                            + ": "
                                            + rule.state().word()
                                            + ": "
                                            + withoutPlace(reason, place)));
            if (rule.published() != null) {
                rule.published().reasons().stream()
                        .filter(reason -> !rule.reasons().contains(reason))
                        .forEach(reason ->
                                console.line(rule.rule() + ": published form blind: " + reason));
            }
        }
    }

    private static String withoutPlace(String reason, String place) {
        return reason.startsWith(place + ": ") ? reason.substring(place.length() + 2) : reason;
    }

    private Map<String, @Nullable Object> object(RuleState rule) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", rule.rule());
        object.put("state", rule.state().word());
        object.put("reasons", rule.reasons());
        object.put("title", rule.title());
        object.put("severity", rule.severity() == null ? "" : rule.severity().word());
        object.put("attack", rule.attack());
        Map<String, Object> parameters = new LinkedHashMap<>();
        rule.parameters().forEach(each -> parameters.put(each.name(), each.fallback()));
        object.put("parameters", parameters);
        object.put("published", published(rule.published()));
        if (own != null) {
            object.put("file", rule.file());
            object.put("line", rule.line());
        }
        return object;
    }

    private static @Nullable Map<String, Object> published(RuleState.@Nullable Form form) {
        return form == null
                ? null
                : Map.of("state", form.state().word(), "reasons", form.reasons());
    }
}
