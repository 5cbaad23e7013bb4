package dev.fulgurite.bench;

import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Scene;
import java.util.ArrayList;
import java.util.List;

/// A straight line between two cards, on the plane of a layout.
record Segment(double x1, double y1, double x2, double y2) {

    static List<Segment> of(Layout layout, List<Scene.Edge> edges) {
        List<Segment> segments = new ArrayList<>();
        for (Scene.Edge edge : edges) {
            Layout.Placed from = layout.card(edge.link().from()).orElseThrow();
            Layout.Placed to = layout.card(edge.link().to()).orElseThrow();
            segments.add(new Segment(from.x(), from.y(), to.x(), to.y()));
        }
        return segments;
    }
}
