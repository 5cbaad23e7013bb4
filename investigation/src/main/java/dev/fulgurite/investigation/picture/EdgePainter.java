package dev.fulgurite.investigation.picture;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paints the lines of a scene into an image, those that stand out last, above the others; far away
/// the cards, too, as dots. A picture that was only moved by whole pixels is moved, and painted
/// where it came into sight.
public final class EdgePainter {

    private static final double HEAD = 9;

    /// From so many lines on each is drawn fainter, so that they do not become one blot.
    private static final int CROWD = 1_500;

    /// From so many lines on a picture takes longer than a frame may.
    private static final int SLOW = 3_000;

    /// How much larger or smaller a picture may be stretched: beyond that it is too coarse.
    private static final double COARSE = 2;

    private final EdgeRasterizer image;
    private double[] xy = new double[512];
    private @Nullable Painted last;

    /// How the image is to be stretched: a point of it times `factor` plus (`dx`, `dy`), in points
    /// of the view, is where it belongs.
    public record Stretch(double factor, double dx, double dy) {
        public static final Stretch NONE = new Stretch(1, 0, 0);
    }

    /// What the image shows.
    private record Painted(Scene scene, View view, Look look, double pixelsPerPoint) {}

    public EdgePainter(EdgeRasterizer image) {
        this.image = image;
    }

    /// How the image, as it was painted last, can stand in for one that is painted anew while the
    /// analyst looks nearer or elsewhere; empty where painting is as quick, or where it would show
    /// something else.
    public Optional<Stretch> stretch(Scene scene, View view, Look look, double pixelsPerPoint) {
        Painted now = new Painted(scene, view, look, pixelsPerPoint);
        Painted before = last;
        if (before == null
                || scene.edges().size() < SLOW
                || !isSameButView(before, now)
                || isShift(before, now)) {
            return Optional.empty();
        }
        double factor = view.scale() / before.view.scale();
        double dx = view.dx() - before.view.dx() * factor;
        double dy = view.dy() - before.view.dy() * factor;
        boolean near =
                factor < COARSE
                        && factor > 1 / COARSE
                        && dx < view.width() / 2
                        && dy < view.height() / 2
                        && dx + view.width() * factor > view.width() / 2
                        && dy + view.height() * factor > view.height() / 2;
        return near ? Optional.of(new Stretch(factor, dx, dy)) : Optional.empty();
    }

    /// Makes the image show every line of the scene.
    ///
    /// @param pixelsPerPoint 2 on a screen that draws every point with two by two pixels
    public void paint(Scene scene, View view, Look look, double pixelsPerPoint) {
        Painted now = new Painted(scene, view, look, pixelsPerPoint);
        Painted before = last;
        last = now;
        if (before != null && isShift(before, now)) {
            shift(now, before);
        } else {
            image.clear();
            all(now);
        }
    }

    private static boolean isShift(Painted before, Painted now) {
        double dx = (now.view.dx() - before.view.dx()) * now.pixelsPerPoint;
        double dy = (now.view.dy() - before.view.dy()) * now.pixelsPerPoint;
        return before.view.scale() == now.view.scale()
                && isWhole(dx)
                && isWhole(dy)
                && Math.abs(dx) < now.view.width() / 2
                && Math.abs(dy) < now.view.height() / 2
                && isSameButView(before, now);
    }

