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

    private final Layout layout;
    private final Scene.Ports ports;
    private final Map<String, Layout.Placed> byId = new HashMap<>();

    /// Heights at which lines already pass, by the left edge of the column.
    private final Map<Double, List<Double>> lanes = new HashMap<>();

    EdgeRouter(Layout layout, Scene.Ports ports) {
        this.layout = layout;
        this.ports = ports;
        layout.cards().forEach(placed -> byId.put(placed.card().id(), placed));
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
        fanOut(runs);
        runs.sort(Comparator.comparingDouble(Run::span).thenComparing(run -> run.link.id()));
        List<Scene.Edge> edges = new ArrayList<>();
        for (Run run : runs) {
            edges.add(new Scene.Edge(run.link, run.aside() ? bow(run) : stream(run)));
        }
        return new Scene(layout, edges);
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

    /// Between cards of one column: out and back in on the right.
    private Curve bow(Run run) {
        Curve.Point a = run.start();
        Curve.Point b = run.end();
        double out = Math.max(a.x(), b.x()) + 28 + Math.min(60, Math.abs(a.y() - b.y()) / 12);
        return run.forward
                ? new Curve(a.x(), a.y(), out, a.y(), out, b.y(), b.x(), b.y())
                : new Curve(b.x(), b.y(), out, b.y(), out, a.y(), a.x(), a.y());
    }

    private Curve stream(Run run) {
        List<Curve.Point> way = new ArrayList<>();
        way.add(run.start());
        for (double column : between(run)) {
            double straight = heightAt(run, column + layout.spacing().cardWidth() / 2);
            double free = lane(column, straight, run);
            way.add(new Curve.Point(column - 6, free));
            way.add(new Curve.Point(column + layout.spacing().cardWidth() + 6, free));
        }
        way.add(run.end());
        return through(run.forward ? way : way.reversed());
    }

    private List<Double> between(Run run) {
        double from = run.left.x() + layout.spacing().cardWidth();
        return layout.columns().values().stream()
                .filter(x -> x > from && x + layout.spacing().cardWidth() < run.right.x())
                .sorted()
                .toList();
    }

    private static double heightAt(Run run, double x) {
        Curve.Point a = run.start();
        Curve.Point b = run.end();
        double t = Math.clamp((x - a.x()) / Math.max(1, b.x() - a.x()), 0, 1);
        return a.y() + t * (b.y() - a.y());
    }

    /// The free height in a column nearest to the wished one.
    private double lane(double column, double wish, Run run) {
        List<Double> taken = lanes.computeIfAbsent(column, c -> new ArrayList<>());
        List<Layout.Placed> inTheWay =
                layout.cards().stream()
                        .filter(card -> !card.equals(run.left) && !card.equals(run.right))
                        .filter(card -> Math.abs(card.x() - column) < layout.spacing().cardWidth())
                        .toList();
        for (int n = 0; ; n++) {
            for (double y : List.of(wish + n * 4.0, wish - n * 4.0)) {
                if (isFree(y, inTheWay) && taken.stream().noneMatch(t -> Math.abs(t - y) < LANE)) {
                    taken.add(y);
                    return y;
                }
            }
        }
    }

    private boolean isFree(double y, List<Layout.Placed> cards) {
        double bottom = layout.spacing().cardHeight() + ports.clear();
        return cards.stream()
                .noneMatch(card -> y > card.y() - ports.clear() && y < card.y() + bottom);
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
