package dev.fulgurite.bench;

import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Scene;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// The same picture with `strokeLine` and `fillOval` of JavaFX's canvas.
final class PeerCanvas {

    private final List<Segment> segments;
    private final Layout layout;
    private final Fit fit;

    PeerCanvas(Layout layout, List<Scene.Edge> edges) {
        this.layout = layout;
        this.segments = Segment.of(layout, edges);
        this.fit = Fit.of(layout);
    }

    void run(FrameClock clock, String what) {
        Canvas canvas = FrameClock.on(() -> new Canvas(FrameClock.WIDTH, FrameClock.HEIGHT));
        clock.show(new Pane(canvas));
        clock.measure(what, frame -> paint(canvas.getGraphicsContext2D(), frame % 40));
    }

    private void paint(GraphicsContext graphics, double shift) {
        graphics.clearRect(0, 0, FrameClock.WIDTH, FrameClock.HEIGHT);
        graphics.setStroke(Color.GRAY);
        graphics.setLineWidth(1);
        for (Segment line : segments) {
            graphics.strokeLine(
                    fit.x(line.x1()) + shift,
                    fit.y(line.y1()),
                    fit.x(line.x2()) + shift,
                    fit.y(line.y2()));
        }
        graphics.setFill(Color.DARKGREEN);
        for (Layout.Placed placed : layout.cards()) {
            graphics.fillOval(fit.x(placed.x()) + shift, fit.y(placed.y()), 4, 4);
        }
    }
}
