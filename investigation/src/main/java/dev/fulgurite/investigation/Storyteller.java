package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceReader.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private final Faces faces;
    private final List<StoryLine> lines = new ArrayList<>();

    private Storyteller(Subgraph graph, EvidenceOf evidence, Map<String, Source> sources) {
        this.graph = graph;
        this.faces = new Faces(graph);
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
        Predicate<Node> onward = Wording.onward(graph)::contains;
        each("Caller", _ -> true, "caller", Set.of("INVOKED"));
        each("IpAddress", _ -> true, "IP", Set.of("FROM"));
        each("Operation", _ -> true, "operation", Set.of("OF"));
        each("VirtualMachine", _ -> true, "VM", Set.of("TARGETED"));
        on(onward.negate(), "host", Set.of("IS", "SAME_AS", "ON"));
        on(onward, "onward host", Set.of("REMOTED"));
        return lines;
    }

    /// Hosts and what happened on them.
    private void on(Predicate<Node> where, String role, Set<String> types) {
        each("Host", where, role, types);
        each("ScriptFile", where, "script", Set.of("DROPPED"));
        each("PowerShellSession", where, "session", Set.of());
        commands(where);
        each("Account", where, "account", Set.of("OPENED", "LOGGED_ON"));
    }

    private void each(String label, Predicate<Node> which, String role, Set<String> types) {
        List<Node> nodes =
                graph.nodes().stream()
                        .filter(node -> node.label().equals(label) && which.test(node))
                        .toList();
        for (Node face : Wording.faces(nodes, faces)) {
            Set<Evidence> pointers = new LinkedHashSet<>(evidence.node(face));
            List<String> facts = new ArrayList<>(Wording.facts(face, graph));
            for (Node node : nodes) {
                if (Wording.identity(node, faces).equals(Wording.identity(face, faces))) {
                    touching(node, types).forEach(touch -> pointers.addAll(records(touch)));
                    if (!node.equals(face)) {
                        facts.add("also " + node.key());
                        if (node.get("evidence") != null) {
                            pointers.addAll(evidence.node(node));
                        }
                    }
                }
            }
            lines.add(new StoryLine(role, Wording.name(face), facts, face.ref(), places(pointers)));
        }
    }

    /// The records of a relationship; of one without any, such as a script's place on a host, those
    /// of what it starts from, which name the other end too.
    private List<Evidence> records(Relationship touch) {
        List<Evidence> own = evidence.relationship(touch);
        return !own.isEmpty()
                ? own
                : graph.nodes().stream()
                        .filter(node -> node.ref().equals(touch.from()))
                        .flatMap(node -> evidence.node(node).stream())
                        .toList();
    }

    /// One line a session, or a host: its commands in time order, with what each log has of them.
    private void commands(Predicate<Node> where) {
        Map<Object, List<Node>> runners =
                graph.nodes().stream()
                        .filter(where)
                        .collect(
                                Collectors.groupingBy(
                                        node -> Wording.identity(node, faces),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (List<Node> runner : runners.values()) {
            List<Relationship> runs = Wording.commandsOf(runner, graph, faces);
            if (!runs.isEmpty()) {
                Set<Evidence> pointers = new LinkedHashSet<>();
                for (Node face : runner) {
                    Wording.commandsOf(face.ref(), graph)
                            .forEach(run -> pointers.addAll(evidence.relationship(run)));
                }
                lines.add(
                        new StoryLine(
                                "commands",
                                Wording.commands(runs),
                                List.of(),
                                runs.getFirst().to(),
                                places(pointers)));
            }
        }
    }

    private List<Relationship> touching(Node node, Set<String> types) {
        return graph.relationships().stream()
                .filter(touch -> types.contains(touch.type()))
                .filter(touch -> touch.from().equals(node.ref()) || touch.to().equals(node.ref()))
                .toList();
    }

    /// In the order given: what a thing is written in comes before what ties it to others.
    private List<EvidencePlace> places(Set<Evidence> pointers) {
        return pointers.stream()
                .map(pointer -> new EvidencePlace(fileOf(pointer), pointer))
                .toList();
    }

    private String fileOf(Evidence pointer) {
        Source source = sources.get(pointer.sha256());
        return source == null || source.places().isEmpty()
                ? pointer.sha256()
                : source.places().getFirst();
    }
}
