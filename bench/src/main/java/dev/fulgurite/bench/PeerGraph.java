package dev.fulgurite.bench;

import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Scene;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// The same picture as nodes of JavaFX's scene graph, moved as a whole.
final class PeerGraph {

    private final List<Segment> segments;
    private final Layout layout;
    private final Fit fit;

    PeerGraph(Layout layout, List<Scene.Edge> edges) {
        this.layout = layout;
        this.segments = Segment.of(layout, edges);
        this.fit = Fit.of(layout);
    }

    void run(FrameClock clock, String what) {
        Group group = FrameClock.on(this::group);
        clock.show(new Pane(group));
        clock.measure(what, frame -> group.setTranslateX(frame % 40));
    }

    private Group group() {
        Group group = new Group();
        for (Segment segment : segments) {
            Line line =
                    new Line(
                            fit.x(segment.x1()),
                            fit.y(segment.y1()),
                            fit.x(segment.x2()),
                            fit.y(segment.y2()));
            line.setStroke(Color.GRAY);
            group.getChildren().add(line);
        }
        for (Layout.Placed placed : layout.cards()) {
            group.getChildren()
                    .add(new Circle(fit.x(placed.x()), fit.y(placed.y()), 2, Color.DARKGREEN));
        }
        return group;
    }
}
