package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;

/// A smooth line of cubic arcs, end to end.
public final class Curve {

    private static final int PIECES = 24;

    private final double[] points;

    /// @param points start, then for each arc two control points and its end; x before y
    Curve(double... points) {
        if (points.length < 8 || (points.length - 2) % 6 != 0) {
            throw new IllegalArgumentException("a start and whole arcs, not " + points.length);
        }
        this.points = points.clone();
    }

    int arcs() {
        return (points.length - 2) / 6;
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

    /// The line as short straight pieces.
    public List<Point> flat() {
        List<Point> flat = new ArrayList<>();
        flat.add(at(0, 0));
        for (int arc = 0; arc < arcs(); arc++) {
            int i = arc * 6;
            boolean straight =
                    points[i + 1] == points[i + 3]
                            && points[i + 3] == points[i + 5]
                            && points[i + 5] == points[i + 7];
            int pieces = straight ? 1 : PIECES;
            for (int n = 1; n <= pieces; n++) {
                flat.add(at(arc, (double) n / pieces));
            }
        }
        return flat;
    }

    /// How far a point is from the line.
    public double distance(double x, double y) {
        double nearest = Double.MAX_VALUE;
        List<Point> flat = flat();
        for (int i = 1; i < flat.size(); i++) {
            nearest = Math.min(nearest, distance(flat.get(i - 1), flat.get(i), x, y));
        }
        return nearest;
    }

    private static double distance(Point a, Point b, double x, double y) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / length;
        double t = Math.clamp(along, 0, 1);
        return Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy);
    }

    /// A place on the plane.
    public record Point(double x, double y) {}
}
