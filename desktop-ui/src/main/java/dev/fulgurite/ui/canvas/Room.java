package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Free places for cards.
final class Room {

    private static final double STEP = 24;

    private final Layout layout;
    private final List<Layout.Box> taken = new ArrayList<>();

    /// @param stands which cards take room
    Room(Layout layout, Predicate<Layout.Placed> stands) {
        this.layout = layout;
        layout.cards().stream().filter(stands).map(layout::box).forEach(taken::add);
    }

    /// The free place nearest to a wish, straight above or below it; it is taken from then on.
    double[] take(double x, double wish) {
        for (int n = 0; ; n++) {
            for (double y : new double[] {wish + n * STEP, wish - n * STEP}) {
                Layout.Box box =
                        new Layout.Box(
                                x, y, layout.spacing().cardWidth(), layout.spacing().cardHeight());
                if (taken.stream().noneMatch(box::overlaps)) {
                    taken.add(box);
                    return new double[] {x, y};
                }
            }
        }
    }
}
