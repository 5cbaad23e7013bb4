package dev.fulgurite.investigation.picture;

import java.util.Arrays;
import java.util.List;

/// Draws smooth lines into an image of premultiplied ARGB: far cheaper than handing each to a
/// general painter. Lines are clipped to the image. Not safe for use by several threads.
///
/// ```java
/// EdgeRasterizer edges = new EdgeRasterizer(pixels, width, height);
/// edges.clear();
/// edges.line(points, 1.6, 0xFF8793A3, EdgeRasterizer.Dash.DASHED);
/// ```
public final class EdgeRasterizer {

    /// Lengths of the strokes and gaps of a line, in pixels; no gap is a solid line.
    public record Dash(double stroke, double gap) {
        public static final Dash SOLID = new Dash(1, 0);
        public static final Dash DASHED = new Dash(7, 5);
        public static final Dash DOTTED = new Dash(2, 4);
    }

    private final int[] pixels;
    private final int width;
    private final int height;

    public EdgeRasterizer(int[] pixels, int width, int height) {
        if (pixels.length < width * height) {
            throw new IllegalArgumentException("an image of " + width + " by " + height);
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    public void clear() {
        Arrays.fill(pixels, 0);
    }

    /// Draws the straight pieces between points, in pixels.
    ///
    /// @param thickness in pixels
    /// @param argb the colour, not premultiplied
    public void line(List<Curve.Point> points, double thickness, int argb, Dash dash) {
        double along = 0;
        for (int i = 1; i < points.size(); i++) {
            Curve.Point a = points.get(i - 1);
            Curve.Point b = points.get(i);
            double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
            if (length > 0 && mayShow(a, b, thickness)) {
                piece(a, b, length, thickness, argb, dash, along);
            }
            along += length;
        }
    }

    /// Draws a filled arrow head whose tip is at the end of the line.
    public void head(List<Curve.Point> points, double size, int argb) {
        Curve.Point tip = points.getLast();
        Curve.Point tail = before(points, size);
        double length = Math.hypot(tip.x() - tail.x(), tip.y() - tail.y());
        if (length == 0) {
            return;
        }
        double dx = (tip.x() - tail.x()) / length;
        double dy = (tip.y() - tail.y()) / length;
        double half = size * 0.42;
        triangle(
                tip,
                new Curve.Point(tip.x() - dx * size - dy * half, tip.y() - dy * size + dx * half),
                new Curve.Point(tip.x() - dx * size + dy * half, tip.y() - dy * size - dx * half),
                argb);
    }

    private static Curve.Point before(List<Curve.Point> points, double distance) {
        Curve.Point tip = points.getLast();
        for (int i = points.size() - 2; i > 0; i--) {
            Curve.Point point = points.get(i);
            if (Math.hypot(tip.x() - point.x(), tip.y() - point.y()) >= distance) {
                return point;
            }
        }
        return points.getFirst();
    }

    private boolean mayShow(Curve.Point a, Curve.Point b, double margin) {
        return Math.max(a.x(), b.x()) >= -margin
                && Math.min(a.x(), b.x()) <= width + margin
                && Math.max(a.y(), b.y()) >= -margin
                && Math.min(a.y(), b.y()) <= height + margin;
    }

    /// Steps along the longer axis and covers, at each step, the span that the stroke has across
    /// the other one; steps of consecutive pieces do not overlap, so no pixel is painted twice.
    private void piece(
            Curve.Point a,
            Curve.Point b,
            double length,
            double thickness,
            int argb,
            Dash dash,
            double along) {
        boolean flat = Math.abs(b.x() - a.x()) >= Math.abs(b.y() - a.y());
        double u0 = flat ? a.x() : a.y();
        double u1 = flat ? b.x() : b.y();
        double v0 = flat ? a.y() : a.x();
        double v1 = flat ? b.y() : b.x();
        double slope = (v1 - v0) / (u1 - u0);
        double half = thickness * Math.sqrt(1 + slope * slope) / 2;
        int limit = flat ? width : height;
        double low = Math.min(u0, u1);
        double high = Math.max(u0, u1);
        int first = Math.max(0, (int) Math.ceil(low - 0.5));
        int end = Math.min(limit, (int) Math.ceil(high - 0.5));
        for (int u = first; u < end; u++) {
            double at = u + 0.5 - u0;
            double ink = inked(dash, along + Math.abs(at) * length / (high - low));
            if (ink > 0) {
                span(flat, u, v0 + at * slope, half, ink, argb);
            }
        }
    }

    /// How much of a stroke is at a distance from the line's start, soft at both its ends.
    private static double inked(Dash dash, double along) {
        if (dash.gap() == 0) {
            return 1;
        }
        double phase = along % (dash.stroke() + dash.gap());
        double toEnd = Math.min(phase, dash.stroke() - phase);
        return Math.clamp(toEnd + 0.5, 0, 1);
    }

    private void span(boolean flat, int u, double v, double half, double ink, int argb) {
        int limit = flat ? height : width;
        int from = Math.max(0, (int) Math.floor(v - half));
        int to = Math.min(limit - 1, (int) Math.floor(v + half));
        for (int i = from; i <= to; i++) {
            double covered = Math.min(i + 1, v + half) - Math.max(i, v - half);
            if (covered > 0) {
                blend(flat ? i * width + u : u * width + i, covered * ink, argb);
            }
        }
    }

    private void triangle(Curve.Point a, Curve.Point b, Curve.Point c, int argb) {
        double turn = (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
        Curve.Point second = turn > 0 ? b : c;
        Curve.Point third = turn > 0 ? c : b;
        int left = Math.max(0, (int) Math.min(a.x(), Math.min(b.x(), c.x())) - 1);
        int right = Math.min(width - 1, (int) Math.max(a.x(), Math.max(b.x(), c.x())) + 1);
        int top = Math.max(0, (int) Math.min(a.y(), Math.min(b.y(), c.y())) - 1);
        int bottom = Math.min(height - 1, (int) Math.max(a.y(), Math.max(b.y(), c.y())) + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double inside =
                        Math.min(
                                side(a, second, x + 0.5, y + 0.5),
                                Math.min(
                                        side(second, third, x + 0.5, y + 0.5),
                                        side(third, a, x + 0.5, y + 0.5)));
                double covered = Math.clamp(inside + 0.5, 0, 1);
                if (covered > 0) {
                    blend(y * width + x, covered, argb);
                }
            }
        }
    }

    /// Distance of a point from the line through two others, positive on its inner side.
    private static double side(Curve.Point from, Curve.Point to, double x, double y) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return (dx * (y - from.y()) - dy * (x - from.x())) / Math.hypot(dx, dy);
    }

    /// Source over, on premultiplied colours.
    private void blend(int index, double coverage, int argb) {
        int alpha = (int) Math.round((argb >>> 24) * coverage);
        if (alpha == 0) {
            return;
        }
        int under = pixels[index];
        int rest = 255 - alpha;
        int red = ((argb >> 16 & 0xFF) * alpha + (under >> 16 & 0xFF) * rest + 127) / 255;
        int green = ((argb >> 8 & 0xFF) * alpha + (under >> 8 & 0xFF) * rest + 127) / 255;
        int blue = ((argb & 0xFF) * alpha + (under & 0xFF) * rest + 127) / 255;
        int full = alpha + ((under >>> 24) * rest + 127) / 255;
        pixels[index] = full << 24 | red << 16 | green << 8 | blue;
    }
}
