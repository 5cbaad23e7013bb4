package dev.fulgurite.investigation.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the words on the lines where there is room for them, each where the fewest other lines
/// pass; the lines that stand out come first. Quiet lines speak only when near or lifted.
final class VerbPainter {

    private static final Brush.Face VERB = new Brush.Face(10.5, false);
    private static final double AIR = 2;
    private static final int MOST = 400;
    private static final double[] PLACES = {0.5, 0.43, 0.57, 0.36, 0.64, 0.28, 0.72, 0.2, 0.8};

    private final Brush brush;
    private final Scene scene;
    private final View view;
    private final Look look;
    private final Theme theme;
    private final double hostsBegin;

    VerbPainter(Brush brush, Scene scene, View view, Look look, double hostsBegin) {
        this.brush = brush;
        this.scene = scene;
        this.view = view;
        this.look = look;
        this.theme = look.theme();
        this.hostsBegin = hostsBegin;
    }

    /// @param taken where no words may stand; what is written is added
    void paint(BoxGrid<Boolean> taken) {
        Set<String> lifted = scene.lifted(look);
        List<Scene.Edge> shown = shown();
        LineCover cover = LineCover.of(shown, view);
        boolean near = Detail.at(view.scale()) == Detail.CARDS;
        List<Scene.Edge> inOrder = new ArrayList<>();
        shown.stream().filter(edge -> lifted.contains(edge.link().id())).forEach(inOrder::add);
        shown.stream()
                .filter(edge -> !lifted.contains(edge.link().id()))
                .filter(edge -> near || !edge.link().quiet())
                .forEach(inOrder::add);
        holes(shown, taken);
        for (Scene.Edge edge : inOrder.subList(0, Math.min(MOST, inOrder.size()))) {
            write(edge, lifted.contains(edge.link().id()), taken, cover);
        }
    }

    private List<Scene.Edge> shown() {
        Layout.Box sight = new Layout.Box(0, 0, view.width(), view.height());
        return scene.edges().stream()
                .filter(edge -> {
                    Layout.Box box = view.box(edge.curve().box());
                    return sight.overlaps(
                            new Layout.Box(box.x(), box.y(), box.width() + 1, box.height() + 1));
                })
                .toList();
    }

    /// The words, or where there is no room for them at least how sure a conclusion is.
    private void write(Scene.Edge edge, boolean lifted, BoxGrid<Boolean> taken, LineCover cover) {
        for (String words : List.of(edge.link().words(), edge.link().figure())) {
            Layout.Box room = words.isEmpty() ? null : room(edge, words, taken, cover);
            if (room != null) {
                taken.put(grown(room), Boolean.TRUE);
                verb(edge.link(), lifted, words, room);
                return;
            }
        }
    }

    private Layout.@Nullable Box room(
            Scene.Edge edge, String words, BoxGrid<Boolean> taken, LineCover cover) {
        double width = brush.width(words, VERB) + 8;
        Layout.Box best = null;
        double least = Double.MAX_VALUE;
        for (double t : PLACES) {
            for (int arc = 0; arc < edge.curve().arcs(); arc++) {
                Layout.Box box = around(edge.curve().at(arc, t), width);
                if (inSight(box) && taken.isFree(grown(box))) {
                    double crossed = cover.in(box) + Math.abs(t - 0.5);
                    if (crossed < least) {
                        least = crossed;
                        best = box;
                    }
                }
            }
        }
        return best;
    }

    private Layout.Box around(Curve.Point place, double width) {
        return new Layout.Box(view.x(place.x()) - width / 2, view.y(place.y()) - 8, width, 16);
    }

    private static Layout.Box grown(Layout.Box box) {
        return new Layout.Box(
                box.x() - AIR, box.y() - AIR, box.width() + 2 * AIR, box.height() + 2 * AIR);
    }

    private boolean inSight(Layout.Box box) {
        return box.x() >= 0
                && box.y() >= View.HEADING
                && box.x() + box.width() <= view.width()
                && box.y() + box.height() <= view.height();
    }

    private void verb(Link link, boolean lifted, String words, Layout.Box box) {
        brush.fill(box, 8, ground(box));
        int colour = lifted ? theme.accent() : theme.muted();
        brush.text(
                words,
                box.x() + 4,
                box.y() + 11.5,
                VERB,
                look.dims(link) ? Theme.faint(colour, 0.35) : colour);
    }

    private int ground(Layout.Box box) {
        return box.x() + box.width() / 2 > hostsBegin ? theme.hostGround() : theme.canvas();
    }

    /// A hatched mark on each line over which the logs have a hole.
    private void holes(List<Scene.Edge> shown, BoxGrid<Boolean> taken) {
        if (look.holes().isEmpty()) {
            return;
        }
        for (Scene.Edge edge : shown) {
            if (look.holes().containsKey(edge.link().id())) {
                Curve curve = edge.curve();
                Curve.Point middle = curve.at(curve.arcs() / 2, curve.arcs() == 1 ? 0.32 : 0.5);
                Layout.Box box =
                        new Layout.Box(view.x(middle.x()) - 13, view.y(middle.y()) - 6, 26, 12);
                Hatch.paint(brush, box, theme, ground(box));
                taken.put(box, Boolean.TRUE);
            }
        }
    }
}
