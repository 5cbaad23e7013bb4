package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Order and height of what stands in each column. A line that passes through a column holds a slot
/// there, as a card does, so that it later finds a gap between the cards.
final class Slots {

    /// A place in a column: a card's, or one kept free for a passing line.
    static final class Slot {
        final @Nullable Card card;
        final List<Slot> before = new ArrayList<>();
        final List<Slot> after = new ArrayList<>();
        double order;
        double y;

        Slot(@Nullable Card card) {
            this.card = card;
        }

        boolean isLine() {
            return card == null;
        }
    }

    private static final int SWEEPS = 12;
    private static final double LINE_GAP = 32;

    private final Spacing spacing;
    private final List<List<Slot>> columns = new ArrayList<>();
    private final Map<String, Slot> byCard = new HashMap<>();

    /// @param inColumns cards of each used column, left to right, in time order
    Slots(List<List<Card>> inColumns, List<Link> links, Spacing spacing) {
        this.spacing = spacing;
        Map<String, Integer> columnOf = new HashMap<>();
        for (List<Card> cards : inColumns) {
            List<Slot> column = new ArrayList<>();
            for (Card card : cards) {
                Slot slot = new Slot(card);
                column.add(slot);
                byCard.put(card.id(), slot);
                columnOf.put(card.id(), columns.size());
            }
            columns.add(column);
        }
        for (Link link : links) {
            Integer from = columnOf.get(link.from());
            Integer to = columnOf.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                thread(link, Math.min(from, to), Math.max(from, to), from < to);
            }
        }
    }

    /// The middle of a card's height, after [#settle].
    double middle(Card card) {
        Slot slot = byCard.get(card.id());
        if (slot == null) {
            throw new IllegalArgumentException("no slot for " + card.id());
        }
        return slot.y;
    }

    void settle() {
        number();
        untangle();
        columns.forEach(this::stackUp);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightward = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                pull(columns.get(rightward ? i : columns.size() - 1 - i), rightward, sweep);
            }
        }
    }

    private void thread(Link link, int left, int right, boolean forward) {
        Slot previous = slot(forward ? link.from() : link.to());
        Slot last = slot(forward ? link.to() : link.from());
        for (int column = left + 1; column < right; column++) {
            Slot passing = new Slot(null);
            columns.get(column).add(passing);
            join(previous, passing);
            previous = passing;
        }
        join(previous, last);
    }

    private Slot slot(String card) {
        Slot slot = byCard.get(card);
        if (slot == null) {
            throw new IllegalArgumentException("no slot for " + card);
        }
        return slot;
    }

    private static void join(Slot left, Slot right) {
        left.after.add(right);
        right.before.add(left);
    }

    /// A few sweeps of barycentres; the order with the fewest crossings stays.
    private void untangle() {
        long fewest = crossings();
        List<List<Slot>> best = copy();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean rightward = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Slot> column = columns.get(rightward ? i : columns.size() - 1 - i);
                column.sort(Comparator.comparingDouble(slot -> centre(slot, rightward)));
                number(column);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        columns.clear();
        columns.addAll(best);
        number();
    }

    private List<List<Slot>> copy() {
        List<List<Slot>> copy = new ArrayList<>();
        columns.forEach(column -> copy.add(new ArrayList<>(column)));
        return copy;
    }

    private static double centre(Slot slot, boolean rightward) {
        List<Slot> side = rightward ? slot.before : slot.after;
        return side.stream().mapToDouble(other -> other.order).average().orElse(slot.order);
    }

    private void number() {
        columns.forEach(Slots::number);
    }

    private static void number(List<Slot> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).order = i;
        }
    }

    private long crossings() {
        long crossings = 0;
        for (List<Slot> column : columns) {
            List<int[]> ends = new ArrayList<>();
            int last = 0;
            for (Slot slot : column) {
                for (Slot next : slot.after) {
                    ends.add(new int[] {(int) slot.order, (int) next.order});
                    last = Math.max(last, (int) next.order);
                }
            }
            ends.sort(
                    Comparator.comparingInt((int[] end) -> end[0]).thenComparingInt(end -> end[1]));
            crossings += inversions(ends, last);
        }
        return crossings;
    }

    /// Pairs in the wrong order, counted in a tree of sums (Fenwick 1994).
    private static long inversions(List<int[]> ends, int last) {
        int[] sums = new int[last + 2];
        long inversions = 0;
        int seen = 0;
        for (int[] end : ends) {
            int notAfter = 0;
            for (int i = end[1] + 1; i > 0; i -= i & -i) {
                notAfter += sums[i];
            }
            inversions += seen++ - notAfter;
            for (int i = end[1] + 1; i < sums.length; i += i & -i) {
                sums[i]++;
            }
        }
        return inversions;
    }

    private void stackUp(List<Slot> column) {
        double[] wish = new double[column.size()];
        spread(column, wish);
    }

    private void pull(List<Slot> column, boolean rightward, int sweep) {
        boolean bothSides = sweep >= SWEEPS - 4;
        double[] wish = new double[column.size()];
        for (int i = 0; i < wish.length; i++) {
            Slot slot = column.get(i);
            List<Slot> near = new ArrayList<>(bothSides || rightward ? slot.before : List.of());
            near.addAll(bothSides || !rightward ? slot.after : List.of());
            wish[i] = near.stream().mapToDouble(other -> other.y).average().orElse(slot.y);
        }
        spread(column, wish);
    }

    /// The heights nearest to what each slot wishes (least squares) that keep order and distance:
    /// neighbours that press on each other share their mean.
    private void spread(List<Slot> column, double[] wish) {
        double[] offset = new double[wish.length];
        for (int i = 1; i < wish.length; i++) {
            offset[i] = offset[i - 1] + distance(column.get(i - 1), column.get(i));
        }
        double[] mean = new double[wish.length];
        int[] size = new int[wish.length];
        int blocks = 0;
        for (int i = 0; i < wish.length; i++) {
            mean[blocks] = wish[i] - offset[i];
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int together = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1])
                                / together;
                size[blocks - 2] = together;
                blocks--;
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int n = 0; n < size[block]; n++, i++) {
                column.get(i).y = mean[block] + offset[i];
            }
        }
    }

    private double distance(Slot above, Slot below) {
        if (above.isLine() && below.isLine()) {
            return LINE_GAP;
        }
        if (above.isLine() || below.isLine()) {
            return Math.max(spacing.cardHeight() / 2 + LINE_GAP, spacing.rowPitch() / 2);
        }
        return spacing.rowPitch();
    }
}
