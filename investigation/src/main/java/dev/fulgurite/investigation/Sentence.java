package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.AlertStory.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An alert as one sentence built from its nodes: who, from where, did what on which machine, when,
/// and what came of it. What the alert has no node for is left out; an alert without a cloud part
/// keeps its own title.
final class Sentence {

    private final Subgraph graph;
    private final Set<Node> onward;
    private final Faces faces;
    private final List<Phrase> phrases = new ArrayList<>();

    private Sentence(Subgraph graph) {
        this.graph = graph;
        this.onward = Wording.onward(graph);
        this.faces = new Faces(graph);
    }

    static List<Phrase> of(Alert alert, Subgraph graph) {
        Sentence sentence = new Sentence(graph);
        if (sentence.all("Operation", _ -> true).isEmpty()) {
            return List.of(new Phrase(alert.title(), null));
        }
        sentence.cloud();
        sentence.say(" at " + Times.readable(alert.time()), null);
        sentence.host();
        sentence.say(".", null);
        return sentence.phrases;
    }

    private void cloud() {
        if (!names("", all("Caller", _ -> true))) {
            say("An unnamed caller", null);
        }
        names(" from ", all("IpAddress", _ -> true));
        if (!names(" ran ", all("ScriptFile", _ -> true))) {
            names(" invoked ", all("Operation", _ -> true));
        }
        if (!names(" on ", all("VirtualMachine", _ -> true))) {
            names(" on ", all("Host", node -> !onward.contains(node)));
        }
    }

    private void host() {
        int here = commands(node -> !onward.contains(node));
        if (here > 0) {
            say("; it ran " + counted(here), null);
            names(" as ", all("Account", node -> !onward.contains(node)));
        }
        List<Node> reached = all("Host", onward::contains);
        if (names(here > 0 ? " and reached " : "; it reached ", reached)) {
            int there = commands(onward::contains);
            say(there > 0 ? ", where it ran " + counted(there) : "", null);
            names(" as ", all("Account", onward::contains));
        }
    }

    private static String counted(int commands) {
        return commands + (commands == 1 ? " command" : " commands");
    }

    private int commands(Predicate<Node> runner) {
        List<Node> runners = graph.nodes().stream().filter(runner).toList();
        return Wording.commandsOf(runners, graph, faces).size();
    }

    private List<Node> all(String label, Predicate<Node> which) {
        return Wording.faces(
                graph.nodes().stream()
                        .filter(node -> node.label().equals(label) && which.test(node))
                        .toList(),
                faces);
    }

    private boolean names(String before, List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            say(i == 0 ? before : i == nodes.size() - 1 ? " and " : ", ", null);
            say(Wording.name(nodes.get(i)), nodes.get(i).ref());
        }
        return !nodes.isEmpty();
    }

    private void say(String text, @Nullable NodeRef node) {
        if (!text.isEmpty()) {
            phrases.add(new Phrase(text, node));
        }
    }
}
