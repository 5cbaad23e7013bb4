package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Where every card stands. Immutable: what moves a card gives a new layout.
///
/// @param columns left edge of each column by its rank (that of a [Column], or beyond)
public record Layout(Spacing spacing, List<Placed> cards, TreeMap<Integer, Double> columns) {

    public static final Layout EMPTY = new Layout(Spacing.STANDARD, List.of(), new TreeMap<>());

    /// A card with its top left corner.
    public record Placed(Card card, int rank, double x, double y) {
        Placed with(Card refreshed) {
            return new Placed(refreshed, rank, x, y);
        }
    }

    /// A rectangle on the plane.
    public record Box(double x, double y, double width, double height) {
        public boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    public Layout {
        cards = List.copyOf(cards);
        columns = new TreeMap<>(columns);
    }

    /// A copy: the layout's own stays as it is.
    @Override
    public TreeMap<Integer, Double> columns() {
        return new TreeMap<>(columns);
    }

    public Optional<Placed> card(String id) {
        return cards.stream().filter(placed -> placed.card().id().equals(id)).findFirst();
    }

    /// The card that stands for a node, alone or in a stack.
    public Optional<Placed> cardOf(NodeRef ref) {
        return cards.stream().filter(placed -> placed.card().standsFor(ref)).findFirst();
    }

    public Box box(Placed placed) {
        return new Box(placed.x, placed.y, spacing.cardWidth(), spacing.cardHeight());
    }

    /// Around all cards; empty at the origin when there are none.
    public Box bounds() {
        if (cards.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        double left = cards.stream().mapToDouble(Placed::x).min().orElse(0);
        double top = cards.stream().mapToDouble(Placed::y).min().orElse(0);
        double right = cards.stream().mapToDouble(Placed::x).max().orElse(0);
        double bottom = cards.stream().mapToDouble(Placed::y).max().orElse(0);
        return new Box(
                left, top, right - left + spacing.cardWidth(), bottom - top + spacing.cardHeight());
    }

    /// This with one card somewhere else; all others stay.
    public Layout moved(String id, double x, double y) {
        List<Placed> changed = new ArrayList<>();
        for (Placed placed : cards) {
            changed.add(
                    placed.card().id().equals(id)
                            ? new Placed(placed.card(), placed.rank(), x, y)
                            : placed);
        }
        return new Layout(spacing, changed, columns);
    }
}
