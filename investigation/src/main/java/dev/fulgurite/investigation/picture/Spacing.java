package dev.fulgurite.investigation.picture;

/// Sizes on the plane that cards are laid out on: one unit is one pixel at scale 1.
public record Spacing(double cardWidth, double cardHeight, double columnGap, double rowGap) {

    /// Wide gaps between rows leave room for words under an icon when the picture is small.
    public static final Spacing STANDARD = new Spacing(184, 72, 68, 60);

    public Spacing {
        if (cardWidth <= 0 || cardHeight <= 0 || columnGap < 0 || rowGap < 0) {
            throw new IllegalArgumentException("cards have a size, gaps are not negative");
        }
    }

    double columnPitch() {
        return cardWidth + columnGap;
    }

    double rowPitch() {
        return cardHeight + rowGap;
    }
}
