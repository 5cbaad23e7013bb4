package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;

/// How long an analyst waits in the window: `WalkLoad GRAPH NODES` opens the real window on a
/// graph, without a screen, brings one node of [NodeSample] after the other onto an empty canvas,
/// and tells how long it takes from its choice until the menu of pivots with its counts is there,
/// and from each pivot until the frame with its results is drawn. The first round warms up.
public final class WalkLoad {

    private static final int ROUNDS = 2;

    private final ShellViewModel model;

    private WalkLoad(ShellViewModel model) {
        this.model = model;
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int nodes = Integer.parseInt(arguments[1]);
        Map<String, List<Node>> sample;
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder), null)) {
            sample = NodeSample.of(investigation, nodes);
        }
        try (OpenWindow window = OpenWindow.on(folder)) {
            WalkLoad load = new WalkLoad(window.model());
            load.rest();
            sample.forEach((words, some) ->
                    Walks.last(ROUNDS, () -> load.round(some)).print(words, some.size()));
        }
    }

    /// Until the graph is open and nothing is under way. Without alerts there is no canvas.
    private void rest() {
        FrameClock.until(() ->
                !(model.state().get() instanceof ShellState.Opening)
                        && model.work().count().get() == 0);
        ShellState state = FrameClock.on(() -> model.state().get());
        if (!(state instanceof ShellState.Ready)) {
            throw new IllegalStateException("a graph with alerts is needed: " + state);
        }
    }

    private Walks round(List<Node> nodes) {
        Walks walks = new Walks();
        for (Node node : nodes) {
            List<PivotOffer> offers = new ArrayList<>();
            walks.menus().time(() -> offers.addAll(menu(node)));
            for (PivotOffer offer : offers) {
                rest();
                menu(node);
                rest();
                walks.pivots().time(() -> walk(offer));
            }
            rest();
        }
        return walks;
    }

    /// Brings a node onto an empty canvas and waits for its menu.
    private List<PivotOffer> menu(Node node) {
        CompletableFuture<List<PivotOffer>> known = new CompletableFuture<>();
        FrameClock.on(() -> {
            model.desk().canvas().clear();
            model.desk().canvas().bring(node.key(), new Subgraph(List.of(node), List.of()));
            return node;
        });
        FrameClock.on(() -> {
            model.desk().walks().offers(known::complete);
            return known;
        });
        return known.join();
    }

    private void walk(PivotOffer offer) {
        CompletableFuture<CanvasState> drawn = new CompletableFuture<>();
        FrameClock.on(() -> {
            CanvasState before = model.desk().canvas().state().get();
            new AnimationTimer() {
                private boolean changed;

                @Override
                public void handle(long now) {
                    // A frame is drawn after this call, so that it is there at the next one.
                    if (changed) {
                        stop();
                        drawn.complete(model.desk().canvas().state().get());
                    }
                    changed = !model.desk().canvas().state().get().equals(before);
                }
            }.start();
            model.desk().walks().walk(offer);
            return offer;
        });
        drawn.join();
    }
}
