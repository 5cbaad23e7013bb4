package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.investigation.Investigation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Nodes that an analyst may stand at: of each kind some by chance, the same ones each time, and of
/// some kinds the one with the most relationships.
final class NodeSample {

    private static final List<String> LABELS =
            List.of(
                    "Caller",
                    "IpAddress",
                    "Operation",
                    "VirtualMachine",
                    "Host",
                    "Account",
                    "ScriptFile",
                    "PowerShellSession",
                    "Command");

    private static final List<String> BUSIEST = List.of("Host", "Caller", "IpAddress", "Command");

    private NodeSample() {}

    /// By what they are, in words.
    static Map<String, List<Node>> of(Investigation investigation, int count) {
        Map<String, List<Node>> sample = new LinkedHashMap<>();
        Random chance = new Random(7);
        for (String label : LABELS) {
            List<Node> all = nodes(investigation, "n ORDER BY n.key LIMIT 10000", label);
            List<Node> some = new ArrayList<>();
            for (int i = 0; i < count && !all.isEmpty(); i++) {
                some.add(all.remove(chance.nextInt(all.size())));
            }
            sample.put(label, some);
        }
        for (String label : BUSIEST) {
            String busiest = "n ORDER BY COUNT { (n)--() } DESC LIMIT 1";
            sample.put("busiest " + label, nodes(investigation, busiest, label));
        }
        sample.values().removeIf(List::isEmpty);
        return sample;
    }

    private static List<Node> nodes(Investigation investigation, String which, String label) {
        String query = "MATCH (n:" + label + ") RETURN " + which;
        return new ArrayList<>(
                investigation.query(query).rows().stream()
                        .flatMap(row ->
                                row.get("n") instanceof Node node
                                        ? Stream.of(node)
                                        : Stream.empty())
                        .toList());
    }
}
