package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Lays a subgraph out by what hangs together: things with many lines between them stand near each
/// other, whatever their kind. Starts from where the cards are, so that the eye can follow; the
/// same start gives the same end, cards never overlap, and pinned ones stay where they are. Parts
/// without a line between them stand beside each other.
///
/// ```java
/// Layout clusters = ForceLayout.arrange(graph, layout, pinned);
/// ```
public final class ForceLayout {

    private static final double BETWEEN = 1.6;
    private static final int SHAKES = 60;

    private final Spacing spacing;
    private final Set<String> pinned;
    private final List<Layout.Placed> cards;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final List<int[]> lines = new ArrayList<>();
    private final double[] x;
    private final double[] y;

    private ForceLayout(Subgraph graph, Layout start, Set<String> pinned) {
        this.spacing = start.spacing();
        this.pinned = pinned;
        this.cards =
                start.cards().stream()
                        .sorted(Comparator.comparing((Layout.Placed placed) -> placed.card().id()))
                        .toList();
        x = new double[cards.size()];
        y = new double[cards.size()];
        for (int i = 0; i < x.length; i++) {
            indexOf.put(cards.get(i).card().id(), i);
            x[i] = cards.get(i).x();
            y[i] = cards.get(i).y();
        }
        for (Link link : Cards.links(graph, start)) {
            Integer from = indexOf.get(link.from());
            Integer to = indexOf.get(link.to());
            if (from != null && to != null) {
                lines.add(new int[] {from, to});
            }
        }
    }

    /// The same cards in other places, and one for each node that had none.
    ///
    /// @param from where cards stand now; nodes without a card get one
    /// @param pinnedCards ids of cards that must not move
    public static Layout arrange(Subgraph graph, Layout from, Set<String> pinnedCards) {
        Layout start =
                from.cards().isEmpty()
                        ? FlowLayout.arrange(graph, from.spacing())
                        : FlowLayout.extend(from, graph);
        return new ForceLayout(graph, start, pinnedCards).arranged(start);
    }

