package dev.fulgurite.investigation.picture;

/// Sets rectangles into a strip of a width, each as high up as it fits.
final class Shelf {

    private final Spacing spacing;
    private final double unit;

    /// How far down each unit of the width is full.
    private final double[] full;

    Shelf(Spacing spacing, double width) {
        this.spacing = spacing;
        this.unit = spacing.columnPitch() / 2;
        this.full = new double[units(width)];
    }

    private int units(double width) {
        return (int) Math.ceil((width + spacing.columnGap()) / unit);
    }

    /// Where the top left corner of a rectangle goes; nothing set later overlaps it.
    Curve.Point place(double width, double height) {
        int wide = Math.min(full.length, units(width));
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int start = 0; start + wide <= full.length; start++) {
            double top = 0;
            for (int i = start; i < start + wide; i++) {
                top = Math.max(top, full[i]);
            }
            if (top < least) {
                least = top;
                best = start;
            }
        }
        for (int i = best; i < best + wide; i++) {
            full[i] = least + height + spacing.rowGap();
        }
        return new Curve.Point(best * unit, least);
    }
}