    /// Scenes are compared by identity: one that was made anew is drawn anew, and to compare ten
    /// thousand lines would cost as much.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSameButView(Painted before, Painted now) {
        return before.scene == now.scene
                && before.pixelsPerPoint == now.pixelsPerPoint
                && before.look.equals(now.look)
                && before.view.width() == now.view.width()
                && before.view.height() == now.view.height()
                && Detail.at(before.view.scale()) == Detail.at(now.view.scale());
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }

    private void shift(Painted now, Painted before) {
        int dx = (int) Math.rint((now.view.dx() - before.view.dx()) * now.pixelsPerPoint);
        int dy = (int) Math.rint((now.view.dy() - before.view.dy()) * now.pixelsPerPoint);
        if (dx == 0 && dy == 0) {
            return;
        }
        image.scroll(dx, dy);
        int wide = image.width();
        int high = image.height();
        int top = Math.max(0, dy);
        int bottom = high + Math.min(0, dy);
        if (dy != 0) {
            image.begin(0, dy > 0 ? 0 : bottom, wide, dy > 0 ? top : high);
            all(now);
        }
        if (dx != 0) {
            image.begin(dx > 0 ? 0 : wide + dx, top, dx > 0 ? dx : wide, bottom);
            all(now);
        }
    }

    private void all(Painted now) {
        boolean far = Detail.at(now.view.scale()) == Detail.DOTS;
        Set<String> lifted = now.scene.lifted(now.look);
        for (Scene.Edge edge : now.scene.edges()) {
            if (lifted.isEmpty() || !lifted.contains(edge.link().id())) {
                paint(edge, now, far, false);
            }
        }
        if (!lifted.isEmpty()) {
            for (Scene.Edge edge : now.scene.edges()) {
                if (lifted.contains(edge.link().id())) {
                    paint(edge, now, far, true);
                }
            }
        }
        if (far) {
            dots(now);
        }
    }

    private void paint(Scene.Edge edge, Painted now, boolean far, boolean lifted) {
        View view = now.view;
        double sharp = now.pixelsPerPoint;
        Layout.Box box = edge.curve().box();
        if (!image.shows(
                view.x(box.x()) * sharp - HEAD,
                view.y(box.y()) * sharp - HEAD,
                view.x(box.x() + box.width()) * sharp + HEAD,
                view.y(box.y() + box.height()) * sharp + HEAD)) {
            return;
        }
        Link link = edge.link();
        int colour = colour(link, now, far, lifted);
        if (far && !lifted && sharp == 1) {
            Curve curve = edge.curve();
            image.thin(
                    view.x(curve.startX()),
                    view.y(curve.startY()),
                    view.x(curve.endX()),
                    view.y(curve.endY()),
                    colour,
                    dash(link));
            return;
        }
        double thickness = (lifted ? 2.2 : far ? 1 : link.quiet() ? 1.2 : 1.6) * sharp;
        int count = onScreen(edge.curve().flat(), view, sharp);
        image.line(xy, count, thickness, colour, dash(link));
        if (!far && (!link.quiet() || lifted)) {
            image.head(xy, count, HEAD * sharp, colour);
        }
    }

    private static int colour(Link link, Painted now, boolean far, boolean lifted) {
        Theme theme = now.look.theme();
        int lines = now.scene.edges().size();
        int colour = lifted ? theme.accent() : link.quiet() ? theme.quietEdge() : theme.edge();
        if (now.look.dims(link)) {
            return Theme.faint(colour, 0.25);
        }
        return far && !lifted && lines > CROWD
                ? Theme.faint(colour, Math.clamp(900.0 / lines, 0.1, 0.55))
                : colour;
    }

    private int onScreen(double[] plane, View view, double sharp) {
        if (xy.length < plane.length) {
            xy = new double[plane.length * 2];
        }
        for (int i = 0; i < plane.length; i += 2) {
            xy[i] = view.x(plane[i]) * sharp;
            xy[i + 1] = view.y(plane[i + 1]) * sharp;
        }
        return plane.length;
    }

    private void dots(Painted now) {
        Spacing spacing = now.scene.layout().spacing();
        Look look = now.look;
        double sharp = now.pixelsPerPoint;
        double radius = Detail.dot(spacing, now.view.scale()) * sharp;
        for (Layout.Placed placed : now.scene.layout().cards()) {
            double x = now.view.x(placed.x() + spacing.cardWidth() / 2) * sharp;
            double y = now.view.y(placed.y() + spacing.cardHeight() / 2) * sharp;
            if (!image.shows(x - radius, y - radius, x + radius, y + radius)) {
                continue;
            }
            String id = placed.card().id();
            int colour = look.theme().tone(placed.card().kind().family()).ink();
            if (!look.dimmed().isEmpty() && look.dimmed().contains(id)) {
                colour = Theme.faint(colour, 0.3);
            }
            image.dot(x, y, radius, colour);
        }
    }

    private static EdgeRasterizer.Dash dash(Link link) {
        return switch (link.style()) {
            case OBSERVED -> EdgeRasterizer.Dash.SOLID;
            case INFERRED -> EdgeRasterizer.Dash.DASHED;
            case AMBIGUOUS -> EdgeRasterizer.Dash.DOTTED;
        };
    }
}
