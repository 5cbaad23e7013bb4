package dev.fulgurite.investigation.picture;

/// Sizes on the plane that cards are laid out on: one unit is one pixel at scale 1.
public record Spacing(double cardWidth, double cardHeight, double columnGap, double rowGap) {

    /// Wide gaps between rows leave room for words under an icon when the picture is small.
    public static final Spacing STANDARD = new Spacing(184, 72, 68, 60);

    private static final double MOST = 3.4;

    public Spacing {
        if (cardWidth <= 0 || cardHeight <= 0 || columnGap < 0 || rowGap < 0) {
            throw new IllegalArgumentException("cards have a size, gaps are not negative");
        }
    }

    /// These sizes with rows as far apart as a room of these proportions allows, so that a wide and
    /// flat story leaves space for words under its icons.
    public Spacing spreadOver(Layout layout, double width, double height) {
        Layout.Box bounds = layout.bounds();
        double widest = Math.max(1, bounds.width());
        double tall = widest * height / Math.max(1, width);
        double rows = Math.round((bounds.height() - cardHeight) / rowPitch());
        if (rows < 1) {
            return this;
        }
        double gap = (tall - cardHeight) / rows - cardHeight;
        return new Spacing(
                cardWidth, cardHeight, columnGap, Math.clamp(gap, rowGap, MOST * rowGap));
    }

    double columnPitch() {
        return cardWidth + columnGap;
    }

    double rowPitch() {
        return cardHeight + rowGap;
    }
}
