package dev.fulgurite.investigation.picture;

/// The part of a scene that is looked at: a point of the plane times `scale` plus (`dx`, `dy`) is
/// its pixel.
public record View(double scale, double dx, double dy, double width, double height) {

    /// Space above the picture for the columns' headings.
    public static final double HEADING = 44;

    private static final double MARGIN = 28;
    private static final double LARGEST = 1.1;
    private static final double SMALLEST = 0.04;
    private static final double A_HAIR = 0.5;

    public View {
        if (scale <= 0) {
            throw new IllegalArgumentException("a scale is positive, not " + scale);
        }
    }

    public double x(double planeX) {
        return planeX * scale + dx;
    }

    public double y(double planeY) {
        return planeY * scale + dy;
    }

    public double planeX(double x) {
        return (x - dx) / scale;
    }

    public double planeY(double y) {
        return (y - dy) / scale;
    }

    public Layout.Box box(Layout.Box plane) {
        return new Layout.Box(
                x(plane.x()), y(plane.y()), plane.width() * scale, plane.height() * scale);
    }

    /// Shows all within a rectangle of the plane, in the middle, never larger than is good to read.
    public static View fitting(Layout.Box bounds, double width, double height) {
        double room = Math.max(1, width - 2 * MARGIN);
        double high = Math.max(1, height - HEADING - 2 * MARGIN);
        double fit =
                Math.min(room / Math.max(1, bounds.width()), high / Math.max(1, bounds.height()));
        double scale = Math.clamp(fit, SMALLEST, LARGEST);
        double dx = (width - bounds.width() * scale) / 2 - bounds.x() * scale;
        double dy = HEADING + (height - HEADING - bounds.height() * scale) / 2 - bounds.y() * scale;
        return new View(scale, dx, dy, width, height);
    }

    /// Whether all of a rectangle of the plane is in sight, away from the edges.
    public boolean shows(Layout.Box plane) {
        return showing(plane).equals(this);
    }

    /// This, moved no farther than is needed to have a rectangle of the plane in sight; from
    /// farther away when it is too large for that.
    public View showing(Layout.Box plane) {
        Layout.Box seen = box(plane);
        if (seen.width() > width - 2 * MARGIN || seen.height() > height - HEADING - 2 * MARGIN) {
            View all = fitting(plane, width, height);
            return all.scale() < scale ? all : this;
        }
        double x = shift(seen.x(), seen.width(), MARGIN, width - MARGIN);
        double y = shift(seen.y(), seen.height(), HEADING + MARGIN, height - MARGIN);
        return Math.abs(x) + Math.abs(y) < A_HAIR ? this : panned(x, y);
    }

    private static double shift(double from, double length, double least, double most) {
        if (from < least) {
            return least - from;
        }
        return Math.min(0, most - from - length);
    }

    /// Closer or farther, the point under (`x`, `y`) staying where it is.
    public View zoomed(double factor, double x, double y) {
        double next = Math.clamp(scale * factor, SMALLEST, 4);
        double ratio = next / scale;
        return new View(next, x - (x - dx) * ratio, y - (y - dy) * ratio, width, height);
    }

    public View panned(double byX, double byY) {
        return new View(scale, dx + byX, dy + byY, width, height);
    }

    /// The same middle in a window of another size.
    public View resized(double newWidth, double newHeight) {
        return new View(
                scale,
                dx + (newWidth - width) / 2,
                dy + (newHeight - height) / 2,
                newWidth,
                newHeight);
    }
}
