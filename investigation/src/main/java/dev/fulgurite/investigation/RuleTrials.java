package dev.fulgurite.investigation;

import dev.fulgurite.detections.ProgramText;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Tries the examples of an analyst's own rules before these run for the first time. A text that
/// did what it says is not tried again on this graph; one that did not is refused.
final class RuleTrials {

    private final InvestigationGraph graph;
    private final Function<CypherFile, RuleCheck> check;
    private final Runnable done;

    /// @param check tries the examples
    /// @param done lets go of what that took, which a watch of many days is not to hold
    RuleTrials(InvestigationGraph graph, Function<CypherFile, RuleCheck> check, Runnable done) {
        this.graph = graph;
        this.check = check;
        this.done = done;
    }

    /// The catalogue without the rules that do not do what their examples say.
    Catalogue tried(Catalogue catalogue) {
        List<CypherFile> untried =
                catalogue.own().stream()
                        .filter(rule -> !rule.examples().isEmpty() && !isKnown(catalogue, rule))
                        .toList();
        if (untried.isEmpty()) {
            return catalogue;
        }
        List<RuleState> wrong = new ArrayList<>();
        for (CypherFile rule : untried) {
            RuleCheck outcome = check.apply(rule);
            if (outcome.isInOrder()) {
                remember(catalogue, rule);
            } else if (outcome.mistakes().isEmpty()) {
                wrong.add(refused(rule, outcome));
            }
        }
        done.run();
        return wrong.isEmpty() ? catalogue : catalogue.without(graph, wrong);
    }

    private boolean isKnown(Catalogue catalogue, CypherFile rule) {
        CypherLibrary library = catalogue.library();
        Query known =
                Query.of(library.file("read", "tried-rule").statement(), named(catalogue, rule));
        return !graph.read(known).rows().isEmpty();
    }

    private void remember(Catalogue catalogue, CypherFile rule) {
        String statement = catalogue.library().file("write", "TriedRule").statement();
        graph.write(transaction -> transaction.run(statement, named(catalogue, rule)));
    }

    /// What an example gives follows from the program as well.
    private static Map<String, Object> named(Catalogue catalogue, CypherFile rule) {
        String text = ProgramText.hash() + catalogue.texts().getOrDefault(rule.id(), "");
        return Map.of("rule", rule.id(), "text", Hashes.sha256Hex(text));
    }

    private static RuleState refused(CypherFile rule, RuleCheck outcome) {
        int line =
                outcome.examples().stream()
                        .filter(example -> !example.holds())
                        .mapToInt(RuleCheck.Outcome::line)
                        .findFirst()
                        .orElse(0);
        return RuleState.refused(
                rule.id(), rule.head("title"), outcome.reasons(rule.source()), rule.source(), line);
    }
}
