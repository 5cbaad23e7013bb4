package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.alerts.AlertsView;
import dev.fulgurite.ui.canvas.CanvasKeys;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.inspector.InspectorView;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window.
public final class ShellView extends StackPane {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final ShellViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final BorderPane frame = new BorderPane();
    private final KeysView keys = new KeysView(this::hideKeys);
    private final AlertsView alerts;
    private final CanvasView canvas;
    private final InspectorView inspector;
    private final SplitPane desk;
    private final ContextMenu menu = new ContextMenu();

    public ShellView(ShellViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("shell");
        alerts = new AlertsView(model.alerts());
        canvas = new CanvasView(model.canvas(), appearance);
        new CanvasKeys(canvas, model.canvas(), model::walkOn, this::showMenu);
        inspector =
                new InspectorView(
                        model.inspector(), model.canvas()::selectNode, this::walkByInspector);
        desk = desk();
        frame.setTop(new TopBar(model, this::switchAppearance, this::showKeys));
        getChildren().add(frame);
        model.state().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, this::otherKey);
    }

    private SplitPane desk() {
        VBox middle =
                new VBox(
                        new StoryHeader(model.story(), model.canvas()::selectNode),
                        canvas,
                        new StatusBar(model));
        middle.getStyleClass().add("middle");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        SplitPane split = new SplitPane(alerts, middle, inspector);
        split.setDividerPositions(0.165, 0.79);
        SplitPane.setResizableWithParent(alerts, false);
        SplitPane.setResizableWithParent(inspector, false);
        return split;
    }

    private void show(ShellState state) {
        switch (state) {
            case ShellState.Opening(String words) ->
                    frame.setCenter(Screens.opening(words, model::cancelOpening));
            case ShellState.Failed(var failure) ->
                    frame.setCenter(Screens.failed(failure, model::open));
            case ShellState.NoEvidence(String location) ->
                    frame.setCenter(Screens.noEvidence(location, model::openSample));
            case ShellState.NoAlerts none -> frame.setCenter(Screens.noAlerts(none, model::detect));
            case ShellState.Ready _ -> {
                frame.setCenter(desk);
                alerts.begin();
            }
        }
    }

    private void walkByInspector(String pivot) {
        model.offers(offers ->
                offers.stream()
                        .filter(offer -> offer.id().equals(pivot))
                        .findFirst()
                        .ifPresent(model::walk));
    }

    private void showMenu(double[] at) {
        model.offers(offers -> {
            menu.getItems().setAll(items(offers));
            var place = canvas.localToScreen(at[0], at[1]);
            menu.show(canvas, place.getX(), place.getY());
        });
    }

    private List<MenuItem> items(List<PivotOffer> offers) {
        if (offers.isEmpty()) {
            MenuItem none = new MenuItem(Words.of("inspector.pivots.none"));
            none.setDisable(true);
            return List.of(none);
        }
        return offers.stream().map(this::item).toList();
    }

    private MenuItem item(PivotOffer offer) {
        MenuItem item = new MenuItem(Words.of("menu.pivot", offer.title(), offer.count()));
        item.setOnAction(_ -> model.walk(offer));
        return item;
    }

    private void switchAppearance() {
        appearance.set(appearance.get().other());
    }

    private void showKeys() {
        if (!getChildren().contains(keys)) {
            getChildren().add(keys);
            keys.requestFocus();
        }
    }

    private void hideKeys() {
        getChildren().remove(keys);
        canvas.requestFocus();
    }

    /// Keys that work wherever the keyboard is.
    private void shortcut(KeyEvent event) {
        if (UNDO.match(event)) {
            model.canvas().undo();
        } else if (REDO.match(event)) {
            model.canvas().redo();
        } else if (event.getCode() == KeyCode.F6) {
            nextPanel(event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    /// Keys that a text field may want for itself.
    private void otherKey(KeyEvent event) {
        if ("?".equals(event.getText()) || event.getCode() == KeyCode.F1) {
            showKeys();
        } else if (event.getCode() == KeyCode.E && !event.isShortcutDown()) {
            inspector.showEvidence();
        } else {
            return;
        }
        event.consume();
    }

    private void nextPanel(boolean back) {
        List<Runnable> panels =
                List.of(alerts::begin, canvas::requestFocus, inspector::showDetails);
        int now = holdsKeyboard(alerts) ? 0 : holdsKeyboard(inspector) ? 2 : 1;
        panels.get((now + (back ? 2 : 1)) % 3).run();
    }

    private boolean holdsKeyboard(Node panel) {
        Node owner = getScene().getFocusOwner();
        while (owner != null && !owner.equals(panel)) {
            owner = owner.getParent();
        }
        return owner != null;
    }
}
