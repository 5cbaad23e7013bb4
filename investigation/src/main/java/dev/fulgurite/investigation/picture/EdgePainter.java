package dev.fulgurite.investigation.picture;

import java.util.List;

/// Paints the lines of a scene into an image: those that stand out last, above the others.
public final class EdgePainter {

    private static final double HEAD = 9;

    private final EdgeRasterizer image;

    public EdgePainter(EdgeRasterizer image) {
        this.image = image;
    }

    /// Clears the image and paints every line of the scene.
    ///
    /// @param pixelsPerPoint 2 on a screen that draws every point with two by two pixels
    public void paint(Scene scene, View view, Look look, double pixelsPerPoint) {
        image.clear();
        for (Scene.Edge edge : scene.edges()) {
            if (!look.lifts(edge.link())) {
                paint(edge, view, look, pixelsPerPoint);
            }
        }
        for (Scene.Edge edge : scene.edges()) {
            if (look.lifts(edge.link())) {
                paint(edge, view, look, pixelsPerPoint);
            }
        }
    }

    private void paint(Scene.Edge edge, View view, Look look, double pixelsPerPoint) {
        Theme theme = look.theme();
        Link link = edge.link();
        boolean lifted = look.lifts(link);
        int colour = lifted ? theme.accent() : link.quiet() ? theme.quietEdge() : theme.edge();
        double thickness = (lifted ? 2.2 : link.quiet() ? 1.2 : 1.6) * pixelsPerPoint;
        List<Curve.Point> points =
                edge.curve().flat().stream()
                        .map(p ->
                                new Curve.Point(
                                        view.x(p.x()) * pixelsPerPoint,
                                        view.y(p.y()) * pixelsPerPoint))
                        .toList();
        image.line(points, thickness, colour, dash(link));
        if (Detail.at(view.scale()) != Detail.DOTS) {
            image.head(points, HEAD * pixelsPerPoint * (link.quiet() ? 0.8 : 1), colour);
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
