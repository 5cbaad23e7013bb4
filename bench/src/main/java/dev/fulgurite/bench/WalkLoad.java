package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.DesktopApp;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.shell.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// How long an analyst waits in the window: `WalkLoad GRAPH NODES` opens the real window on a
/// graph, without a screen, brings one node of [NodeSample] after the other onto an empty canvas,
/// and tells how long it takes from its choice until the menu of pivots with its counts is there,
/// and from each pivot until the frame with its results is drawn. The first round warms up.
public final class WalkLoad {

    private static final int ROUNDS = 2;
    private static final long PAUSE = 20;

    private final ShellViewModel model;

    private WalkLoad(ShellViewModel model) {
        this.model = model;
    }

    public static void main(String[] arguments) {
        GraphLocation graph = new GraphLocation.Folder(Path.of(arguments[0]));
        int nodes = Integer.parseInt(arguments[1]);
        Map<String, List<Node>> sample;
        try (Investigation investigation = Investigation.open(graph, null)) {
            sample = NodeSample.of(investigation, nodes);
        }
        FrameClock.startToolkit();
        Stage stage = FrameClock.on(Stage::new);
        Surroundings with = Surroundings.with(Memory.forgetful(), Choosers.ofThePlatform());
        ShellViewModel model =
                FrameClock.on(() -> DesktopApp.open(stage, GraphSource.of(graph), with));
        WalkLoad load = new WalkLoad(model);
        load.rest();
        sample.forEach(load::measure);
        FrameClock.on(() -> {
            stage.close();
            return stage;
        });
        model.close();
        Platform.exit();
    }

    /// Until the graph is open and nothing is under way. Without alerts there is no canvas.
    private void rest() {
        await(() ->
                !(model.state().get() instanceof ShellState.Opening)
                        && model.work().count().get() == 0);
        ShellState state = FrameClock.on(() -> model.state().get());
        if (!(state instanceof ShellState.Ready)) {
            throw new IllegalStateException("a graph with alerts is needed: " + state);
        }
    }

    private static void await(BooleanSupplier holds) {
        while (!FrameClock.on(holds::getAsBoolean)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void measure(String words, List<Node> nodes) {
        Waits menus = new Waits();
        Waits walks = new Waits();
        for (int round = 0; round < ROUNDS; round++) {
            menus = new Waits();
            walks = new Waits();
            for (Node node : nodes) {
                menus.time(() -> menu(node));
                for (PivotOffer offer : offers()) {
                    rest();
                    alone(node);
                    offers();
                    rest();
                    walks.time(() -> walk(offer));
                }
                rest();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %4d nodes  menu %s  %5d pivots %s%n",
                words,
                nodes.size(),
                menus,
                walks.count(),
                walks);
    }

    private void menu(Node node) {
        alone(node);
        offers();
    }

    private void alone(Node node) {
        FrameClock.on(() -> {
            model.desk().canvas().clear();
            model.desk().canvas().bring(node.key(), new Subgraph(List.of(node), List.of()));
            return node;
        });
    }

    private List<PivotOffer> offers() {
        CompletableFuture<List<PivotOffer>> known = new CompletableFuture<>();
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
