package dev.fulgurite.investigation.picture;

/// Finds room for cards among those that stand.
final class Room {

    private static final double ASIDE = 8;
    private static final int STEPS = 4;

    private final Spacing spacing;
    private final BoxGrid<Boolean> taken;

    Room(Spacing spacing) {
        this.spacing = spacing;
        this.taken = new BoxGrid<>(spacing.columnPitch());
    }

    void take(double x, double y) {
        taken.put(new Layout.Box(x, y, spacing.cardWidth(), spacing.cardHeight()), Boolean.TRUE);
    }

    /// Whether a card may stand there with some air around it.
    boolean isFree(double x, double y) {
        double margin = spacing.rowGap() * 0.75;
        return taken.isFree(
                new Layout.Box(
                        x - ASIDE,
                        y - margin,
                        spacing.cardWidth() + 2 * ASIDE,
                        spacing.cardHeight() + 2 * margin));
    }

    /// The free height nearest to the wished one.
    double inColumn(double x, double wish) {
        double step = spacing.rowPitch() / STEPS;
        for (int n = 0; ; n++) {
            double below = Math.round(wish + n * step);
            if (isFree(x, below)) {
                return below;
            }
            double above = Math.round(wish - n * step);
            if (isFree(x, above)) {
                return above;
            }
        }
    }

    /// The free place nearest to the wished one, looked for in squares around it.
    Curve.Point anywhere(double x, double y) {
        for (int ring = 0; ; ring++) {
            Curve.Point best = null;
            double least = Double.MAX_VALUE;
            for (int i = -ring; i <= ring; i++) {
                int inner = Math.abs(i) == ring ? 1 : Math.max(1, 2 * ring);
                for (int j = -ring; j <= ring; j += inner) {
                    double atX = Math.round(x + i * spacing.columnPitch() / STEPS);
                    double atY = Math.round(y + j * spacing.rowPitch() / STEPS);
                    double far = Math.hypot(atX - x, atY - y);
                    if (far < least && isFree(atX, atY)) {
                        least = far;
                        best = new Curve.Point(atX, atY);
                    }
                }
            }
            if (best != null) {
                return best;
            }
        }
    }
}
