package dev.fulgurite.investigation.picture;

import org.jspecify.annotations.Nullable;

/// A smooth line of cubic arcs, end to end. Knows what rectangle it lies in, and keeps the straight
/// pieces that it is drawn with.
public final class Curve {

    private static final int PIECES = 24;

    private final double[] points;
    private final Layout.Box box;
    private final boolean straight;
    private double @Nullable [] flat;

    /// @param points start, then for each arc two control points and its end; x before y
    Curve(double... points) {
        this(points.clone(), false);
    }

    private Curve(double[] points, boolean straight) {
        if (points.length < 8 || (points.length - 2) % 6 != 0) {
            throw new IllegalArgumentException("a start and whole arcs, not " + points.length);
        }
        this.points = points;
        this.straight = straight;
        double left = points[0];
        double top = points[1];
        double right = left;
        double bottom = top;
        for (int i = 2; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        box = new Layout.Box(left, top, right - left, bottom - top);
    }

    /// The straight line between two places.
    static Curve straight(double x1, double y1, double x2, double y2) {
        double dx = (x2 - x1) / 3;
        double dy = (y2 - y1) / 3;
        return new Curve(new double[] {x1, y1, x1 + dx, y1 + dy, x2 - dx, y2 - dy, x2, y2}, true);
    }

    int arcs() {
        return (points.length - 2) / 6;
    }

    /// A rectangle that holds the line.
    Layout.Box box() {
        return box;
    }

    double startX() {
        return points[0];
    }

    double startY() {
        return points[1];
    }

    double endX() {
        return points[points.length - 2];
    }

    double endY() {
        return points[points.length - 1];
    }

    /// A point of an arc, `t` from 0 to 1.
    public Point at(int arc, double t) {
        int i = arc * 6;
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Point(
                a * points[i] + b * points[i + 2] + c * points[i + 4] + d * points[i + 6],
                a * points[i + 1] + b * points[i + 3] + c * points[i + 5] + d * points[i + 7]);
    }

    /// The line as short straight pieces: x before y. Made once; not to be changed.
    double[] flat() {
        double[] made = flat;
        if (made == null) {
            made = flatten();
            flat = made;
        }
        return made;
    }

    private double[] flatten() {
        int count = 1;
        for (int arc = 0; arc < arcs(); arc++) {
            count += pieces(arc);
        }
        double[] made = new double[count * 2];
        made[0] = points[0];
        made[1] = points[1];
        int at = 2;
        for (int arc = 0; arc < arcs(); arc++) {
            int pieces = pieces(arc);
            for (int n = 1; n <= pieces; n++) {
                Point point = at(arc, (double) n / pieces);
                made[at++] = point.x();
                made[at++] = point.y();
            }
        }
        return made;
    }

    private int pieces(int arc) {
        int i = arc * 6;
        boolean level =
                points[i + 1] == points[i + 3]
                        && points[i + 3] == points[i + 5]
                        && points[i + 5] == points[i + 7];
        return straight || level ? 1 : PIECES;
    }

    /// How far a point is from the line.
    public double distance(double x, double y) {
        double[] xy = flat();
        double nearest = Double.MAX_VALUE;
        for (int i = 2; i < xy.length; i += 2) {
            nearest = Math.min(nearest, squared(xy[i - 2], xy[i - 1], xy[i], xy[i + 1], x, y));
        }
        return Math.sqrt(nearest);
    }

    private static double squared(double ax, double ay, double bx, double by, double x, double y) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
        double t = Math.clamp(along, 0, 1);
        double offX = x - ax - t * dx;
        double offY = y - ay - t * dy;
        return offX * offX + offY * offY;
    }

    /// A place on the plane.
    public record Point(double x, double y) {}
}