    private Layout arranged(Layout start) {
        List<List<Integer>> parts = parts();
        List<Layout.Box> boxes = new ArrayList<>();
        for (List<Integer> part : parts) {
            settle(part);
            boxes.add(bounds(part));
        }
        pack(parts, boxes);
        Map<String, Layout.Placed> moved = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            Layout.Placed old = cards.get(i);
            moved.put(old.card().id(), new Layout.Placed(old.card(), old.rank(), x[i], y[i]));
        }
        List<Layout.Placed> inOrder = new ArrayList<>();
        for (Layout.Placed old : start.cards()) {
            inOrder.add(moved.getOrDefault(old.card().id(), old));
        }
        return new Layout(spacing, inOrder, new TreeMap<>());
    }

    private boolean isPinned(int card) {
        return pinned.contains(cards.get(card).card().id());
    }

    /// What hangs together; all parts that hold a pinned card are one, since none of them can be
    /// moved as a whole. Largest first.
    private List<List<Integer>> parts() {
        int[] towards = new int[x.length];
        int held = -1;
        for (int i = 0; i < towards.length; i++) {
            towards[i] = i;
        }
        for (int[] line : lines) {
            towards[root(towards, line[0])] = root(towards, line[1]);
        }
        for (int i = 0; i < towards.length; i++) {
            if (isPinned(i)) {
                held = held < 0 ? i : held;
                towards[root(towards, i)] = root(towards, held);
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int i = 0; i < towards.length; i++) {
            parts.computeIfAbsent(root(towards, i), r -> new ArrayList<>()).add(i);
        }
        return parts.values().stream()
                .sorted(
                        Comparator.comparingInt((List<Integer> part) -> -part.size())
                                .thenComparing(List::getFirst))
                .toList();
    }

    private static int root(int[] towards, int of) {
        int at = of;
        while (towards[at] != at) {
            towards[at] = towards[towards[at]];
            at = towards[at];
        }
        return at;
    }

    /// Lets the forces work on one part, in a plane where a card with its air is a square.
    private void settle(List<Integer> part) {
        if (part.size() > 1) {
            double unitX = spacing.columnPitch() / Forces.REST;
            double unitY = spacing.rowPitch() / Forces.REST;
            SplittableRandom chance = new SplittableRandom(part.size() * 31L + lines.size());
            Map<Integer, Integer> at = new HashMap<>();
            double[] px = new double[part.size()];
            double[] py = new double[part.size()];
            boolean[] held = new boolean[part.size()];
            for (int i = 0; i < px.length; i++) {
                int card = part.get(i);
                at.put(card, i);
                held[i] = isPinned(card);
                px[i] = x[card] / unitX + (held[i] ? 0 : chance.nextDouble(0.1));
                py[i] = y[card] / unitY + (held[i] ? 0 : chance.nextDouble(0.1));
            }
            int[][] inside = inside(at);
            new Forces(px, py, held, inside[0], inside[1]).run(steps(px.length));
            for (int i = 0; i < px.length; i++) {
                if (!held[i]) {
                    x[part.get(i)] = px[i] * unitX;
                    y[part.get(i)] = py[i] * unitY;
                }
            }
        }
        part(part);
    }

    private int[][] inside(Map<Integer, Integer> at) {
        List<int[]> inside = lines.stream().filter(line -> at.containsKey(line[0])).toList();
        int[][] ends = new int[2][inside.size()];
        for (int i = 0; i < inside.size(); i++) {
            ends[0][i] = at.getOrDefault(inside.get(i)[0], 0);
            ends[1][i] = at.getOrDefault(inside.get(i)[1], 0);
        }
        return ends;
    }

    private static int steps(int cards) {
        return Math.clamp(400_000L / cards, 60, 500);
    }

    /// Pushes overlapping cards apart, then gives those that still do the nearest room there is.
    private void part(List<Integer> part) {
        for (int shake = 0; shake < SHAKES && shake(part); shake++) {
            // Each shake parts pairs; others may come to overlap.
        }
        double middleX = part.stream().mapToDouble(i -> x[i]).average().orElse(0);
        double middleY = part.stream().mapToDouble(i -> y[i]).average().orElse(0);
        Room room = new Room(spacing);
        part.stream().filter(this::isPinned).forEach(card -> room.take(x[card], y[card]));
        part.stream()
                .filter(card -> !isPinned(card))
                .sorted(
                        Comparator.comparingDouble(
                                card -> Math.hypot(x[card] - middleX, y[card] - middleY)))
                .forEach(card -> {
                    Curve.Point free = room.anywhere(x[card], y[card]);
                    x[card] = free.x();
                    y[card] = free.y();
                    room.take(free.x(), free.y());
                });
    }

    /// Parts each overlapping pair on its shorter way; false when there is none.
    private boolean shake(List<Integer> part) {
        double wide = spacing.cardWidth() + spacing.columnGap() / 2;
        double high = spacing.cardHeight() + spacing.rowGap();
        BoxGrid<Integer> grid = new BoxGrid<>(wide);
        part.forEach(card -> grid.put(new Layout.Box(x[card], y[card], wide, high), card));
        boolean any = false;
        for (int card : part) {
            for (int other : grid.touching(new Layout.Box(x[card], y[card], wide, high))) {
                double overX = wide - Math.abs(x[card] - x[other]);
                double overY = high - Math.abs(y[card] - y[other]);
                if (other > card && overX > 0 && overY > 0) {
                    any = true;
                    boolean along = overX / wide < overY / high;
                    double[] axis = along ? x : y;
                    double by = (along ? overX : overY) * (axis[card] <= axis[other] ? -1 : 1);
                    double share = isPinned(card) ? 0 : isPinned(other) ? 1 : 0.5;
                    axis[card] += by * share;
                    axis[other] -= isPinned(other) ? 0 : by * (1 - share);
                }
            }
        }
        return any;
    }

    private Layout.Box bounds(List<Integer> part) {
        double left = part.stream().mapToDouble(i -> x[i]).min().orElse(0);
        double top = part.stream().mapToDouble(i -> y[i]).min().orElse(0);
        double right = part.stream().mapToDouble(i -> x[i]).max().orElse(0) + spacing.cardWidth();
        double low = part.stream().mapToDouble(i -> y[i]).max().orElse(0) + spacing.cardHeight();
        return new Layout.Box(left, top, right - left, low - top);
    }

    /// Sets the parts beside each other, the large ones first, each as high up as it fits; under
    /// the part that is pinned, if one is.
    private void pack(List<List<Integer>> parts, List<Layout.Box> boxes) {
        double left = boxes.stream().mapToDouble(Layout.Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Layout.Box::y).min().orElse(0);
        List<Integer> loose = new ArrayList<>();
        double area = 0;
        double widest = 0;
        for (int i = 0; i < parts.size(); i++) {
            Layout.Box box = boxes.get(i);
            if (parts.get(i).stream().anyMatch(this::isPinned)) {
                left = box.x();
                top = box.y() + box.height() + spacing.rowGap() * 2;
            } else {
                loose.add(i);
                area += (box.width() + spacing.columnGap()) * (box.height() + spacing.rowGap());
                widest = Math.max(widest, box.width());
            }
        }
        Shelf shelf = new Shelf(spacing, Math.max(widest, Math.sqrt(area * BETWEEN)));
        for (int i : loose) {
            Layout.Box box = boxes.get(i);
            Curve.Point place = shelf.place(box.width(), box.height());
            double byX = Math.round(left + place.x() - box.x());
            double byY = Math.round(top + place.y() - box.y());
            for (int card : parts.get(i)) {
                x[card] += byX;
                y[card] += byY;
            }
        }
    }
}
