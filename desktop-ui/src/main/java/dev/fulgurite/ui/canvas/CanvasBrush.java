package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Brush;
import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.investigation.picture.Layout;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/// Paints on a JavaFX canvas. Edges of boxes are set on whole pixels, so that thin lines are sharp.
public final class CanvasBrush implements Brush {

    private static final String REGULAR = "IBM Plex Sans";
    private static final String BOLD = "IBM Plex Sans SemiBold";
    private static final int REMEMBERED = 20_000;

    private final GraphicsContext graphics;
    private final Map<Integer, Color> colours = new HashMap<>();
    private final Map<Face, Font> fonts = new HashMap<>();
    private final Map<Face, Map<String, Double>> widths = new HashMap<>();
    private final Text measure = new Text();

    public CanvasBrush(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setFontSmoothingType(FontSmoothingType.GRAY);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
    }

    private Color colour(int argb) {
        return colours.computeIfAbsent(
                argb, c -> Color.rgb(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF, (c >>> 24) / 255.0));
    }

    @Override
    public void fill(Layout.Box box, double radius, int argb) {
        graphics.setFill(colour(argb));
        double x = Math.round(box.x());
        double y = Math.round(box.y());
        double width = Math.round(box.x() + box.width()) - x;
        double height = Math.round(box.y() + box.height()) - y;
        graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void outline(Layout.Box box, double radius, double thickness, int argb) {
        graphics.setStroke(colour(argb));
        graphics.setLineWidth(thickness);
        double half = thickness < 1.5 ? 0.5 : 0;
        double x = Math.round(box.x()) + half;
        double y = Math.round(box.y()) + half;
        double width = Math.round(box.x() + box.width()) - half - x;
        double height = Math.round(box.y() + box.height()) - half - y;
        graphics.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double thickness, int argb) {
        graphics.setStroke(colour(argb));
        graphics.setLineWidth(thickness);
        graphics.strokeLine(
                Math.floor(x1) + 0.5,
                Math.floor(y1) + 0.5,
                Math.floor(x2) + 0.5,
                Math.floor(y2) + 0.5);
    }

    @Override
    public void icon(Icon icon, double left, double top, double size, double thickness, int argb) {
        graphics.setStroke(colour(argb));
        graphics.setLineWidth(thickness);
        graphics.beginPath();
        icon.trace(new ContextPen(graphics), left, top, size);
        graphics.stroke();
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        graphics.setFill(colour(argb));
        graphics.setFont(font(face));
        graphics.fillText(text, Math.rint(x), Math.rint(baseline));
    }

    @Override
    public double width(String text, Face face) {
        Map<String, Double> known = widths.computeIfAbsent(face, f -> new HashMap<>());
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                text,
                t -> {
                    measure.setFont(font(face));
                    measure.setText(t);
                    return measure.getLayoutBounds().getWidth();
                });
    }

    private Font font(Face face) {
        return fonts.computeIfAbsent(face, f -> Font.font(f.bold() ? BOLD : REGULAR, f.size()));
    }

    private record ContextPen(GraphicsContext graphics) implements Icon.Pen {
        @Override
        public void moveTo(double x, double y) {
            graphics.moveTo(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            graphics.lineTo(x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            graphics.bezierCurveTo(x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            graphics.closePath();
        }
    }
}
