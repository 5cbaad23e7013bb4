package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.actions.Panes.Pane;
import dev.fulgurite.ui.alerts.AlertsView;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.inspector.InspectorView;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.timeline.TimelineView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
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
    private final CanvasActions canvasActions;
    private final StoryHeader header;
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
        canvasActions = new CanvasActions(canvasPane, model);
        header = new StoryHeader(model, model.canvas()::selectNode, dialog);
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
        getChildren().add(panels());
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_PRESSED, this::otherKey);
    }

    /// Puts the keyboard on the queue.
    public void begin() {
        alerts.begin();
    }

    public Panes panes() {
        return new Panes(
                List.of(
                        new Pane(alerts, alerts::begin),
                        Pane.of(canvas),
                        new Pane(timeline, timeline::begin),
                        new Pane(inspector, inspector::showDetails)));
    }

    /// What can be done with what is on the canvas and in the queue now, for the palette.
    public List<Action> actionsOfNow() {
        return Stream.concat(canvasActions.ofNow().stream(), alerts.actionsOfNow().stream())
                .toList();
    }

    /// What can be done here, for the sheet of keys and the palette.
    public List<Action> actions() {
        List<Action> all = new ArrayList<>();
        all.addAll(alerts.actions(model.canvas()::say));
        all.add(Action.byHand("mark"));
        all.addAll(canvasActions.always());
        all.add(new Action("back", model::back));
        all.add(new Action("forward", model::forward));
        all.add(new Action("evidence", inspector::showEvidence));
        all.add(new Action("why", model.tools()::why));
        all.add(new Action("export", header::showExport));
        all.addAll(timeline.actions());
        return List.copyOf(all);
    }

    private SplitPane panels() {
        StackPane drawing =
                new StackPane(canvasPane, new WhyPane(model.tools(), canvas::requestFocus));
        VBox middle = new VBox(header, drawing, new CanvasLine(model), timeline);
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
        if (Panes.hasKeyboard(alerts) && (UNDO.match(event) || REDO.match(event))) {
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
            timeline.fold();
            event.consume();
        }
    }
}
