package dev.fulgurite.investigation.picture;

/// How much of a card is drawn: all of it when near, its icon with a label when farther, a dot when
/// far away.
public enum Detail {
    CARDS,
    ICONS,
    DOTS;

    private static final double NEAR = 0.8;
    private static final double FAR = 0.32;

    /// Height of a line of a label under an icon, in pixels.
    static final double LINE = 14.5;

    static final double DOT = 5;

    private static final double STEP = 1.08;

    public static Detail at(double scale) {
        return scale >= NEAR ? CARDS : scale >= FAR ? ICONS : DOTS;
    }

    /// Side of the square behind an icon, in pixels.
    static double iconSize(Spacing spacing, double scale) {
        double room =
                Math.min(spacing.rowPitch() * scale * 0.46, spacing.columnPitch() * scale * 0.36);
        return Math.clamp(room, 22, 46);
    }

    /// Lines of label that fit under an icon.
    static int labelLines(Spacing spacing, double scale) {
        double left = spacing.rowPitch() * scale - iconSize(spacing, scale) - 8;
        return (int) Math.clamp(left / LINE, 1, 4);
    }

    /// Half the width of a dot, in pixels.
    static double dot(Spacing spacing, double scale) {
        return Math.clamp(spacing.cardHeight() * scale * 0.42, 1.5, DOT);
    }

    /// Where lines meet a card at this scale, on the plane. Scales that differ little have the
    /// same, so that lines keep their ways through a small zoom.
    public static Scene.Ports ports(Spacing spacing, double scale) {
        return switch (at(scale)) {
            case CARDS -> Scene.Ports.ofCards(spacing);
            case ICONS -> {
                double near = Math.pow(STEP, Math.rint(Math.log(scale) / Math.log(STEP)));
                double icon = iconSize(spacing, near);
                double label = labelLines(spacing, near) * LINE + 4;
                double block = (icon + label) / near;
                double clear = Math.max(10, (block - spacing.cardHeight()) / 2 + 4);
                yield new Scene.Ports((icon / 2 + 4) / near, label / 2 / near, clear, false);
            }
            case DOTS -> Scene.Ports.ofDots();
        };
    }
}
