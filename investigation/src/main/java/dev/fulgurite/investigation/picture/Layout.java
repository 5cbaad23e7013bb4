package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where every card stands. Immutable: what moves a card gives a new layout. Cards are found by
/// name, by node and by place without looking at all of them.
public final class Layout {

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

        /// Around both.
        Box with(Box other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Box(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }

        boolean holds(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }
    }

    private final Spacing spacing;
    private final List<Placed> cards;
    private final SortedMap<Integer, Double> columns;
    private @Nullable Index index;

    /// Cards where they are said to stand.
    ///
    /// @param columns left edge of each column by its rank (that of a [Column], or beyond); none in
    ///   a layout that follows the lines, not the order of cause
    public Layout(Spacing spacing, List<Placed> cards, Map<Integer, Double> columns) {
        this.spacing = spacing;
        this.cards = List.copyOf(cards);
        this.columns = new TreeMap<>(columns);
    }

    public Spacing spacing() {
        return spacing;
    }

    public List<Placed> cards() {
        return cards;
    }

    /// A copy: the layout's own stays as it is.
    public SortedMap<Integer, Double> columns() {
        return new TreeMap<>(columns);
    }

    /// Whether cards stand in columns; else wherever their lines pulled them.
    public boolean inColumns() {
        return !columns.isEmpty();
    }

    public Optional<Placed> card(String id) {
        return Optional.ofNullable(index().byId.get(id));
    }

    /// The card that stands for a node, alone or in a stack.
    public Optional<Placed> cardOf(NodeRef ref) {
        return Optional.ofNullable(index().byNode.get(ref));
    }

    /// The card that covers a place of the plane, the one on top.
    public Optional<Placed> cardAt(double x, double y) {
        Placed top = null;
        for (Placed placed : index().grid.touching(new Box(x, y, 1e-9, 1e-9))) {
            top = placed;
        }
        return Optional.ofNullable(top);
    }

    /// The cards that a rectangle touches.
    public List<Placed> cardsIn(Box area) {
        return List.copyOf(index().grid.touching(area));
    }

    public Box box(Placed placed) {
        return new Box(placed.x, placed.y, spacing.cardWidth(), spacing.cardHeight());
    }

    /// Around some of the cards; empty when none of them is here.
    public Optional<Box> around(Collection<String> ids) {
        List<Box> boxes = ids.stream().flatMap(id -> card(id).stream()).map(this::box).toList();
        return boxes.stream().reduce(Box::with);
    }

    /// Around all cards; empty at the origin when there are none.
    public Box bounds() {
        return index().bounds;
    }

    /// This with one card somewhere else; all others stay.
    public Layout moved(String id, double x, double y) {
        List<Placed> changed = new ArrayList<>(cards);
        for (int i = 0; i < changed.size(); i++) {
            Placed placed = changed.get(i);
            if (placed.card().id().equals(id)) {
                changed.set(i, new Placed(placed.card(), placed.rank(), x, y));
            }
        }
        return new Layout(spacing, changed, columns);
    }

    /// This with some cards, by their ids, all by the same way somewhere else; all others stay.
    public Layout moved(Set<String> ids, double dx, double dy) {
        List<Placed> changed = new ArrayList<>(cards.size());
        for (Placed placed : cards) {
            boolean moves = ids.contains(placed.card().id());
            changed.add(
                    moves
                            ? new Placed(
                                    placed.card(), placed.rank(), placed.x() + dx, placed.y() + dy)
                            : placed);
        }
        return new Layout(spacing, changed, columns);
    }

    /// Made when first asked for; two threads that make it at once make the same.
    private Index index() {
        Index made = index;
        if (made == null) {
            made = new Index(this);
            index = made;
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Layout layout
                && spacing.equals(layout.spacing)
                && cards.equals(layout.cards)
                && columns.equals(layout.columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(spacing, cards, columns);
    }

    @Override
    public String toString() {
        return "Layout[" + spacing + ", " + cards + ", " + columns + "]";
    }

    private static final class Index {
        final Map<String, Placed> byId = new HashMap<>();
        final Map<NodeRef, Placed> byNode = new HashMap<>();
        final BoxGrid<Placed> grid;
        final Box bounds;

        Index(Layout layout) {
            grid = new BoxGrid<>(layout.spacing.columnPitch());
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double bottom = -Double.MAX_VALUE;
            for (Placed placed : layout.cards) {
                byId.putIfAbsent(placed.card().id(), placed);
                placed.card().nodes().forEach(node -> byNode.putIfAbsent(node.ref(), placed));
                grid.put(layout.box(placed), placed);
                left = Math.min(left, placed.x);
                top = Math.min(top, placed.y);
                right = Math.max(right, placed.x + layout.spacing.cardWidth());
                bottom = Math.max(bottom, placed.y + layout.spacing.cardHeight());
            }
            bounds =
                    layout.cards.isEmpty()
                            ? new Box(0, 0, 0, 0)
                            : new Box(left, top, right - left, bottom - top);
        }
    }
}
