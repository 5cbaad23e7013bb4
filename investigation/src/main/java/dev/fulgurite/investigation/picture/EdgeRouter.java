package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds a calm way for each line: out at a card's side, level through the gap between cards in
/// every column it passes, in at the other card's side. Knows only where cards stand, so it serves
/// fresh, grown and dragged layouts alike.
final class EdgeRouter {

    private static final double LANE = 20;
    private static final double PORT_STEP = 12;
    private static final double ASIDE = 9;

    /// A line does not go around more than this many rows: it passes behind the cards instead.
    private static final double DETOUR = 4;

    private final Layout layout;
    private final Scene.Ports ports;
    private final Map<String, Layout.Placed> byId = new HashMap<>();

    /// Where lines may still pass, by the left edge of the column.
    private final Map<Double, Lanes> lanes = new HashMap<>();

    /// Heights between which lines already bow, beside the column of a left edge.
    private final Map<Double, List<double[]>> bows = new HashMap<>();

    private final List<Double> columns;

    EdgeRouter(Layout layout, Scene.Ports ports) {
        this.layout = layout;
        this.ports = ports;
        layout.cards().forEach(placed -> byId.put(placed.card().id(), placed));
        columns = layout.columns().values().stream().sorted().toList();
    }

    Scene route(List<Link> links) {
        List<Run> runs = new ArrayList<>();
        for (Link link : links) {
            Layout.Placed from = byId.get(link.from());
            Layout.Placed to = byId.get(link.to());
            if (from != null && to != null) {
                runs.add(new Run(link, from, to));
            }
        }
        if (ports.straight() || !layout.inColumns()) {
            return new Scene(layout, straight(runs));
        }
        fanOut(runs);
        runs.sort(Comparator.comparingDouble(Run::span).thenComparing(run -> run.link.id()));
        List<Scene.Edge> edges = new ArrayList<>();
        for (Run run : runs) {
            edges.add(new Scene.Edge(run.link, run.aside() ? bow(run) : stream(run)));
        }
        return new Scene(layout, edges);
    }

    /// From middle to middle, up to the rims of the cards; several between the same two beside each
    /// other.
    private List<Scene.Edge> straight(List<Run> runs) {
        Map<String, Integer> between = new HashMap<>();
        List<Scene.Edge> edges = new ArrayList<>(runs.size());
        for (Run run : runs) {
            boolean turned = run.link.from().compareTo(run.link.to()) > 0;
            String pair =
                    turned
                            ? run.link.to() + " " + run.link.from()
                            : run.link.from() + " " + run.link.to();
            int before = ports.straight() ? 0 : between.merge(pair, 1, Integer::sum) - 1;
            double beside = (before % 2 == 0 ? 1 : -1) * ((before + 1) / 2) * ASIDE;
            edges.add(new Scene.Edge(run.link, straight(run, turned ? -beside : beside)));
        }
        return edges;
    }

    private Curve straight(Run run, double beside) {
        Curve.Point a = port(run.forward ? run.left : run.right, 0, 0);
        Curve.Point b = port(run.forward ? run.right : run.left, 0, 0);
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double high = Math.min(ports.reach(), layout.spacing().cardHeight() / 2);
        double rim =
                Math.min(
                        length * 0.45,
                        ports.reach() == 0
                                ? 0
                                : Math.min(
                                        ports.reach() * length / Math.max(1e-9, Math.abs(dx)),
                                        high * length / Math.max(1e-9, Math.abs(dy))));
        double ux = dx / length;
        double uy = dy / length;
        return Curve.straight(
                a.x() + ux * rim - uy * beside,
                a.y() + uy * rim + ux * beside,
                b.x() - ux * rim - uy * beside,
                b.y() - uy * rim + ux * beside);
    }

    /// A line on its way; left and right by where its cards stand, not by its direction.
    private final class Run {
        final Link link;
        final Layout.Placed left;
        final Layout.Placed right;
        final boolean forward;
        double leftShift;
        double rightShift;

        Run(Link link, Layout.Placed from, Layout.Placed to) {
            this.link = link;
            this.forward = from.x() <= to.x();
            this.left = forward ? from : to;
            this.right = forward ? to : from;
        }

        double span() {
            return right.x() - left.x();
        }

        /// Cards so close above each other that no line fits between their facing sides.
        boolean aside() {
            return span() < layout.spacing().cardWidth();
        }

        Curve.Point start() {
            return port(left, 1, leftShift);
        }

        Curve.Point end() {
            return port(right, aside() ? 1 : -1, rightShift);
        }
    }

    private Curve.Point port(Layout.Placed card, int side, double shift) {
        Spacing spacing = layout.spacing();
        return new Curve.Point(
                card.x() + spacing.cardWidth() / 2 + side * ports.reach(),
                card.y() + spacing.cardHeight() / 2 - ports.rise() + shift);
    }

