package dev.fulgurite.investigation.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// Paints with Java2D.
final class Java2dBrush implements Brush {

    private final Graphics2D graphics;
    private final Font regular = load(PictureFonts.REGULAR);
    private final Font bold = load(PictureFonts.BOLD);
    private final Map<Face, Font> sized = new HashMap<>();

    Java2dBrush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    private static Font load(PictureFonts font) {
        try (InputStream file = font.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's own font cannot be read", e);
        }
    }

    @Override
    public void fill(Layout.Box box, double radius, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(rounded(box, radius));
    }

    @Override
    public void outline(Layout.Box box, double radius, double thickness, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(new BasicStroke((float) thickness));
        graphics.draw(rounded(box, radius));
    }

    private static RoundRectangle2D rounded(Layout.Box box, double radius) {
        return new RoundRectangle2D.Double(
                box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double thickness, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(new BasicStroke((float) thickness));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void icon(Icon icon, double left, double top, double size, double thickness, int argb) {
        Path2D path = new Path2D.Double();
        icon.trace(new PathPen(path), left, top, size);
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(
                new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    @Override
    public void text(String text, double x, double baseline, Face face, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.setFont(font(face));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    @Override
    public double width(String text, Face face) {
        return font(face).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    private Font font(Face face) {
        return sized.computeIfAbsent(
                face, f -> (f.bold() ? bold : regular).deriveFont((float) f.size()));
    }

    private record PathPen(Path2D path) implements Icon.Pen {
        @Override
        public void moveTo(double x, double y) {
            path.moveTo(x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            path.lineTo(x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            path.curveTo(x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            path.closePath();
        }
    }
}
