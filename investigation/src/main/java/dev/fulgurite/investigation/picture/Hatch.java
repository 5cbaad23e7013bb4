package dev.fulgurite.investigation.picture;

/// The sign of a hole in the logs.
final class Hatch {

    private static final double STEP = 5;

    private Hatch() {}

    static void paint(Brush brush, Layout.Box box, Theme theme, int ground) {
        brush.fill(box, 3, ground);
        double bottom = box.y() + box.height();
        double right = box.x() + box.width();
        for (double x = box.x() - box.height() + STEP / 2; x < right; x += STEP) {
            double from = Math.max(x, box.x());
            double to = Math.min(x + box.height(), right);
            if (to > from) {
                brush.line(from, bottom - (from - x), to, bottom - (to - x), 1.2, theme.muted());
            }
        }
        brush.outline(box, 3, 1, theme.muted());
    }
}
