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

    /// What is drawn on: all, or what came into sight.
    private int left;

    private int top;
    private int right;
    private int bottom;

    private double discOf = -1;
    private int[] disc = new int[0];

    public EdgeRasterizer(int[] pixels, int width, int height) {
        if (pixels.length < width * height) {
            throw new IllegalArgumentException("an image of " + width + " by " + height);
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.right = width;
        this.bottom = height;
    }

    /// Empties the whole image, which is drawn on from then on.
    public void clear() {
        Arrays.fill(pixels, 0);
        clip(0, 0, width, height);
    }

    /// From now on draws only on a part, which is emptied.
    void begin(int x1, int y1, int x2, int y2) {
        clip(Math.max(0, x1), Math.max(0, y1), Math.min(width, x2), Math.min(height, y2));
        for (int y = top; y < bottom; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, 0);
        }
    }

    private void clip(int x1, int y1, int x2, int y2) {
        left = x1;
        top = y1;
        right = x2;
        bottom = y2;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Whether anything within a rectangle, in pixels, can be drawn.
    boolean shows(double x1, double y1, double x2, double y2) {
        return x2 >= left && x1 <= right && y2 >= top && y1 <= bottom;
    }

    /// Moves all that is drawn; what is left behind keeps its old pixels.
    void scroll(int dx, int dy) {
        int wide = width - Math.abs(dx);
        int high = height - Math.abs(dy);
        if (wide <= 0 || high <= 0) {
            return;
        }
        int fromX = Math.max(0, -dx);
        int toX = Math.max(0, dx);
        for (int n = 0; n < high; n++) {
            int row = dy > 0 ? high - 1 - n : n;
            int from = (row + Math.max(0, -dy)) * width + fromX;
            int to = (row + Math.max(0, dy)) * width + toX;
            System.arraycopy(pixels, from, pixels, to, wide);
        }
    }

    /// Draws the straight pieces between points, in pixels.
    ///
    /// @param thickness in pixels
    /// @param argb the colour, not premultiplied
    public void line(List<Curve.Point> points, double thickness, int argb, Dash dash) {
        line(flat(points), points.size() * 2, thickness, argb, dash);
    }

    /// Draws a filled arrow head whose tip is at the end of the line.
    public void head(List<Curve.Point> points, double size, int argb) {
        head(flat(points), points.size() * 2, size, argb);
    }

    private static double[] flat(List<Curve.Point> points) {
        double[] xy = new double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.get(i).x();
            xy[2 * i + 1] = points.get(i).y();
        }
        return xy;
    }

    /// As [#line(List, double, int, Dash)], from the first `count` numbers: x before y.
    void line(double[] xy, int count, double thickness, int argb, Dash dash) {
        double along = 0;
        for (int i = 2; i < count; i += 2) {
            double ax = xy[i - 2];
            double ay = xy[i - 1];
            double bx = xy[i];
            double by = xy[i + 1];
            double length = Math.hypot(bx - ax, by - ay);
            if (length > 0
                    && shows(
                            Math.min(ax, bx) - thickness,
                            Math.min(ay, by) - thickness,
                            Math.max(ax, bx) + thickness,
                            Math.max(ay, by) + thickness)) {
                piece(ax, ay, bx, by, length, thickness, argb, dash, along);
            }
            along += length;
        }
    }

    /// As [#head(List, double, int)], from the first `count` numbers.
    void head(double[] xy, int count, double size, int argb) {
        double tipX = xy[count - 2];
        double tipY = xy[count - 1];
        int tail = count - 4;
        while (tail > 0 && Math.hypot(tipX - xy[tail], tipY - xy[tail + 1]) < size) {
            tail -= 2;
        }
        double length = Math.hypot(tipX - xy[tail], tipY - xy[tail + 1]);
        if (length == 0 || !shows(tipX - size, tipY - size, tipX + size, tipY + size)) {
            return;
        }
        double dx = (tipX - xy[tail]) / length;
        double dy = (tipY - xy[tail + 1]) / length;
        double half = size * 0.42;
        triangle(
                new Curve.Point(tipX, tipY),
                new Curve.Point(tipX - dx * size - dy * half, tipY - dy * size + dx * half),
                new Curve.Point(tipX - dx * size + dy * half, tipY - dy * size - dx * half),
                argb);
    }

    /// A line one pixel wide (Wu 1991), for views of so many lines that each must cost little.
    void thin(double x1, double y1, double x2, double y2, int argb, Dash dash) {
        boolean flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        double u0 = flat ? x1 : y1;
        double u1 = flat ? x2 : y2;
        double v0 = flat ? y1 : x1;
        double v1 = flat ? y2 : x2;
        if (u0 > u1) {
            double u = u0;
            u0 = u1;
            u1 = u;
            double v = v0;
            v0 = v1;
            v1 = v;
        }
        if (u1 - u0 < 1) {
            return;
        }
        double slope = (v1 - v0) / (u1 - u0);
        int lowV = flat ? top : left;
        int highV = flat ? bottom : right;
        double first = Math.max(flat ? left : top, Math.ceil(u0 - 0.5));
        double end = Math.min(flat ? right : bottom, Math.ceil(u1 - 0.5));
        if (slope == 0) {
            if (v0 < lowV - 1 || v0 > highV + 1) {
                return;
            }
        } else {
            double atLow = u0 + (lowV - 1 - v0) / slope;
            double atHigh = u0 + (highV + 1 - v0) / slope;
            first = Math.max(first, Math.floor(Math.min(atLow, atHigh)));
            end = Math.min(end, Math.ceil(Math.max(atLow, atHigh)) + 1);
        }
        if (first < end) {
            double period = (dash.stroke() + dash.gap()) * (u1 - u0) / Math.hypot(u1 - u0, v1 - v0);
            double stroke = period * dash.stroke() / (dash.stroke() + dash.gap());
            double v = v0 + (first + 0.5 - u0) * slope - 0.5;
            steps(
                    flat,
                    (int) first,
                    (int) end,
                    v,
                    slope,
                    argb,
                    u0,
                    period,
                    stroke,
                    dash.gap() == 0);
        }
    }

    private void steps(
            boolean flat,
            int first,
            int end,
            double v,
            double slope,
            int argb,
            double start,
            double period,
            double stroke,
            boolean solid) {
        int lowV = flat ? top : left;
        int highV = flat ? bottom : right;
        int across = flat ? width : 1;
        int onward = flat ? 1 : width;
        int alpha = argb >>> 24;
        int redBlue = argb & 0xFF00FF;
        int alphaGreen = ((argb >>> 8) & 0xFF) | 0xFF0000;
        long fixed = (long) (v * 65536);
        long step = (long) (slope * 65536);
        double phase = solid ? 0 : (first - 1 - start) % period;
        for (int u = first; u < end; u++, fixed += step) {
            if (!solid) {
                phase = phase + 1 < period ? phase + 1 : phase + 1 - period;
                if (phase > stroke) {
                    continue;
                }
            }
            int at = (int) (fixed >> 16);
            int far = (int) (fixed >> 8) & 0xFF;
            int index = at * across + u * onward;
            if (at >= lowV && at < highV) {
                over(index, (alpha * (256 - far)) >> 8, redBlue, alphaGreen);
            }
            if (at + 1 >= lowV && at + 1 < highV) {
                over(index + across, (alpha * far) >> 8, redBlue, alphaGreen);
            }
        }
    }

    /// Source over with two channels at a time; an error of one in 256 at most.
    private void over(int index, int alpha, int redBlue, int alphaGreen) {
        int under = pixels[index];
        int rest = 256 - alpha;
        int first = (((under & 0xFF00FF) * rest) >>> 8) & 0xFF00FF;
        int second = (((under >>> 8) & 0xFF00FF) * rest) & 0xFF00FF00;
        first += ((redBlue * alpha) >>> 8) & 0xFF00FF;
        second += (alphaGreen * alpha) & 0xFF00FF00;
        pixels[index] = first | second;
    }

    /// A filled circle around the middle of a pixel.
    void dot(double x, double y, double radius, int argb) {
        int reach = (int) Math.ceil(radius);
        int middleX = (int) Math.floor(x);
        int middleY = (int) Math.floor(y);
        if (!shows(middleX - reach, middleY - reach, middleX + reach + 1, middleY + reach + 1)) {
            return;
        }
        int side = 2 * reach + 1;
        if (discOf != radius) {
            discOf = radius;
            disc = disc(radius, reach);
        }
        int alpha = argb >>> 24;
        int redBlue = argb & 0xFF00FF;
        int alphaGreen = ((argb >>> 8) & 0xFF) | 0xFF0000;
        for (int row = 0; row < side; row++) {
            int py = middleY - reach + row;
            if (py < top || py >= bottom) {
                continue;
            }
            for (int column = 0; column < side; column++) {
                int px = middleX - reach + column;
                int covered = disc[row * side + column];
                if (covered > 0 && px >= left && px < right) {
                    over(py * width + px, (alpha * covered) >> 8, redBlue, alphaGreen);
                }
            }
        }
    }

    private static int[] disc(double radius, int reach) {
        int side = 2 * reach + 1;
        int[] disc = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double far = Math.hypot(row - reach, column - reach);
                disc[row * side + column] = (int) (256 * Math.clamp(radius - far + 0.5, 0, 1));
            }
        }
        return disc;
    }

    /// Steps along the longer axis and covers, at each step, the span that the stroke has across
    /// the other one; steps of consecutive pieces do not overlap, so no pixel is painted twice.
    private void piece(
            double ax,
            double ay,
            double bx,
            double by,
            double length,
            double thickness,
            int argb,
            Dash dash,
            double along) {
        boolean flat = Math.abs(bx - ax) >= Math.abs(by - ay);
        double u0 = flat ? ax : ay;
        double u1 = flat ? bx : by;
        double v0 = flat ? ay : ax;
        double v1 = flat ? by : bx;
        double slope = (v1 - v0) / (u1 - u0);
        double half = thickness * Math.sqrt(1 + slope * slope) / 2;
        double low = Math.min(u0, u1);
        double high = Math.max(u0, u1);
        int first = Math.max(flat ? left : top, (int) Math.ceil(low - 0.5));
        int end = Math.min(flat ? right : bottom, (int) Math.ceil(high - 0.5));
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
        int from = Math.max(flat ? top : left, (int) Math.floor(v - half));
        int to = Math.min((flat ? bottom : right) - 1, (int) Math.floor(v + half));
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
        int x1 = Math.max(left, (int) Math.min(a.x(), Math.min(b.x(), c.x())) - 1);
        int x2 = Math.min(right - 1, (int) Math.max(a.x(), Math.max(b.x(), c.x())) + 1);
        int y1 = Math.max(top, (int) Math.min(a.y(), Math.min(b.y(), c.y())) - 1);
        int y2 = Math.min(bottom - 1, (int) Math.max(a.y(), Math.max(b.y(), c.y())) + 1);
        for (int y = y1; y <= y2; y++) {
            for (int x = x1; x <= x2; x++) {
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
