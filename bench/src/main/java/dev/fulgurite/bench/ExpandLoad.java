package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long the graph takes for a pivot, from the call until its nodes are there: `ExpandLoad GRAPH
/// NODES`. Takes [NodeSample] and every pivot that leads on from its nodes. One line a kind: the
/// menu with its counts, and one pivot of twenty results. The first round warms up.
public final class ExpandLoad {

    private static final int RESULTS = 20;
    private static final int ROUNDS = 3;

    private ExpandLoad() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int nodes = Integer.parseInt(arguments[1]);
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder), null)) {
            NodeSample.of(investigation, nodes)
                    .forEach((words, some) -> measure(investigation, words, some));
        }
    }

    private static void measure(Investigation investigation, String words, List<Node> nodes) {
        Waits menus = new Waits();
        Waits pivots = new Waits();
        for (int round = 0; round < ROUNDS; round++) {
            menus = new Waits();
            pivots = new Waits();
            for (Node node : nodes) {
                List<PivotOffer> offers = new ArrayList<>();
                menus.time(() -> offers.addAll(investigation.pivots(node.ref())));
                for (PivotOffer offer : offers) {
                    pivots.time(() -> investigation.pivot(node.ref(), offer.id(), RESULTS));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %4d nodes  menu %s  %5d pivots %s%n",
                words,
                nodes.size(),
                menus,
                pivots.count(),
                pivots);
    }
}
