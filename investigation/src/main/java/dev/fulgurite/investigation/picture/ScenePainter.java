package dev.fulgurite.investigation.picture;

import java.util.List;
import java.util.Map;

/// Paints everything of a scene but its lines, which [EdgePainter] draws in between: first the
/// ground, then the lines, then the cards with the words.
public final class ScenePainter {

    private static final Brush.Face HEADING = new Brush.Face(11.5, true);
    private static final Brush.Face REALM = new Brush.Face(10.5, false);
    private static final double WORDS_FROM = 0.42;

    /// How far words under an icon may reach beyond the card.
    private static final double LABEL = 60;

    private final Brush brush;
    private final Scene scene;
    private final View view;
    private final Look look;
    private final Theme theme;

    public ScenePainter(Brush brush, Scene scene, View view, Look look) {
        this.brush = brush;
        this.scene = scene;
        this.view = view;
        this.look = look;
        this.theme = look.theme();
    }

    /// The ground: cloud on the left, hosts on the right.
    public void ground() {
        brush.fill(whole(), 0, theme.canvas());
        double edge = hostsBegin();
        if (edge < view.width()) {
            double left = Math.max(0, edge);
            brush.fill(
                    new Layout.Box(left, 0, view.width() - left, view.height()),
                    0,
                    theme.hostGround());
            if (edge > 0) {
                brush.line(edge, 0, edge, view.height(), 1, theme.rule());
            }
        }
    }

    /// Cards, the words on the lines, and the headings of the columns.
    public void cards() {
        CardPainter cards = new CardPainter(brush, view, look, scene.layout().spacing());
        List<Layout.Placed> shown = shown();
        if (view.scale() >= WORDS_FROM) {
            BoxGrid<Boolean> taken = new BoxGrid<>(64);
            for (Layout.Placed placed : shown) {
                cards.extent(placed.card(), scene.layout().box(placed))
                        .forEach(box -> taken.put(box, Boolean.TRUE));
            }
            new VerbPainter(brush, scene, view, look, hostsBegin()).paint(taken);
        }
        for (Layout.Placed placed : shown) {
            Layout.Box box = view.box(scene.layout().box(placed));
            boolean onHost = box.x() + box.width() / 2 > hostsBegin();
            cards.paint(placed.card(), box, onHost ? theme.hostGround() : theme.canvas());
        }
        if (scene.layout().inColumns()) {
            headings();
        }
    }

    private List<Layout.Placed> shown() {
        Layout.Box sight = whole();
        return scene.layout().cards().stream()
                .filter(placed -> {
                    Layout.Box box = view.box(scene.layout().box(placed));
                    return sight.overlaps(
                            new Layout.Box(
                                    box.x() - LABEL,
                                    box.y() - LABEL,
                                    box.width() + 2 * LABEL,
                                    box.height() + 2 * LABEL));
                })
                .toList();
    }

    private Layout.Box whole() {
        return new Layout.Box(0, 0, view.width(), view.height());
    }

    /// Where the columns of hosts begin on screen; right of the view when nothing of the story was
    /// on a host, or nothing in the cloud.
    private double hostsBegin() {
        boolean hasCloud =
                scene.layout().columns().containsKey(Column.OPERATION.rank())
                        || scene.layout().columns().containsKey(Column.MACHINE.rank());
        if (!hasCloud) {
            return Double.MAX_VALUE;
        }
        for (Map.Entry<Integer, Double> column : scene.layout().columns().entrySet()) {
            if (Column.at(column.getKey()).onHost()) {
                double gap = scene.layout().spacing().columnGap() / 2;
                return view.x(column.getValue() - gap);
            }
        }
        return Double.MAX_VALUE;
    }

    private void headings() {
        if (scene.layout().cards().isEmpty()) {
            return;
        }
        double edge = hostsBegin();
        double height = View.HEADING - 4;
        double cloud = Math.clamp(edge, 0, view.width());
        brush.fill(new Layout.Box(0, 0, cloud, height), 0, theme.canvas());
        brush.fill(new Layout.Box(cloud, 0, view.width() - cloud, height), 0, theme.hostGround());
        brush.line(0, height, view.width(), height, 1, theme.rule());
        if (edge > 0 && edge < view.width()) {
            brush.line(edge, 0, edge, height, 1, theme.rule());
            double width = brush.width("Cloud", REALM);
            brush.text("Cloud", edge - 10 - width, 14, REALM, theme.muted());
            brush.text("Host", edge + 10, 14, REALM, theme.muted());
        }
        double room = scene.layout().spacing().columnPitch() * view.scale() - 10;
        if (room > 30) {
            scene.layout().columns().forEach((rank, x) -> heading(rank, x, room));
        }
    }

    private void heading(int rank, double x, double room) {
        Lettering lettering = new Lettering(brush, HEADING);
        Column column = Column.at(rank);
        String words =
                lettering.fits(column.heading(), room)
                        ? column.heading()
                        : lettering.elided(column.brief(), room);
        double middle = view.x(x + scene.layout().spacing().cardWidth() / 2);
        double start = middle - brush.width(words, HEADING) / 2;
        brush.text(words, start, View.HEADING - 13, HEADING, theme.ink());
    }
}
