package dev.fulgurite.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys of the canvas. Enter walks on by the first pivot; M or the menu key lists what can be done
/// with what is selected; arrows go from card to card.
public final class CanvasKeys {

    /// What the canvas asks of what stands around it.
    public interface Around {
        /// Takes the first pivot of the selected node.
        void walkOn();

        /// Lists what can be done, at a place on the canvas.
        void menu(double x, double y);

        /// A card was clicked.
        void clicked();

        /// Gives up what was begun.
        void escape();

        /// Asks for a word to put on what is selected.
        void askTag();

        void askNote();

        /// Opens the field that finds cards.
        void find();

        /// Puts the values of what is selected on the clipboard.
        void copy();
    }

    private static final double STEP = 60;

    private final CanvasView view;
    private final CanvasViewModel model;
    private final SelectionActions selected;
    private final CanvasMouse mouse;
    private final Around around;

    public CanvasKeys(CanvasView view, CanvasViewModel model, CanvasMouse mouse, Around around) {
        this.view = view;
        this.model = model;
        this.mouse = mouse;
        this.around = around;
        this.selected = new SelectionActions(model);
        view.setOnKeyPressed(this::key);
        view.setOnKeyReleased(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                mouse.panning(false);
            }
        });
    }

    private void key(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        boolean known =
                event.isShortcutDown()
                        ? withShortcut(code)
                        : event.isShiftDown() ? shifted(code) : plain(code) || mark(code);
        if (known) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyCode code) {
        switch (code) {
            case A -> selected.selectAll();
            case F -> around.find();
            case C -> around.copy();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shifted(KeyCode code) {
        switch (code) {
            case LEFT -> view.pan(STEP, 0);
            case RIGHT -> view.pan(-STEP, 0);
            case UP -> view.pan(0, STEP);
            case DOWN -> view.pan(0, -STEP);
            case F10 -> menuAtSelection();
            case H -> selected.showHidden();
            case C -> selected.unfoldAll();
            case G -> selected.ungroup();
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
            case ENTER -> around.walkOn();
            case CONTEXT_MENU, M -> menuAtSelection();
            case F -> view.fit();
            case PLUS, EQUALS, ADD -> view.closer();
            case MINUS, SUBTRACT -> view.farther();
            case ESCAPE -> around.escape();
            case SPACE -> mouse.panning(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Keys that do something to what is selected.
    private boolean mark(KeyCode code) {
        switch (code) {
            case DELETE, BACK_SPACE -> selected.hide();
            case P -> selected.pin();
            case G -> selected.group();
            case C -> selected.fold();
            case L -> around.askTag();
            case N -> around.askNote();
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

    /// Lists what can be done, beside what is selected.
    public void menuAtSelection() {
        model.selectedCard()
                .ifPresentOrElse(
                        card -> around.menu(view.view().x(card.x()), view.view().y(card.y())),
                        () -> around.menu(view.getWidth() / 2, view.getHeight() / 3));
    }
}
