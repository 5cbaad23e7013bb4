package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;

/// Paints one card at the detail of the view.
final class CardPainter {

    private static final double MIN_TYPE = 10.5;
    private static final int MOST_FACTS = 2;
    private static final Brush.Face LABEL = new Brush.Face(12, true);
    private static final Brush.Face FACT = new Brush.Face(11, false);

    private final Brush brush;
    private final View view;
    private final Look look;
    private final Theme theme;
    private final Spacing spacing;
    private final Detail detail;

    CardPainter(Brush brush, View view, Look look, Spacing spacing) {
        this.brush = brush;
        this.view = view;
        this.look = look;
        this.theme = look.theme();
        this.spacing = spacing;
        this.detail = Detail.at(view.scale());
    }

    /// @param ground the colour it is painted on
    void paint(Card card, Layout.Box box, int ground) {
        switch (detail) {
            case CARDS -> card(card, box);
            case ICONS -> icon(card, box, ground);
            case DOTS -> dot(card, box);
        }
        if (detail != Detail.DOTS) {
            if (look.dimmed().contains(card.id())) {
                Layout.Box veil = covered(card, box);
                brush.fill(veil, 0, Theme.faint(ground, 0.72));
            }
            new BadgePainter(brush, look, view.scale()).paint(card, badgeBox(box));
        }
    }

    /// Around all that is drawn of a card.
    private Layout.Box covered(Card card, Layout.Box box) {
        if (detail == Detail.CARDS) {
            return new Layout.Box(box.x() - 1, box.y() - 1, box.width() + 8, box.height() + 8);
        }
        double size = Detail.iconSize(spacing, view.scale());
        double top = iconTop(box, size);
        double wide = Math.max(size + 6, labelRoom());
        double high = size + 6 + label(card).size() * Detail.LINE;
        return new Layout.Box(box.x() + (box.width() - wide) / 2, top - 1, wide, high);
    }

    /// What badges are set on the rim of: the card, or its icon.
    private Layout.Box badgeBox(Layout.Box box) {
        if (detail == Detail.CARDS) {
            return box;
        }
        double size = Detail.iconSize(spacing, view.scale());
        return new Layout.Box(box.x() + (box.width() - size) / 2, iconTop(box, size), size, size);
    }

    /// What a card covers on screen, its words apart.
    List<Layout.Box> extent(Card card, Layout.Box plane) {
        Layout.Box box = view.box(plane);
        if (detail == Detail.CARDS) {
            return List.of(box);
        }
        if (detail == Detail.DOTS) {
            return List.of(square(box, Detail.dot(spacing, view.scale()) * 2));
        }
        double size = Detail.iconSize(spacing, view.scale());
        double top = iconTop(box, size);
        double middle = box.x() + box.width() / 2;
        List<Layout.Box> covered = new ArrayList<>();
        covered.add(new Layout.Box(middle - size / 2, top, size, size));
        double y = top + size + 2;
        for (Line line : label(card)) {
            double width = brush.width(line.text(), line.face());
            covered.add(new Layout.Box(middle - width / 2, y, width, Detail.LINE));
            y += Detail.LINE;
        }
        return covered;
    }

    /// The top of an icon whose block, with all the label there is room for, is in the middle.
    private double iconTop(Layout.Box box, double size) {
        double room = Detail.labelLines(spacing, view.scale()) * Detail.LINE + 4;
        return box.y() + box.height() / 2 - (size + room) / 2;
    }

    private void card(Card card, Layout.Box box) {
        double s = view.scale();
        double radius = 10 * s;
        Theme.Tone tone = theme.tone(card.kind().family());
        boolean member = look.members().contains(card.id());
        if (card.isStack()) {
            Layout.Box behind =
                    new Layout.Box(box.x() + 5 * s, box.y() + 5 * s, box.width(), box.height());
            brush.fill(behind, radius, theme.card());
            brush.outline(behind, radius, 1, member ? tone.ink() : theme.border());
        }
        halo(card, box, radius);
        brush.fill(box, radius, theme.card());
        brush.outline(
                box, radius, member ? 1.5 : 1, rim(card, member ? tone.ink() : theme.border()));
        double tile = 40 * s;
        Layout.Box square =
                new Layout.Box(box.x() + 12 * s, box.y() + (box.height() - tile) / 2, tile, tile);
        tile(card, square, 9 * s);
        words(card, tone, box, box.x() + 62 * s);
    }

