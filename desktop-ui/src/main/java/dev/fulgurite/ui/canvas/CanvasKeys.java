package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasViewModel.Direction;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Keys and mouse of the canvas. A click selects; a double click or Enter walks on by the first
/// pivot; a right click or the menu key lists the pivots; dragging a card moves that card alone,
/// dragging the ground pans.
public final class CanvasKeys {

    private static final double STEP = 60;
    private static final double ZOOM = 1.2;
    private static final double STILL = 3;

    private final CanvasView view;
    private final CanvasViewModel model;
    private final Runnable walkOn;
    private final Consumer<double[]> menu;

    private @Nullable Placed dragged;
    private boolean moving;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;

    /// @param walkOn takes the first pivot of the selected node
    /// @param menu lists the pivots of the selected node at a place on the canvas
    public CanvasKeys(
            CanvasView view, CanvasViewModel model, Runnable walkOn, Consumer<double[]> menu) {
        this.view = view;
        this.model = model;
        this.walkOn = walkOn;
        this.menu = menu;
        view.setOnKeyPressed(this::key);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::release);
        view.setOnMouseMoved(this::hover);
        view.setOnMouseExited(_ -> view.hover(""));
        view.setOnScroll(this::scroll);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = event.isShiftDown() ? shifted(event.getCode()) : plain(event.getCode());
        if (known) {
            event.consume();
        }
    }

    private boolean shifted(KeyCode code) {
        switch (code) {
            case LEFT -> view.pan(STEP, 0);
            case RIGHT -> view.pan(-STEP, 0);
            case UP -> view.pan(0, STEP);
            case DOWN -> view.pan(0, -STEP);
            case F10 -> menuAtSelection();
            default -> {
                return plain(code);
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case LEFT -> step(Direction.LEFT);
            case RIGHT -> step(Direction.RIGHT);
            case UP -> step(Direction.UP);
            case DOWN -> step(Direction.DOWN);
            case ENTER -> walkOn.run();
            case CONTEXT_MENU, M -> menuAtSelection();
            case F -> view.fit();
            case PLUS, EQUALS, ADD -> zoomMiddle(ZOOM);
            case MINUS, SUBTRACT -> zoomMiddle(1 / ZOOM);
            case ESCAPE -> model.select(Selection.NOTHING);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(Direction direction) {
        model.step(direction);
        model.selectedCard().ifPresent(view::reveal);
    }

    private void zoomMiddle(double factor) {
        view.zoom(factor, view.getWidth() / 2, view.getHeight() / 2);
    }

    private void menuAtSelection() {
        model.selectedCard()
                .ifPresent(card ->
                        menu.accept(
                                new double[] {view.view().x(card.x()), view.view().y(card.y())}));
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressX = lastX = event.getX();
        pressY = lastY = event.getY();
        moving = false;
        Optional<Placed> card = view.cardAt(event.getX(), event.getY());
        dragged = event.getButton() == MouseButton.PRIMARY ? card.orElse(null) : null;
        if (event.getButton() == MouseButton.MIDDLE) {
            return;
        }
        if (card.isPresent()) {
            model.selectCard(card.get().card());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            view.edgeAt(event.getX(), event.getY())
                    .ifPresent(edge -> model.select(new Selection.OfLink(edge.link().id())));
        }
    }

    private void drag(MouseEvent event) {
        double fromPress = Math.hypot(event.getX() - pressX, event.getY() - pressY);
        moving = moving || fromPress > STILL;
        if (!moving) {
            return;
        }
        Placed card = dragged;
        if (card == null) {
            view.setCursor(Cursor.CLOSED_HAND);
            view.pan(event.getX() - lastX, event.getY() - lastY);
        } else {
            double[] place = placeOf(card, event);
            view.preview(model.state().get().layout().moved(card.card().id(), place[0], place[1]));
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private double[] placeOf(Placed card, MouseEvent event) {
        double scale = view.view().scale();
        return new double[] {
            card.x() + (event.getX() - pressX) / scale, card.y() + (event.getY() - pressY) / scale
        };
    }

    private void release(MouseEvent event) {
        view.setCursor(Cursor.DEFAULT);
        Placed card = dragged;
        dragged = null;
        if (moving) {
            if (card != null) {
                double[] place = placeOf(card, event);
                model.move(card.card().id(), place[0], place[1]);
            }
            return;
        }
        if (event.getButton() == MouseButton.SECONDARY && model.selectedCard().isPresent()) {
            menu.accept(new double[] {event.getX(), event.getY()});
        } else if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && card != null) {
            walkOn.run();
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
        view.setCursor(id.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaY();
        if (turned != 0) {
            view.zoom(turned > 0 ? ZOOM : 1 / ZOOM, event.getX(), event.getY());
        }
        event.consume();
    }
}
