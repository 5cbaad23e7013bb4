package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.alerts.AlertsView;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.inspector.InspectorView;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.timeline.TimelineView;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import java.util.ArrayList;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
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
    private final CanvasPane canvasPane;
    private final CanvasView canvas;
    private final InspectorView inspector;
    private final TimelineView timeline;

    /// @param detections shows the detections, and why some are blind
    public DeskView(
            DeskViewModel model,
            ObjectProperty<Appearance> appearance,
            Runnable detections,
            SaveDialog dialog) {
        this.model = model;
        getStyleClass().add("desk");
        alerts = new AlertsView(model.alerts(), detections);
        canvasPane = new CanvasPane(model, appearance);
        canvas = canvasPane.view();
        model.gaps().subscribe(canvas::gaps);
        inspector =
                new InspectorView(
                        model.inspector(),
                        model.canvas()::selectNode,
                        this::walkByInspector,
                        model.alerts()::open,
                        model::tell);
        timeline = new TimelineView(model.timeline(), appearance);
        model.times().dimmed().subscribe(canvas::dim);
        model.timeline()
                .current()
                .subscribe(_ -> model.canvas().selectedCard().ifPresent(canvas::reveal));
        getChildren().add(panels(dialog));
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, this::otherKey);
    }

    /// Puts the keyboard on the queue.
    public void begin() {
        alerts.begin();
    }

    /// What can be done here, for the sheet of keys and the palette.
    public List<Action> actions() {
        return List.of(
                Action.byHand("panels"),
                Action.byHand("queue"),
                Action.byHand("mark"),
                Action.byHand("select"),
                new Action("walk", model.walks()::walkOn),
                Action.byHand("menu"),
                Action.byHand("many"),
                Action.byHand("hide"),
                Action.byHand("fold"),
                Action.byHand("group"),
                Action.byHand("marks"),
                Action.byHand("find"),
                Action.byHand("copy"),
                Action.byHand("back"),
                new Action("evidence", inspector::showEvidence),
                new Action("why", model.tools()::why),
                new Action("fit", canvas::fit),
                Action.byHand("zoom"),
                Action.byHand("pan"),
                Action.byHand("drag"),
                Action.byHand("timeline"),
                Action.byHand("brush"),
                Action.byHand("play"),
                new Action("undo", model.canvas()::undo),
                new Action("redo", model.canvas()::redo),
                new Action("clear", () -> model.canvas().select(Selection.NOTHING)));
    }

    private SplitPane panels(SaveDialog dialog) {
        StackPane drawing =
                new StackPane(canvasPane, new WhyPane(model.tools(), canvas::requestFocus));
        VBox middle =
                new VBox(
                        new StoryHeader(model, model.canvas()::selectNode, dialog),
                        drawing,
                        new CanvasLine(model),
                        timeline);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(drawing, Priority.ALWAYS);
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

    /// Keys that work wherever on the desk the keyboard is.
    private void shortcut(KeyEvent event) {
        if (holdsKeyboard(alerts) && (UNDO.match(event) || REDO.match(event))) {
            return;
        }
        if (UNDO.match(event)) {
            model.canvas().undo();
        } else if (REDO.match(event)) {
            model.canvas().redo();
        } else if (event.getCode() == KeyCode.ESCAPE && model.timeline().lit().get() != null) {
            model.timeline().clearBrush();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            model.forward();
        } else if (event.getCode() == KeyCode.F6) {
            nextPanel(event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    /// Keys that a text field may want for itself.
    private void otherKey(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.W && !event.isShortcutDown()) {
            model.tools().why();
            event.consume();
        } else if (event.getCode() == KeyCode.E && !event.isShortcutDown()) {
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
