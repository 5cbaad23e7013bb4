package dev.fulgurite.ui.canvas;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Detail;
import dev.fulgurite.investigation.picture.Hint;
import dev.fulgurite.investigation.picture.Holes;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Link;
import dev.fulgurite.investigation.picture.Look;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.investigation.picture.Scene.Edge;
import dev.fulgurite.investigation.picture.Spacing;
import dev.fulgurite.investigation.picture.View;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Draws the canvas. Redraws only after something changed, once a frame at most. Where the analyst
/// looks (scale and place) belongs to the view alone: it is no state of the investigation.
public final class CanvasView extends Region {

    private static final double EDGE_REACH = 6;

    /// How much closer one step of zooming is.
    static final double STEP = 1.2;

    private final CanvasViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<String> hovered = new SimpleObjectProperty<>("");
    private final GraphSurface surface = new GraphSurface();
    private View view = new View(1, 0, 0, 1, 1);
    private Scene scene = Scene.EMPTY;
    private List<Link> links = List.of();
    private boolean stale = true;
    private Scene.Ports routedFor = Scene.Ports.ofCards(Spacing.STANDARD);
    private boolean fitted;
    private Set<String> dimmed = Set.of();
    private List<Gap> gaps = List.of();
    private Map<String, List<String>> holes = Map.of();
    private Set<String> members = Set.of();
    private Map<String, Look.Badge> badges = Map.of();
    private final HintView hint = new HintView();

    public CanvasView(CanvasViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setMinSize(120, 120);
        getChildren().addAll(surface, hint);
        model.state().subscribe(this::rescene);
        model.selection().subscribe(this::announce);
        model.shownStory().subscribe(_ -> begin());
        appearance.subscribe(_ -> requestLayout());
        hovered.subscribe(this::hint);
        addEventFilter(MouseEvent.ANY, event -> hint.follow(event.getX(), event.getY()));
        focusedProperty().subscribe(_ -> announce());
        rescene();
    }

    /// Looks as the analyst last looked at this canvas; shows everything of a new one.
    private void begin() {
        model.look()
                .ifPresentOrElse(
                        last -> {
                            view = last;
                            fitted = false;
                            route();
                            requestLayout();
                        },
                        this::fit);
    }

    /// Shows everything.
    public void fit() {
        fitted = true;
        model.fitted();
        refit();
        requestLayout();
    }

    /// Lets cards step back, by their ids, with the lines at them: what a brushed timeline leaves
    /// out.
    public void dim(Set<String> cards) {
        dimmed = Set.copyOf(cards);
        requestLayout();
    }

    /// Holes in the logs, to be marked where they fall on what is shown.
    public void gaps(List<Gap> found) {
        gaps = List.copyOf(found);
        holes = Holes.on(model.state().get().layout(), links, gaps);
        requestLayout();
    }

    /// Fits once to the cards, then to the lines as they run at that scale.
    private void refit() {
        view = View.fitting(model.state().get().layout().bounds(), getWidth(), getHeight());
        route();
        view = View.fitting(scene.bounds(), getWidth(), getHeight());
        route();
    }

    /// Closer or farther; the point under (`x`, `y`) stays there.
    public void zoom(double factor, double x, double y) {
        look(view.zoomed(factor, x, y));
    }

    /// A step closer, at the middle.
    public void closer() {
        zoom(STEP, getWidth() / 2, getHeight() / 2);
    }

