package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Faces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lays a subgraph out in columns from left to right in the order of cause: who, what they did in
/// the cloud, the machine it was done to, what ran there, where it led. The same subgraph gives the
/// same layout, whatever the order of its nodes; cards never overlap.
///
/// ```java
/// Layout layout = FlowLayout.arrange(story, Spacing.STANDARD);
/// Layout wider = FlowLayout.extend(layout, story.plus(more));   // nothing there moves
/// ```
public final class FlowLayout {

    private static final int TALLEST = 40;

    /// Width to height of a picture of blocks.
    private static final double WIDE = 1.7;

    private FlowLayout() {}

    public static Layout arrange(Subgraph graph, Spacing spacing) {
        List<Card> cards = Cards.of(inOrder(graph.nodes()), graph);
        Map<String, Integer> rankOf = ranks(cards, graph);
        TreeMap<Integer, List<Card>> byRank = new TreeMap<>();
        for (Card card : cards) {
            byRank.computeIfAbsent(rank(rankOf, card), r -> new ArrayList<>()).add(card);
        }
        if (byRank.values().stream().anyMatch(column -> column.size() > TALLEST)) {
            return inBlocks(byRank, cards.size(), spacing);
        }
        TreeMap<Integer, Double> columns = new TreeMap<>();
        for (Integer rank : byRank.keySet()) {
            columns.put(rank, columns.size() * spacing.columnPitch());
        }
        Layout flat = flat(byRank, columns, spacing);
        Slots slots = new Slots(List.copyOf(byRank.values()), Cards.links(graph, flat), spacing);
        slots.settle();
        return atHeights(flat, slots);
    }

    /// Columns too high to be looked at stand as blocks of several columns each, read from top to
    /// bottom in the order of time.
    private static Layout inBlocks(
            SortedMap<Integer, List<Card>> byRank, int cards, Spacing spacing) {
        double rows = Math.sqrt(cards * spacing.columnPitch() / spacing.rowPitch() / WIDE);
        int high = Math.max(8, (int) Math.round(rows));
        TreeMap<Integer, Double> columns = new TreeMap<>();
        List<Layout.Placed> placed = new ArrayList<>();
        double x = 0;
        for (Map.Entry<Integer, List<Card>> block : byRank.entrySet()) {
            List<Card> column = block.getValue();
            columns.put(block.getKey(), x);
            int wide = (column.size() + high - 1) / high;
            int each = (column.size() + wide - 1) / wide;
            for (int i = 0; i < column.size(); i++) {
                int nth = i / each;
                double left = x + nth * spacing.columnPitch();
                double top = (i % each - (each - 1) / 2.0) * spacing.rowPitch();
                placed.add(new Layout.Placed(column.get(i), block.getKey(), left, Math.rint(top)));
            }
            x += (wide + 0.5) * spacing.columnPitch();
        }
        return new Layout(spacing, placed, columns);
    }

    /// A layout of the whole `graph` in which every card of `placed` stands where it stood. New
    /// cards stand in the column of their rank, as near to what they are linked with as there is
    /// room; a new face of a thing that stands joins its card. Nodes that are no longer in the
    /// graph leave their place empty.
    public static Layout extend(Layout placed, Subgraph graph) {
        Map<NodeRef, Node> nodes = new LinkedHashMap<>();
        inOrder(graph.nodes()).forEach(node -> nodes.put(node.ref(), node));
        List<Layout.Placed> kept = new ArrayList<>();
        CardFaces text = new CardFaces(graph);
        Set<NodeRef> standing = new HashSet<>();
        placed.cards().forEach(old -> old.card().nodes().forEach(n -> standing.add(n.ref())));
        Map<NodeRef, List<NodeRef>> joining = joining(nodes.keySet(), standing, graph);
        for (Layout.Placed old : placed.cards()) {
            List<Node> still = still(old.card(), nodes, joining);
            if (!still.isEmpty()) {
                Card now = old.card().isStack() ? text.stack(still) : text.faces(still);
                kept.add(old.with(named(now, old.card().id())));
            }
        }
        List<Card> added = Cards.of(nodes.values(), graph);
        return new Beside(new Layout(placed.spacing(), kept, placed.columns()), graph)
                .place(added, ranks(added, graph));
    }

    /// New faces of each thing that stands; a face that stands as a card of its own stays where it
    /// is.
    private static Map<NodeRef, List<NodeRef>> joining(
            Collection<NodeRef> nodes, Set<NodeRef> standing, Subgraph graph) {
        Faces faces = new Faces(graph);
        Map<NodeRef, List<NodeRef>> added = new HashMap<>();
        for (NodeRef ref : nodes) {
            if (!standing.contains(ref)) {
                added.computeIfAbsent(faces.of(ref), thing -> new ArrayList<>()).add(ref);
            }
        }
        Map<NodeRef, List<NodeRef>> joining = new HashMap<>();
        for (NodeRef ref : standing) {
            List<NodeRef> same = added.get(faces.of(ref));
            if (same != null) {
                joining.put(ref, same);
            }
        }
        return joining;
    }

    /// Takes the nodes that a card stands for out of those that have no card yet, with new faces of
    /// the same thing.
    private static List<Node> still(
            Card card, Map<NodeRef, Node> nodes, Map<NodeRef, List<NodeRef>> joining) {
        List<Node> still = new ArrayList<>();
        for (Node node : card.nodes()) {
            take(node.ref(), nodes, still);
        }
        if (!card.isStack() && !still.isEmpty()) {
            for (NodeRef face : joining.getOrDefault(still.getFirst().ref(), List.of())) {
                take(face, nodes, still);
            }
        }
        return still;
    }

