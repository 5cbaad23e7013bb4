package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
                    .forEach((words, some) ->
                            Walks.last(ROUNDS, () -> round(investigation, some))
                                    .print(words, some.size()));
        }
    }

    private static Walks round(Investigation investigation, List<Node> nodes) {
        Walks walks = new Walks();
        for (Node node : nodes) {
            List<PivotOffer> offers = new ArrayList<>();
            walks.menus().time(() -> offers.addAll(investigation.pivots(node.ref())));
            for (PivotOffer offer : offers) {
                walks.pivots().time(() -> investigation.pivot(node.ref(), offer.id(), RESULTS));
            }
        }
        return walks;
    }
}
