package dev.fulgurite.ui.theme;

import dev.fulgurite.investigation.picture.Icon;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// An icon of the graph as a node. Style class `icon`; its lines are `icon-lines`.
public final class IconView extends StackPane {

    public IconView(Icon icon, double size) {
        getStyleClass().add("icon");
        Path lines = new Path();
        lines.getStyleClass().add("icon-lines");
        lines.setStrokeWidth(Math.max(1.2, size / 24 * 1.9));
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        lines.setStrokeLineJoin(StrokeLineJoin.ROUND);
        lines.setManaged(false);
        icon.trace(new PathPen(lines), 0, 0, size);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(lines);
    }

    private record PathPen(Path path) implements Icon.Pen {
        @Override
        public void moveTo(double x, double y) {
            path.getElements().add(new MoveTo(x, y));
        }

        @Override
        public void lineTo(double x, double y) {
            path.getElements().add(new LineTo(x, y));
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            path.getElements().add(new CubicCurveTo(x1, y1, x2, y2, x, y));
        }

        @Override
        public void close() {
            path.getElements().add(new ClosePath());
        }
    }
}
