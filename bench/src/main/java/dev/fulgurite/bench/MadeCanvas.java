package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made graphs of any size: things in groups of fifty that are mostly linked among themselves.
final class MadeCanvas {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int GROUP = 50;
    private static final List<String> LABELS =
            List.of(
                    "Caller",
                    "IpAddress",
                    "Operation",
                    "VirtualMachine",
                    "Host",
                    "ScriptFile",
                    "PowerShellSession",
                    "Command",
                    "Account");

    private MadeCanvas() {}

    static Subgraph of(int nodes, int lines) {
        Random random = new Random(nodes);
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            made.add(node(i));
        }
        List<Relationship> between = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            int from = random.nextInt(nodes);
            int near = from / GROUP * GROUP + random.nextInt(GROUP);
            int to = random.nextInt(10) == 0 ? random.nextInt(nodes) : Math.min(near, nodes - 1);
            between.add(line(i, made.get(from), made.get(to == from ? (to + 1) % nodes : to)));
        }
        return new Subgraph(made, between);
    }

    /// The same with some more nodes, each beside one that is there.
    static Subgraph grown(Subgraph graph, int by) {
        List<Node> more = new ArrayList<>(graph.nodes());
        List<Relationship> between = new ArrayList<>(graph.relationships());
        for (int i = 0; i < by; i++) {
            Node node = node(graph.nodes().size() + i);
            more.add(node);
            between.add(line(between.size(), graph.nodes().get(i * 7), node));
        }
        return new Subgraph(more, between);
    }

    private static Node node(int i) {
        String label = LABELS.get(i % LABELS.size());
        return new Node(
                new NodeRef(label, "n" + i),
                Map.of("start", START.plusSeconds(i), "name", "n" + i));
    }

    private static Relationship line(int i, Node from, Node to) {
        double confidence = i % 5 == 0 ? 0.8 : 1;
        return new Relationship(
                "LED_TO",
                "l" + i,
                from.ref(),
                to.ref(),
                Map.of("at", START.plusSeconds(i), "confidence", confidence));
    }
}