    public void farther() {
        zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    public void pan(double dx, double dy) {
        look(view.panned(dx, dy));
    }

    /// Looks elsewhere when a card is out of sight.
    public void reveal(Placed placed) {
        look(view.showing(model.state().get().layout().box(placed)));
    }

    /// Looks elsewhere, and from farther away when it must be, when some of these cards are out of
    /// sight.
    public void reveal(Set<String> cards) {
        model.state().get().layout().around(cards).ifPresent(box -> look(view.showing(box)));
    }

    private void look(View other) {
        if (!other.equals(view)) {
            view = other;
            fitted = false;
            model.looked(view);
            route();
            requestLayout();
        }
    }

    /// The middle of a card, in this view's own coordinates.
    public Point2D middle(Placed placed) {
        Layout.Box box = view.box(model.state().get().layout().box(placed));
        return new Point2D(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    View view() {
        return view;
    }

    /// What is at a place: the card on top.
    Optional<Placed> cardAt(double x, double y) {
        return model.state().get().layout().cardAt(view.planeX(x), view.planeY(y));
    }

    /// The cards that a rectangle on screen touches.
    List<Card> cardsIn(Layout.Box seen) {
        Layout.Box plane =
                new Layout.Box(
                        view.planeX(seen.x()),
                        view.planeY(seen.y()),
                        seen.width() / view.scale(),
                        seen.height() / view.scale());
        return model.state().get().layout().cardsIn(plane).stream().map(Placed::card).toList();
    }

    Optional<Edge> edgeAt(double x, double y) {
        return scene.edgeAt(view.planeX(x), view.planeY(y), EDGE_REACH / view.scale());
    }

    void hover(String id) {
        hovered.set(id);
    }

    /// Draws a layout that is not (yet) the model's: while a card is dragged.
    void preview(Layout layout) {
        Set<String> moved = new HashSet<>();
        for (Placed placed : layout.cards()) {
            if (!scene.layout().card(placed.card().id()).equals(Optional.of(placed))) {
                moved.add(placed.card().id());
            }
        }
        scene = scene.dragged(layout, moved, ports());
        stale = true;
        requestLayout();
    }

    private Scene.Ports ports() {
        return Detail.ports(model.state().get().layout().spacing(), view.scale());
    }

    private void rescene() {
        CanvasState state = model.state().get();
        links = Scene.links(state.layout(), state.graph());
        members = state.memberCards();
        badges = badges(state);
        holes = gaps.isEmpty() ? Map.of() : Holes.on(state.layout(), links, gaps);
        boolean begins = scene.layout().cards().isEmpty() && model.look().isEmpty();
        stale = true;
        route();
        if (begins && !scene.layout().cards().isEmpty()) {
            fit();
        }
        requestLayout();
    }

    /// Finds ways for the lines when there are other cards, or the scale asks for others.
    private void route() {
        Scene.Ports ports = ports();
        if (stale || !ports.equals(routedFor)) {
            scene = Scene.of(model.state().get().layout(), links, ports);
            stale = false;
            routedFor = ports;
        }
    }

    private static Map<String, Look.Badge> badges(CanvasState state) {
        Marks marks = state.marks();
        Set<NodeRef> marked = new HashSet<>(marks.pinned());
        marked.addAll(marks.tags().keySet());
        marked.addAll(marks.notes().keySet());
        marked.addAll(marks.folded().keySet());
        Map<String, Look.Badge> badges = new HashMap<>();
        for (NodeRef ref : marked) {
            state.layout()
                    .cardOf(ref)
                    .ifPresent(placed -> badges.put(placed.card().id(), badge(placed, marks)));
        }
        return badges;
    }

    /// What is on any of the nodes that a card stands for.
    private static Look.Badge badge(Placed placed, Marks marks) {
        Set<String> tags = new TreeSet<>();
        Set<String> notes = new LinkedHashSet<>();
        boolean pinned = false;
        for (Node node : placed.card().nodes()) {
            tags.addAll(marks.tagsOf(node.ref()));
            notes.add(marks.noteOf(node.ref()));
            pinned |= marks.pinned().contains(node.ref());
        }
        notes.remove("");
        List<String> words = new ArrayList<>(tags);
        int folded = marks.behind(placed.card().nodes().stream().map(Node::ref).toList()).size();
        if (folded > 0) {
            words.addFirst(Words.of("canvas.folded", folded));
        }
        return new Look.Badge(words, String.join("\n", notes), pinned);
    }

    /// Tells of what the pointer is on.
    private void hint(String id) {
        requestLayout();
        Look look = look();
        Optional<Hint> told =
                id.isEmpty()
                        ? Optional.empty()
                        : scene.layout()
                                .card(id)
                                .map(placed -> Hint.of(placed.card(), look))
                                .or(() ->
                                        scene.edge(id)
                                                .map(edge -> Hint.of(edge.link(), scene, look)));
        hint.tell(told.orElse(null));
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (view.width() != getWidth() || view.height() != getHeight()) {
            if (fitted) {
                refit();
            } else {
                resize();
            }
        }
        model.fitFor(getWidth() - 56, getHeight() - View.HEADING - 56);
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        surface.paint(scene, view, look(), pixelsPerPoint());
    }

    /// What is selected stays in sight when the parts of the window take other sizes.
    private void resize() {
        Optional<Layout.Box> selected =
                model.selectedCard().map(placed -> model.state().get().layout().box(placed));
        boolean inSight = selected.isPresent() && view.shows(selected.get());
        view = view.resized(getWidth(), getHeight());
        if (inSight) {
            view = view.showing(selected.get());
        }
    }

    private Look look() {
        Set<String> selected =
                switch (model.selection().get()) {
                    case Selection.OfLink(String link) -> Set.of(link);
                    case Selection.OfMany(Set<String> cards) -> cards;
                    case Selection.Nothing _, Selection.OfNode _, Selection.OfStack _ ->
                            model.selectedCard()
                                    .map(placed -> Set.of(placed.card().id()))
                                    .orElse(Set.of());
                };
        return new Look(
                appearance.get().picture(),
                members,
                selected,
                hovered.get(),
                dimmed,
                badges,
                holes);
    }

    private double pixelsPerPoint() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    private void announce() {
        requestLayout();
        int cards = model.state().get().layout().cards().size();
        String selected =
                model.selectedCard()
                        .map(Placed::card)
                        .map(CanvasView::spoken)
                        .orElse(Words.of("canvas.spoken.nothing"));
        setAccessibleText(Words.of("canvas.spoken", cards, selected));
    }

    private static String spoken(Card card) {
        return card.kind().words() + " " + card.title() + " " + String.join(", ", card.facts());
    }
}
