package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceReader.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Tells an alert's part of the graph as steps in causal order, each with the records that say so.
final class Storyteller {

    /// How far along the causal order a kind of node stands.
    private static final List<String> CAUSAL_ORDER =
            List.of(
                    "Caller",
                    "IpAddress",
                    "Operation",
                    "Subscription",
                    "VirtualMachine",
                    "Host",
                    "ScriptFile",
                    "PowerShellSession",
                    "Command",
                    "Account");

    private final Subgraph graph;
    private final EvidenceOf evidence;
    private final Map<String, Source> sources;
    private final List<StoryLine> lines = new ArrayList<>();

    private Storyteller(Subgraph graph, EvidenceOf evidence, Map<String, Source> sources) {
        this.graph = graph;
        this.evidence = evidence;
        this.sources = sources;
    }

    static AlertStory tell(Alert alert, Subgraph found, Read read) {
        Subgraph graph = inCausalOrder(found);
        EvidenceOf evidence = EvidenceOf.subgraph(graph, read);
        List<Evidence> pointers = evidence.all(graph);
        Map<String, Source> sources = EvidenceOf.sources(pointers, read);
        Storyteller teller = new Storyteller(graph, evidence, sources);
        return new AlertStory(alert, Sentence.of(alert, graph), teller.lines(), graph);
    }

    private static Subgraph inCausalOrder(Subgraph found) {
        List<Node> nodes =
                found.nodes().stream()
                        .sorted(Comparator.comparingInt(node -> rank(node.label())))
                        .toList();
        return new Subgraph(nodes, found.relationships());
    }

    private static int rank(String label) {
        int rank = CAUSAL_ORDER.indexOf(label);
        return rank < 0 ? CAUSAL_ORDER.size() : rank;
    }

    private List<StoryLine> lines() {
        Set<NodeRef> onward = Wording.onward(graph);
        each("Caller", _ -> true, "caller", Set.of("INVOKED"));
        each("IpAddress", _ -> true, "IP", Set.of("FROM"));
        each("Operation", _ -> true, "operation", Set.of("INVOKED", "TARGETED", "FROM"));
        each("VirtualMachine", _ -> true, "VM", Set.of("TARGETED"));
        each("Host", node -> !onward.contains(node.ref()), "host", Set.of("IS", "SAME_AS"));
        each("ScriptFile", _ -> true, "script", Set.of("DROPPED"));
        each("PowerShellSession", _ -> true, "session", Set.of("RAN_AS", "OPENED"));
        commands();
        each("Account", _ -> true, "account", Set.of("OPENED", "LOGGED_ON"));
        each("Host", node -> onward.contains(node.ref()), "onward host", Set.of("REMOTED"));
        return lines;
    }

    private void each(String label, Predicate<Node> which, String role, Set<String> types) {
        for (Node node : graph.nodes()) {
            if (node.label().equals(label) && which.test(node)) {
                Set<Evidence> pointers = new LinkedHashSet<>(evidence.node(node));
                touching(node, types)
                        .forEach(touch -> pointers.addAll(evidence.relationship(touch)));
                lines.add(line(role, Wording.of(node, graph), node.ref(), pointers));
            }
        }
    }

    /// One line a session, or a host: its commands in time order.
    private void commands() {
        Set<NodeRef> from = new LinkedHashSet<>();
        for (Relationship relationship : graph.relationships()) {
            if (Wording.COMMAND_TYPES.contains(relationship.type())) {
                from.add(relationship.from());
            }
        }
        for (NodeRef runner : from) {
            List<Relationship> runs = Wording.commandsOf(runner, graph);
            Set<Evidence> pointers = new LinkedHashSet<>();
            runs.forEach(run -> pointers.addAll(evidence.relationship(run)));
            lines.add(line("commands", Wording.commands(runs), runs.getFirst().to(), pointers));
        }
    }

    private List<Relationship> touching(Node node, Set<String> types) {
        return graph.relationships().stream()
                .filter(touch -> types.contains(touch.type()))
                .filter(touch -> touch.from().equals(node.ref()) || touch.to().equals(node.ref()))
                .toList();
    }

    private StoryLine line(String role, String text, NodeRef node, Set<Evidence> pointers) {
        List<EvidencePlace> places =
                pointers.stream()
                        .map(pointer -> new EvidencePlace(fileOf(pointer), pointer))
                        .sorted(
                                Comparator.comparing(EvidencePlace::file)
                                        .thenComparingLong(place -> place.pointer().line()))
                        .toList();
        return new StoryLine(role, text, node, places);
    }

    private String fileOf(Evidence pointer) {
        Source source = sources.get(pointer.sha256());
        return source == null || source.places().isEmpty()
                ? pointer.sha256()
                : source.places().getFirst();
    }
}
