package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Detail;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Look;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.investigation.picture.Scene.Edge;
import dev.fulgurite.investigation.picture.View;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Draws the canvas. Redraws only after something changed, once a frame at most. Where the analyst
/// looks (scale and place) belongs to the view alone: it is no state of the investigation.
public final class CanvasView extends Region {

    private static final double EDGE_REACH = 6;

    private final CanvasViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<String> hovered = new SimpleObjectProperty<>("");
    private final GraphSurface surface = new GraphSurface();
    private View view = new View(1, 0, 0, 1, 1);
    private Scene scene = Scene.EMPTY;
    private boolean fitted;

    public CanvasView(CanvasViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setMinSize(120, 120);
        getChildren().add(surface);
        model.state().subscribe(this::rescene);
        model.selection().subscribe(this::announce);
        model.shownStory().subscribe(_ -> fit());
        appearance.subscribe(_ -> requestLayout());
        hovered.subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> announce());
    }

    /// Shows everything.
    public void fit() {
        fitted = true;
        refit();
        requestLayout();
    }

    /// Fits once to the cards, then to the lines as they run at that scale.
    private void refit() {
        CanvasState state = model.state().get();
        view = View.fitting(state.layout().bounds(), getWidth(), getHeight());
        scene = Scene.of(state.layout(), state.graph(), ports());
        view = View.fitting(scene.bounds(), getWidth(), getHeight());
        scene = Scene.of(state.layout(), state.graph(), ports());
    }

    /// Closer or farther; the point under (`x`, `y`) stays there.
    public void zoom(double factor, double x, double y) {
        view = view.zoomed(factor, x, y);
        fitted = false;
        rescene();
    }

    public void pan(double dx, double dy) {
        view = view.panned(dx, dy);
        fitted = false;
        requestLayout();
    }

    /// Looks elsewhere when a card is out of sight.
    public void reveal(Placed placed) {
        Layout.Box box = view.box(model.state().get().layout().box(placed));
        double left = Math.max(0, 24 - box.x());
        double right = Math.min(0, getWidth() - 24 - box.x() - box.width());
        double top = Math.max(0, View.HEADING + 16 - box.y());
        double bottom = Math.min(0, getHeight() - 24 - box.y() - box.height());
        if (left + top > 0 || right + bottom < 0) {
            pan(left > 0 ? left : right, top > 0 ? top : bottom);
        }
    }

    View view() {
        return view;
    }

    /// What is at a place: the card on top.
    Optional<Placed> cardAt(double x, double y) {
        double planeX = view.planeX(x);
        double planeY = view.planeY(y);
        Layout layout = model.state().get().layout();
        return layout.cards().reversed().stream()
                .filter(placed -> {
                    Layout.Box box = layout.box(placed);
                    return planeX >= box.x()
                            && planeX <= box.x() + box.width()
                            && planeY >= box.y()
                            && planeY <= box.y() + box.height();
                })
                .findFirst();
    }

    Optional<Edge> edgeAt(double x, double y) {
        return scene.edgeAt(view.planeX(x), view.planeY(y), EDGE_REACH / view.scale());
    }

    void hover(String id) {
        hovered.set(id);
    }

    /// Draws a layout that is not (yet) the model's: while a card is dragged.
    void preview(Layout layout) {
        scene = scene.routed(layout, ports());
        requestLayout();
    }

    private Scene.Ports ports() {
        return Detail.ports(model.state().get().layout().spacing(), view.scale());
    }

    private void rescene() {
        CanvasState state = model.state().get();
        scene = Scene.of(state.layout(), state.graph(), ports());
        requestLayout();
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
                view = view.resized(getWidth(), getHeight());
            }
        }
        model.fitFor(getWidth() - 56, getHeight() - View.HEADING - 56);
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        surface.paint(scene, view, look(), pixelsPerPoint());
    }

    private Look look() {
        String selected =
                model.selection().get() instanceof Selection.OfLink(String link)
                        ? link
                        : model.selectedCard().map(placed -> placed.card().id()).orElse("");
        return new Look(
                appearance.get().picture(),
                model.state().get().memberCards(),
                selected,
                hovered.get());
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