    private void words(Card card, Theme.Tone tone, Layout.Box box, double x) {
        double s = view.scale();
        double room = box.x() + box.width() - 12 * s - x;
        Brush.Face small = new Brush.Face(Math.max(MIN_TYPE, 10.8 * s), false);
        Brush.Face bold = new Brush.Face(Math.max(MIN_TYPE, 13 * s), true);
        Lettering type = new Lettering(brush, small);
        List<String> title = new Lettering(brush, bold).wrapped(card.title(), room, 2);
        String fact = String.join(" · ", card.facts());
        double step = 15.5 * s;
        double lines = 1 + title.size() + (fact.isEmpty() ? 0 : 1);
        double y = box.y() + (box.height() - lines * step) / 2 + step * 0.76;
        double clock = brush.width(card.clock(), small);
        boolean bothFit = brush.width(card.kind().words(), small) + clock + 8 * s <= room;
        if (bothFit) {
            brush.text(card.clock(), x + room - clock, y, small, theme.muted());
        }
        brush.text(
                bothFit || card.clock().isEmpty()
                        ? type.elided(card.kind().words(), room)
                        : card.clock(),
                x,
                y,
                small,
                tone.ink());
        for (String line : title) {
            y += step;
            brush.text(line, x, y, bold, theme.ink());
        }
        brush.text(type.begun(fact, room), x, y + step, small, theme.muted());
    }

    private void icon(Card card, Layout.Box box, int ground) {
        double size = Detail.iconSize(spacing, view.scale());
        double top = iconTop(box, size);
        double middle = box.x() + box.width() / 2;
        Layout.Box square = new Layout.Box(middle - size / 2, top, size, size);
        double radius = size * 0.28;
        boolean member = look.members().contains(card.id());
        Theme.Tone tone = theme.tone(card.kind().family());
        if (card.isStack()) {
            Layout.Box behind = new Layout.Box(square.x() + 4, top + 4, size, size);
            brush.fill(behind, radius, tone.tint());
            brush.outline(behind, radius, 1, tone.ink());
        }
        halo(card, square, radius);
        tile(card, square, radius);
        int rim = rim(card, member ? tone.ink() : theme.border());
        brush.outline(square, radius, member ? 1.6 : 1, rim);
        double baseline = top + size + 2 + Detail.LINE * 0.8;
        for (Line line : label(card)) {
            double width = brush.width(line.text(), line.face());
            double x = middle - width / 2;
            Layout.Box behind =
                    new Layout.Box(x - 2, baseline - Detail.LINE * 0.8, width + 4, Detail.LINE);
            brush.fill(behind, 3, Theme.faint(ground, 0.82));
            int colour = line.face().bold() ? theme.ink() : theme.muted();
            brush.text(line.text(), x, baseline, line.face(), colour);
            baseline += Detail.LINE;
        }
    }

    private record Line(String text, Brush.Face face) {}

    /// Title first, then facts, as many as there is room for.
    private List<Line> label(Card card) {
        int room = Detail.labelLines(spacing, view.scale());
        List<Line> lines = new ArrayList<>();
        new Lettering(brush, LABEL)
                .wrapped(card.title(), labelRoom(), Math.min(room, 2))
                .forEach(line -> lines.add(new Line(line, LABEL)));
        List<String> facts = new ArrayList<>(card.facts());
        if (!card.clock().isEmpty()) {
            facts.addFirst(card.clock());
        }
        Lettering small = new Lettering(brush, FACT);
        for (int i = 0; i < facts.size() && i < MOST_FACTS && lines.size() < room; i++) {
            lines.add(new Line(small.begun(facts.get(i), labelRoom()), FACT));
        }
        return lines;
    }

    private double labelRoom() {
        return spacing.columnPitch() * view.scale() - 10;
    }

    /// Dots are in the image of the lines; here only what stands out.
    private void dot(Card card, Layout.Box box) {
        if (look.selected().contains(card.id()) || look.hovered().equals(card.id())) {
            double radius = Detail.dot(spacing, view.scale()) + 2;
            Layout.Box spot = square(box, radius * 2);
            halo(card, spot, radius);
            brush.fill(spot, radius, theme.accent());
        }
    }

    private static Layout.Box square(Layout.Box box, double side) {
        return new Layout.Box(
                box.x() + (box.width() - side) / 2,
                box.y() + (box.height() - side) / 2,
                side,
                side);
    }

    private void tile(Card card, Layout.Box square, double radius) {
        Theme.Tone tone = theme.tone(card.kind().family());
        brush.fill(square, radius, tone.tint());
        double inner = square.width() * 0.56;
        double inset = (square.width() - inner) / 2;
        double stroke = Math.max(1.2, inner / 24 * 1.8);
        brush.icon(
                card.kind().icon(),
                square.x() + inset,
                square.y() + inset,
                inner,
                stroke,
                tone.ink());
    }

    private void halo(Card card, Layout.Box box, double radius) {
        if (look.selected().contains(card.id())) {
            Layout.Box around =
                    new Layout.Box(box.x() - 4, box.y() - 4, box.width() + 8, box.height() + 8);
            brush.fill(around, radius + 4, theme.glow());
            brush.outline(around, radius + 4, 2, theme.accent());
        }
    }

    private int rim(Card card, int otherwise) {
        boolean lifted = look.selected().contains(card.id()) || look.hovered().equals(card.id());
        return lifted ? theme.accent() : otherwise;
    }
}
