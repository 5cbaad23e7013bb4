package dev.fulgurite.ui.desk;

import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.alerts.AlertsView;
import dev.fulgurite.ui.canvas.CanvasKeys;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.inspector.CopyMenu;
import dev.fulgurite.ui.inspector.InspectorView;
import dev.fulgurite.ui.inspector.Subject;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.timeline.TimelineView;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Queue on the left, story and canvas in the middle, inspector on the right.
public final class DeskView extends StackPane {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final DeskViewModel model;
    private final AlertsView alerts;
    private final CanvasView canvas;
    private final InspectorView inspector;
    private final TimelineView timeline;
    private final ContextMenu menu = new ContextMenu();

    public DeskView(DeskViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        getStyleClass().add("desk");
        alerts = new AlertsView(model.alerts());
        canvas = new CanvasView(model.canvas(), appearance);
        model.gaps().subscribe(canvas::gaps);
        new CanvasKeys(canvas, model.canvas(), model.walks()::walkOn, this::showMenu);
        inspector =
                new InspectorView(
                        model.inspector(),
                        model.canvas()::selectNode,
                        this::walkByInspector,
                        model.alerts()::choose,
                        model::tell);
        timeline = new TimelineView(model.timeline(), appearance);
        model.times().dimmed().subscribe(canvas::dim);
        model.timeline()
                .current()
                .subscribe(_ -> model.canvas().selectedCard().ifPresent(canvas::reveal));
        getChildren().add(panels());
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, this::otherKey);
    }

    /// Puts the keyboard on the queue.
    public void begin() {
        alerts.begin();
    }

    private SplitPane panels() {
        VBox middle =
                new VBox(
                        new StoryHeader(model.story(), model.canvas()::selectNode),
                        canvas,
                        new CanvasLine(model),
                        timeline);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        SplitPane split = new SplitPane(alerts, middle, inspector);
        split.setDividerPositions(0.165, 0.79);
        SplitPane.setResizableWithParent(alerts, false);
        SplitPane.setResizableWithParent(inspector, false);
        return split;
    }

    private void walkByInspector(String pivot) {
        model.walks()
                .offers(offers ->
                        offers.stream()
                                .filter(offer -> offer.id().equals(pivot))
                                .findFirst()
                                .ifPresent(model.walks()::walk));
    }

    private void showMenu(double[] at) {
        model.walks()
                .offers(offers -> {
                    menu.getItems().setAll(items(offers));
                    copies().ifPresent(menu.getItems()::add);
                    var place = canvas.localToScreen(at[0], at[1]);
                    menu.show(canvas, place.getX(), place.getY());
                });
    }

    /// What can be copied of the selected node.
    private Optional<MenuItem> copies() {
        return model.inspector().subject().get() instanceof Subject.OfNode one
                ? Optional.of(
                        new Menu(
                                Words.of("copy"),
                                null,
                                CopyMenu.of(one.node()).toArray(MenuItem[]::new)))
                : Optional.empty();
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
        item.setOnAction(_ -> model.walks().walk(offer));
        return item;
    }

    /// Keys that work wherever on the desk the keyboard is.
    private void shortcut(KeyEvent event) {
        if (UNDO.match(event)) {
            model.canvas().undo();
        } else if (REDO.match(event)) {
            model.canvas().redo();
        } else if (event.getCode() == KeyCode.ESCAPE && model.timeline().lit().get() != null) {
            model.timeline().clearBrush();
        } else if (event.getCode() == KeyCode.F6) {
            nextPanel(event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    /// Keys that a text field may want for itself.
    private void otherKey(KeyEvent event) {
        if (event.getCode() == KeyCode.E && !event.isShortcutDown()) {
            inspector.showEvidence();
            event.consume();
        } else if (event.getCode() == KeyCode.T && !event.isShortcutDown()) {
            model.timeline().open().set(!model.timeline().open().get());
            event.consume();
        }
    }

    private void nextPanel(boolean back) {
        List<Runnable> panels =
                List.of(
                        alerts::begin,
                        canvas::requestFocus,
                        timeline::begin,
                        inspector::showDetails);
        List<Node> views = List.of(alerts, canvas, timeline, inspector);
        int now = 1;
        for (int i = 0; i < views.size(); i++) {
            now = holdsKeyboard(views.get(i)) ? i : now;
        }
        int count = panels.size();
        panels.get((now + (back ? count - 1 : 1)) % count).run();
    }

    private boolean holdsKeyboard(Node panel) {
        Node owner = getScene().getFocusOwner();
        while (owner != null && !owner.equals(panel)) {
            owner = owner.getParent();
        }
        return owner != null;
    }
}
