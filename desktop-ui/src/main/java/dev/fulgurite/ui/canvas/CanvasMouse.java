package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Mouse of the canvas. A click selects, with Shift or Ctrl one more; a double click walks on by
/// the first pivot; a right click lists what can be done. Dragging a card moves what is selected
/// with it, and nothing else; dragging the ground pans, with Shift it selects what it touches. The
/// middle button, or Space held, always pans.
public final class CanvasMouse {

    private enum Gesture {
        NONE,
        PAN,
        DRAG,
        LASSO
    }

    private static final double STILL = 3;

    private final CanvasView view;
    private final CanvasViewModel model;
    private final SelectionActions selected;
    private final CanvasKeys.Around around;
    private final Region lasso = new Region();

    private Gesture gesture = Gesture.NONE;
    private @Nullable Runnable lassoed;
    private boolean spaceHeld;
    private boolean moving;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;

    public CanvasMouse(CanvasView view, CanvasViewModel model, CanvasKeys.Around around) {
        this.view = view;
        this.model = model;
        this.around = around;
        this.selected = new SelectionActions(model);
        lasso.getStyleClass().add("lasso");
        lasso.setManaged(false);
        lasso.setMouseTransparent(true);
        lasso.setVisible(false);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::release);
        view.setOnMouseMoved(this::hover);
        view.setOnMouseExited(_ -> view.hover(""));
        view.setOnScroll(this::scroll);
    }

    /// What is drawn over the canvas while it is selected by a rectangle.
    public Node overlay() {
        return lasso;
    }

    /// The next drag over the ground selects, without Shift.
    ///
    /// @param then called when it did
    public void lassoNext(Runnable then) {
        lassoed = then;
        view.setCursor(Cursor.CROSSHAIR);
    }

    /// Gives up to select by the next drag.
    public void forgetLasso() {
        lassoed = null;
        view.setCursor(Cursor.DEFAULT);
    }

    void panning(boolean held) {
        spaceHeld = held;
        view.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        moving = false;
        gesture = Gesture.PAN;
        if (event.getButton() == MouseButton.MIDDLE || spaceHeld) {
            return;
        }
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        Optional<Card> card = view.cardAt(event.getX(), event.getY()).map(Placed::card);
        if (card.isPresent()) {
            gesture = primary ? pressCard(card.get(), event) : Gesture.NONE;
            if (!primary && !model.selectedCards().contains(card.get().id())) {
                model.selectCard(card.get());
            }
        } else if (primary && (event.isShiftDown() || lassoed != null)) {
            gesture = Gesture.LASSO;
        } else if (primary) {
            view.edgeAt(event.getX(), event.getY())
                    .ifPresent(edge -> model.select(new Selection.OfLink(edge.link().id())));
        }
    }

    private Gesture pressCard(Card card, MouseEvent event) {
        if (event.isShiftDown() || event.isShortcutDown()) {
            selected.toggle(card);
            return Gesture.NONE;
        }
        if (!model.selectedCards().contains(card.id())) {
            model.selectCard(card);
        }
        return Gesture.DRAG;
    }

    private void drag(MouseEvent event) {
        double fromPress = Math.hypot(event.getX() - pressX, event.getY() - pressY);
        moving = moving || fromPress > STILL;
        if (!moving) {
            return;
        }
        switch (gesture) {
            case PAN -> {
                view.setCursor(Cursor.CLOSED_HAND);
                view.pan(event.getX() - lastX, event.getY() - lastY);
            }
            case DRAG -> view.preview(moved(event));
            case LASSO -> drawLasso(event);
            case NONE -> {}
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private Layout moved(MouseEvent event) {
        return model.state()
                .get()
                .layout()
                .moved(
                        model.selectedCards(),
                        way(event.getX() - pressX),
                        way(event.getY() - pressY));
    }

    private double way(double pixels) {
        return pixels / view.view().scale();
    }

    private Layout.Box rectangle(MouseEvent event) {
        return new Layout.Box(
                Math.min(pressX, event.getX()),
                Math.min(pressY, event.getY()),
                Math.abs(event.getX() - pressX),
                Math.abs(event.getY() - pressY));
    }

    private void drawLasso(MouseEvent event) {
        Layout.Box box = rectangle(event);
        lasso.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        lasso.setVisible(true);
    }

    private void release(MouseEvent event) {
        view.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        lasso.setVisible(false);
        Gesture done = gesture;
        gesture = Gesture.NONE;
        if (!moving) {
            clicked(event);
        } else if (done == Gesture.DRAG) {
            model.act(
                    new CanvasAction.Move(
                            model.selectedCards(),
                            way(event.getX() - pressX),
                            way(event.getY() - pressY)));
        } else if (done == Gesture.LASSO) {
            model.selectCards(
                    view.cardsIn(rectangle(event)).stream()
                            .map(Card::id)
                            .collect(Collectors.toUnmodifiableSet()));
            Runnable then = lassoed;
            if (then != null) {
                forgetLasso();
                then.run();
            }
        }
    }

    private void clicked(MouseEvent event) {
        Optional<Placed> card = view.cardAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.SECONDARY) {
            if (card.isEmpty()) {
                model.select(Selection.NOTHING);
            }
            around.menu(event.getX(), event.getY());
            return;
        }
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        if (event.getButton() == MouseButton.PRIMARY && plain && card.isPresent()) {
            model.selectCard(card.get().card());
            if (event.getClickCount() == 2) {
                around.walkOn();
            } else {
                around.clicked();
            }
        }
    }

    private void hover(MouseEvent event) {
        Optional<Placed> card = view.cardAt(event.getX(), event.getY());
        String id =
                card.map(placed -> placed.card().id())
                        .or(() ->
                                view.edgeAt(event.getX(), event.getY())
                                        .map(edge -> edge.link().id()))
                        .orElse("");
        view.hover(id);
        if (!spaceHeld) {
            view.setCursor(id.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
        }
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaY();
        if (turned != 0) {
            view.zoom(
                    turned > 0 ? CanvasView.STEP : 1 / CanvasView.STEP, event.getX(), event.getY());
        }
        event.consume();
    }
}
