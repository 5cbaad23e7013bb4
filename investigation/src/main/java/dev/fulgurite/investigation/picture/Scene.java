package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Subgraph;
import java.util.List;
import java.util.Optional;

/// A layout together with the lines between its cards, on the plane of the layout.
public record Scene(Layout layout, List<Edge> edges) {

    public static final Scene EMPTY = new Scene(Layout.EMPTY, List.of());

    /// A line and the way it takes, from its `from` to its `to`.
    public record Edge(Link link, Curve curve) {}

    /// Where lines meet a card: how far left and right of its middle, how far above it, and how far
    /// from other cards they keep.
    public record Ports(double reach, double rise, double clear) {
        public static Ports ofCards(Spacing spacing) {
            return new Ports(spacing.cardWidth() / 2, 0, 14);
        }
    }

    public Scene {
        edges = List.copyOf(edges);
    }

    /// Around all cards and lines.
    public Layout.Box bounds() {
        Layout.Box cards = layout.bounds();
        double left = cards.x();
        double top = cards.y();
        double right = left + cards.width();
        double bottom = top + cards.height();
        for (Edge edge : edges) {
            for (Curve.Point point : edge.curve().flat()) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Layout.Box(left, top, right - left, bottom - top);
    }

    public static Scene of(Layout layout, Subgraph graph, Ports ports) {
        return new EdgeRouter(layout, ports).route(Cards.links(graph, layout));
    }

    /// The same cards and lines with lines that meet the cards elsewhere.
    public Scene routed(Layout moved, Ports ports) {
        return new EdgeRouter(moved, ports).route(edges.stream().map(Edge::link).toList());
    }

    /// The line nearest to a point, if one is within reach.
    public Optional<Edge> edgeAt(double x, double y, double reach) {
        Edge nearest = null;
        double best = reach;
        for (Edge edge : edges) {
            double distance = edge.curve().distance(x, y);
            if (distance <= best) {
                best = distance;
                nearest = edge;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
