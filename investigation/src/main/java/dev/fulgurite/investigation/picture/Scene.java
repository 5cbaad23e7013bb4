package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A layout together with the lines between its cards, on the plane of the layout.
public record Scene(Layout layout, List<Edge> edges) {

    public static final Scene EMPTY = new Scene(Layout.EMPTY, List.of());

    /// A line and the way it takes, from its `from` to its `to`.
    public record Edge(Link link, Curve curve) {}

    /// Where lines meet a card: how far left and right of its middle, how far above it, and how far
    /// from other cards they keep.
    ///
    /// @param straight whether lines go straight from middle to middle, through what lies between:
    ///   far away nothing else can be told apart
    public record Ports(double reach, double rise, double clear, boolean straight) {
        public static Ports ofCards(Spacing spacing) {
            return new Ports(spacing.cardWidth() / 2, 0, 14, false);
        }

        static Ports ofDots() {
            return new Ports(0, 0, 0, true);
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
            Layout.Box box = edge.curve().box();
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.x() + box.width());
            bottom = Math.max(bottom, box.y() + box.height());
        }
        return new Layout.Box(left, top, right - left, bottom - top);
    }

    public static Scene of(Layout layout, Subgraph graph, Ports ports) {
        return new EdgeRouter(layout, ports).route(Cards.links(graph, layout));
    }

    /// The same, of lines that are known.
    public static Scene of(Layout layout, List<Link> links, Ports ports) {
        return new EdgeRouter(layout, ports).route(links);
    }

    /// The lines between the cards of a layout, without ways.
    public static List<Link> links(Layout layout, Subgraph graph) {
        return Cards.links(graph, layout);
    }

    /// This with cards that were moved: their lines find new ways, all others stay as they run.
    public Scene dragged(Layout moved, Set<String> cards, Ports ports) {
        List<Link> touched = new ArrayList<>();
        List<Edge> after = new ArrayList<>();
        for (Edge edge : edges) {
            if (cards.contains(edge.link().from()) || cards.contains(edge.link().to())) {
                touched.add(edge.link());
            } else {
                after.add(edge);
            }
        }
        after.addAll(new EdgeRouter(moved, ports).route(touched).edges());
        return new Scene(moved, after);
    }

    /// The line nearest to a point, if one is within reach.
    public Optional<Edge> edgeAt(double x, double y, double reach) {
        Edge nearest = null;
        double best = reach;
        for (Edge edge : edges) {
            Layout.Box box = edge.curve().box();
            if (x >= box.x() - best
                    && x <= box.x() + box.width() + best
                    && y >= box.y() - best
                    && y <= box.y() + box.height() + best) {
                double distance = edge.curve().distance(x, y);
                if (distance <= best) {
                    best = distance;
                    nearest = edge;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    public Optional<Edge> edge(String id) {
        return edges.stream().filter(edge -> edge.link().id().equals(id)).findFirst();
    }

    /// The other candidates beside an ambiguous line: of its type, at one of its ends.
    public List<Link> rivals(Link link) {
        if (link.style() != Link.Style.AMBIGUOUS) {
            return List.of();
        }
        return edges.stream()
                .map(Edge::link)
                .filter(other ->
                        !other.id().equals(link.id())
                                && other.type().equals(link.type())
                                && other.style() == Link.Style.AMBIGUOUS
                                && (other.from().equals(link.from())
                                        || other.to().equals(link.to())))
                .toList();
    }

    /// Ids of the lines that stand out in a look: what is selected or pointed at, the lines of a
    /// selected card, and the rivals of each of these.
    Set<String> lifted(Look look) {
        if (look.selected().isEmpty() && look.hovered().isEmpty()) {
            return Set.of();
        }
        Set<String> lifted = new HashSet<>();
        Map<String, Link> doubtful = new HashMap<>();
        for (Edge edge : edges) {
            if (look.lifts(edge.link())) {
                lifted.add(edge.link().id());
                if (edge.link().style() == Link.Style.AMBIGUOUS
                        && (look.hovered().equals(edge.link().id())
                                || look.selected().contains(edge.link().id()))) {
                    doubtful.put(edge.link().id(), edge.link());
                }
            }
        }
        doubtful.values().forEach(link -> rivals(link).forEach(rival -> lifted.add(rival.id())));
        return lifted;
    }
}
