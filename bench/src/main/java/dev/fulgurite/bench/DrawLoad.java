package dev.fulgurite.bench;

import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.ForceLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.investigation.picture.Spacing;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.theme.Appearance;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;

/// What a frame of the canvas costs, and its layouts: `DrawLoad`. The whole canvas is in sight, and
/// each frame moves it; beside it JavaFX's own ways to draw the same lines, and the same where the
/// canvas is drawn anew in each frame, which panning spares it.
public final class DrawLoad {

    private static final int[] SIZES = {3_000, 10_000};

    private DrawLoad() {}

    /// Needs no screen: JavaFX draws by its software pipeline into memory.
    public static void main(String[] arguments) throws IOException {
        layouts();
        FrameClock clock = FrameClock.start();
        for (int nodes : SIZES) {
            Subgraph graph = MadeCanvas.of(nodes, 2 * nodes);
            Layout layout = FlowLayout.arrange(graph, Spacing.STANDARD);
            List<Scene.Edge> edges =
                    Scene.of(layout, graph, Scene.Ports.ofCards(layout.spacing())).edges();
            String size =
                    String.format(
                            Locale.ROOT,
                            "%,d cards, %,d lines: ",
                            layout.cards().size(),
                            edges.size());
            ours(clock, graph, size);
            new PeerCanvas(layout, edges).run(clock, size + "Canvas.strokeLine");
            new PeerGraph(layout, edges).run(clock, size + "scene graph of Lines");
        }
        clock.stop();
    }

    private static void ours(FrameClock clock, Subgraph graph, String size) {
        CanvasViewModel model = new CanvasViewModel();
        CanvasView view =
                FrameClock.on(
                        () -> new CanvasView(model, new SimpleObjectProperty<>(Appearance.LIGHT)));
        clock.show(view);
        FrameClock.on(() -> {
            model.show("made", graph);
            view.fit();
            return view;
        });
        clock.measure(
                size + "ours, panned", frame -> view.pan(frame % 40 < 20 ? 3 : -3, frame % 2));
        clock.measure(
                size + "ours, zoomed",
                frame -> view.zoom(frame % 40 < 20 ? 1.02 : 1 / 1.02, 500, 450));
        clock.measure(
                size + "ours, drawn anew",
                frame -> view.dim(frame % 2 == 0 ? Set.of() : Set.of("no card")));
    }

    private static void layouts() throws IOException {
        Subgraph thousand = MadeCanvas.of(1_000, 2_000);
        Subgraph most = MadeCanvas.of(3_000, 6_000);
        Layout wide = FlowLayout.arrange(most, Spacing.STANDARD);
        Subgraph more = MadeCanvas.grown(most, 20);
        for (String round : List.of("cold", "warm", "warm again")) {
            Layout flow = FlowLayout.arrange(thousand, Spacing.STANDARD);
            Measured.of(
                            "1,000 cards in columns, " + round,
                            0,
                            () -> FlowLayout.arrange(thousand, Spacing.STANDARD).cards().size())
                    .print();
            Measured.of(
                            "1,000 cards by forces, " + round,
                            0,
                            () -> ForceLayout.arrange(thousand, flow, Set.of()).cards().size())
                    .print();
            Measured.of(
                            "3,000 cards and 20 more, " + round,
                            0,
                            () -> FlowLayout.extend(wide, more).cards().size())
                    .print();
            Measured.of(
                            "ways of 6,000 lines, " + round,
                            0,
                            () ->
                                    Scene.of(wide, most, Scene.Ports.ofCards(wide.spacing()))
                                            .edges()
                                            .size())
                    .print();
        }
    }
}