    /// Lines that meet one side of a card do so below each other, in the order of their far ends.
    private void fanOut(List<Run> runs) {
        Map<String, List<Run>> sides = new TreeMap<>();
        for (Run run : runs) {
            sides.computeIfAbsent(run.left.card().id() + " >", s -> new ArrayList<>()).add(run);
            String far = run.right.card().id() + (run.aside() ? " >" : " <");
            sides.computeIfAbsent(far, s -> new ArrayList<>()).add(run);
        }
        sides.forEach((side, meeting) -> {
            String card = side.substring(0, side.length() - 2);
            meeting.sort(
                    Comparator.comparingDouble((Run run) -> far(run, card).y())
                            .thenComparing(run -> run.link.id()));
            double room = Math.min(layout.spacing().cardHeight() * 0.6, ports.reach() * 1.2);
            double step = Math.min(PORT_STEP, room / meeting.size());
            for (int i = 0; i < meeting.size(); i++) {
                double shift = (i - (meeting.size() - 1) / 2.0) * step;
                if (meeting.get(i).left.card().id().equals(card)) {
                    meeting.get(i).leftShift = shift;
                } else {
                    meeting.get(i).rightShift = shift;
                }
            }
        });
    }

    private static Layout.Placed far(Run run, String card) {
        return run.left.card().id().equals(card) ? run.right : run.left;
    }

    /// Between cards of one column: out and back in on the right, farther out than those that it
    /// would run along with.
    private Curve bow(Run run) {
        Curve.Point a = run.start();
        Curve.Point b = run.end();
        double top = Math.min(a.y(), b.y());
        double bottom = Math.max(a.y(), b.y());
        List<double[]> beside = bows.computeIfAbsent(run.left.x(), x -> new ArrayList<>());
        long along = beside.stream().filter(bow -> bow[0] < bottom - 4 && bow[1] > top + 4).count();
        beside.add(new double[] {top, bottom});
        double out =
                Math.max(a.x(), b.x())
                        + 24
                        + Math.min(24, (bottom - top) / 16)
                        + Math.min(along, 6) * ASIDE;
        return run.forward
                ? new Curve(a.x(), a.y(), out, a.y(), out, b.y(), b.x(), b.y())
                : new Curve(b.x(), b.y(), out, b.y(), out, a.y(), a.x(), a.y());
    }

    private Curve stream(Run run) {
        List<Curve.Point> way = new ArrayList<>();
        way.add(run.start());
        for (double column : between(run)) {
            double straight = heightAt(run, column + layout.spacing().cardWidth() / 2);
            double free = lane(column, straight);
            way.add(new Curve.Point(column - 6, free));
            way.add(new Curve.Point(column + layout.spacing().cardWidth() + 6, free));
        }
        way.add(run.end());
        return through(run.forward ? way : way.reversed());
    }

    private List<Double> between(Run run) {
        double from = run.left.x() + layout.spacing().cardWidth();
        double to = run.right.x() - layout.spacing().cardWidth();
        return columns.stream().filter(x -> x > from && x < to).toList();
    }

    private static double heightAt(Run run, double x) {
        Curve.Point a = run.start();
        Curve.Point b = run.end();
        double t = Math.clamp((x - a.x()) / Math.max(1, b.x() - a.x()), 0, 1);
        return a.y() + t * (b.y() - a.y());
    }

    /// The free height in a column nearest to the wished one, from then on taken; the wished one
    /// when the next free one is far.
    private double lane(double column, double wish) {
        Lanes free = lanes.computeIfAbsent(column, this::between);
        double nearest = free.nearest(wish);
        if (Math.abs(nearest - wish) > DETOUR * layout.spacing().rowPitch()) {
            return wish;
        }
        free.block(nearest - LANE, nearest + LANE);
        return nearest;
    }

    /// The gaps between the cards of a column.
    private Lanes between(double column) {
        Lanes free = new Lanes();
        double width = layout.spacing().cardWidth();
        double bottom = layout.spacing().cardHeight() + ports.clear();
        for (Layout.Placed card : layout.cards()) {
            if (Math.abs(card.x() - column) < width) {
                free.block(card.y() - ports.clear(), card.y() + bottom);
            }
        }
        return free;
    }

    /// Level at every point of the way, so that the whole is smooth.
    private static Curve through(List<Curve.Point> way) {
        double[] points = new double[2 + (way.size() - 1) * 6];
        points[0] = way.getFirst().x();
        points[1] = way.getFirst().y();
        for (int i = 1; i < way.size(); i++) {
            Curve.Point a = way.get(i - 1);
            Curve.Point b = way.get(i);
            double bend = (b.x() - a.x()) * 0.5;
            int at = 2 + (i - 1) * 6;
            points[at] = a.x() + bend;
            points[at + 1] = a.y();
            points[at + 2] = b.x() - bend;
            points[at + 3] = b.y();
            points[at + 4] = b.x();
            points[at + 5] = b.y();
        }
        return new Curve(points);
    }
}