    private static void take(NodeRef ref, Map<NodeRef, Node> nodes, List<Node> taken) {
        Node node = nodes.remove(ref);
        if (node != null) {
            taken.add(node);
        }
    }

    private static Card named(Card card, String id) {
        return new Card(
                id,
                card.kind(),
                card.nodes(),
                card.title(),
                card.facts(),
                card.clock(),
                card.at(),
                card.isStack());
    }

    private static List<Node> inOrder(Collection<Node> nodes) {
        return nodes.stream()
                .sorted((a, b) -> a.ref().compareTo(b.ref()))
                .collect(Collectors.toList());
    }

    private static Map<String, Integer> ranks(List<Card> cards, Subgraph graph) {
        Ranks ranks = new Ranks(graph);
        Map<String, Integer> rankOf = new HashMap<>();
        cards.forEach(card -> rankOf.put(card.id(), ranks.of(card.nodes().getFirst())));
        return rankOf;
    }

    private static int rank(Map<String, Integer> rankOf, Card card) {
        return rankOf.getOrDefault(card.id(), card.kind().column().rank());
    }

    /// Every card in its column, all at the same height.
    private static Layout flat(
            Map<Integer, List<Card>> byRank, Map<Integer, Double> columns, Spacing spacing) {
        List<Layout.Placed> cards = new ArrayList<>();
        byRank.forEach((rank, column) -> {
            double x = columns.getOrDefault(rank, 0.0);
            column.forEach(card -> cards.add(new Layout.Placed(card, rank, x, 0)));
        });
        return new Layout(spacing, cards, new TreeMap<>(columns));
    }

    private static Layout atHeights(Layout flat, Slots slots) {
        double top =
                flat.cards().stream()
                        .mapToDouble(placed -> slots.middle(placed.card()))
                        .min()
                        .orElse(0);
        List<Layout.Placed> cards = new ArrayList<>();
        for (Layout.Placed placed : flat.cards()) {
            double y = Math.round(slots.middle(placed.card()) - top);
            cards.add(new Layout.Placed(placed.card(), placed.rank(), placed.x(), y));
        }
        return new Layout(flat.spacing(), cards, flat.columns());
    }

    /// Finds room for cards beside those that stand.
    private static final class Beside {
        private final Layout standing;
        private final Spacing spacing;
        private final TreeMap<Integer, Double> columns;
        private final List<Layout.Placed> cards;
        private final Room room;
        private final Map<NodeRef, List<NodeRef>> near = new HashMap<>();
        private final Map<NodeRef, Layout.Placed> cardOf = new HashMap<>();

        Beside(Layout standing, Subgraph graph) {
            this.standing = standing;
            this.spacing = standing.spacing();
            this.columns = new TreeMap<>(standing.columns());
            this.cards = new ArrayList<>();
            this.room = new Room(spacing);
            for (Relationship one : graph.relationships()) {
                near.computeIfAbsent(one.from(), r -> new ArrayList<>()).add(one.to());
                near.computeIfAbsent(one.to(), r -> new ArrayList<>()).add(one.from());
            }
            standing.cards().forEach(this::stand);
        }

        private void stand(Layout.Placed placed) {
            cards.add(placed);
            room.take(placed.x(), placed.y());
            placed.card().nodes().forEach(node -> cardOf.put(node.ref(), placed));
        }

        Layout place(List<Card> added, Map<String, Integer> rankOf) {
            boolean free = !standing.cards().isEmpty() && !standing.inColumns();
            for (Card card : added) {
                int rank = rank(rankOf, card);
                Curve.Point wish = wish(card);
                if (free) {
                    Curve.Point at = room.anywhere(wish.x(), wish.y());
                    stand(new Layout.Placed(card, rank, at.x(), at.y()));
                } else {
                    double x = columnFor(rank);
                    stand(new Layout.Placed(card, rank, x, room.inColumn(x, wish.y())));
                }
            }
            return new Layout(spacing, cards, columns);
        }

        /// The column of a rank. A rank that has none gets one at either end; between two columns
        /// there is no room for another, so it shares the one of the nearest rank.
        private double columnFor(int rank) {
            Double own = columns.get(rank);
            if (own != null) {
                return own;
            }
            if (columns.isEmpty()) {
                columns.put(rank, 0.0);
                return 0;
            }
            if (rank > columns.lastKey()) {
                return open(rank, columns.lastEntry().getValue() + spacing.columnPitch());
            }
            if (rank < columns.firstKey()) {
                return open(rank, columns.firstEntry().getValue() - spacing.columnPitch());
            }
            Map.Entry<Integer, Double> left = columns.lowerEntry(rank);
            Map.Entry<Integer, Double> right = columns.higherEntry(rank);
            boolean leftIsNearer = rank - left.getKey() <= right.getKey() - rank;
            return (leftIsNearer ? left : right).getValue();
        }

        private double open(int rank, double x) {
            columns.put(rank, x);
            return x;
        }

        /// The middle of the cards it is linked with.
        private Curve.Point wish(Card card) {
            Set<Layout.Placed> linked = new LinkedHashSet<>();
            for (Node node : card.nodes()) {
                for (NodeRef other : near.getOrDefault(node.ref(), List.of())) {
                    Layout.Placed placed = cardOf.get(other);
                    if (placed != null) {
                        linked.add(placed);
                    }
                }
            }
            return new Curve.Point(
                    linked.stream().mapToDouble(Layout.Placed::x).average().orElse(0),
                    linked.stream().mapToDouble(Layout.Placed::y).average().orElse(0));
        }
    }
}
