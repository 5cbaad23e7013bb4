package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;

/// Paints on the rim of a card what the analyst put there (tags, a note, a pin) and the sign of a
/// hole in its logs.
final class BadgePainter {

    private static final Brush.Face TAG = new Brush.Face(10, true);
    private static final double SIDE = 15;
    private static final int MOST_TAGS = 2;

    private final Brush brush;
    private final Look look;
    private final Theme theme;
    private final boolean near;

    BadgePainter(Brush brush, Look look, double scale) {
        this.brush = brush;
        this.look = look;
        this.theme = look.theme();
        this.near = Detail.at(scale) == Detail.CARDS;
    }

    void paint(Card card, Layout.Box box) {
        if (look.holes().containsKey(card.id())) {
            Hatch.paint(
                    brush, new Layout.Box(box.x() - 9, box.y() - 7, 26, 12), theme, theme.card());
        }
        Look.Badge badge = look.badges().get(card.id());
        if (badge == null) {
            return;
        }
        double right = box.x() + box.width() + (near ? -6 : 6);
        if (badge.pinned()) {
            right -= sign(Icon.PIN, right, box.y());
        }
        if (!badge.note().isEmpty()) {
            sign(Icon.NOTE, right, box.y());
        }
        tags(badge.tags(), box);
    }

    private double sign(Icon icon, double right, double top) {
        Layout.Box square = new Layout.Box(right - SIDE, top - SIDE / 2, SIDE, SIDE);
        brush.fill(square, 4, theme.card());
        brush.outline(square, 4, 1, theme.border());
        brush.icon(icon, square.x() + 2.5, square.y() + 2.5, SIDE - 5, 1.2, theme.ink());
        return SIDE + 2;
    }

    private void tags(List<String> tags, Layout.Box box) {
        List<String> words = new ArrayList<>(tags.subList(0, Math.min(MOST_TAGS, tags.size())));
        if (tags.size() > MOST_TAGS) {
            words.add("+" + (tags.size() - MOST_TAGS));
        }
        double x = near ? box.x() + 10 : box.x() + box.width() + 3;
        double y = near ? box.y() + box.height() - 8 : box.y() + 11;
        for (String word : words) {
            String fitting = new Lettering(brush, TAG).begun(word, near ? 90 : 60);
            double width = brush.width(fitting, TAG) + 10;
            Layout.Box chip = new Layout.Box(x, y, width, SIDE);
            brush.fill(chip, 7, theme.ink());
            brush.text(fitting, x + 5, y + 11, TAG, theme.canvas());
            x += near ? width + 3 : 0;
            y += near ? 0 : SIDE + 2;
        }
    }
}
