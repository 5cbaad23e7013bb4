package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// How long an analyst waits for a pivot, from the call until its nodes are there: `ExpandLoad
/// GRAPH NODES`. Takes nodes of each kind by chance and every pivot that leads on from them, and
/// apart from these the node with the most relationships. One line a kind: the menu with its
/// counts, and one pivot of twenty results. The first round warms up.
public final class ExpandLoad {

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
    private static final int RESULTS = 20;
    private static final int ROUNDS = 3;

    private final Investigation investigation;
    private final Random chance = new Random(7);

    private ExpandLoad(Investigation investigation) {
        this.investigation = investigation;
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int nodes = Integer.parseInt(arguments[1]);
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder), null)) {
            ExpandLoad load = new ExpandLoad(investigation);
            for (String label : LABELS) {
                List<NodeRef> some = load.some(label, nodes);
                if (!some.isEmpty()) {
                    load.measure(label, some);
                }
            }
            for (String label : List.of("Host", "Caller", "IpAddress")) {
                load.measure("busiest " + label, load.busiest(label));
            }
        }
    }

    private List<NodeRef> some(String label, int count) {
        List<NodeRef> all = new ArrayList<>();
        String query = "MATCH (n:" + label + ") RETURN n.key AS key ORDER BY key LIMIT 10000";
        for (Row row : investigation.query(query).rows()) {
            all.add(new NodeRef(label, row.text("key")));
        }
        List<NodeRef> some = new ArrayList<>();
        for (int i = 0; i < count && !all.isEmpty(); i++) {
            some.add(all.remove(chance.nextInt(all.size())));
        }
        return some;
    }

    /// One, or none when there is none of that kind.
    private List<NodeRef> busiest(String label) {
        String query =
                "MATCH (n:" + label + ") RETURN n AS n ORDER BY COUNT { (n)--() } DESC LIMIT 1";
        return investigation.query(query).rows().stream()
                .flatMap(row ->
                        row.get("n") instanceof Node node ? Stream.of(node.ref()) : Stream.empty())
                .toList();
    }

    private void measure(String words, List<NodeRef> nodes) {
        List<Double> menus = new ArrayList<>();
        List<Double> pivots = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            menus.clear();
            pivots.clear();
            for (NodeRef node : nodes) {
                List<PivotOffer> offers = new ArrayList<>();
                menus.add(millis(() -> offers.addAll(investigation.pivots(node))));
                for (PivotOffer offer : offers) {
                    pivots.add(millis(() -> investigation.pivot(node, offer.id(), RESULTS)));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %4d nodes  menu %s  %5d pivots %s%n",
                words,
                nodes.size(),
                spread(menus),
                pivots.size(),
                spread(pivots));
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /// Median and 95th percentile.
    private static String spread(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return "none";
        }
        double median = sorted[sorted.length / 2];
        double most = sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.95))];
        return String.format(Locale.ROOT, "%6.1f / %6.1f ms", median, most);
    }
}
