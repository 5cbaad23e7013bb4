package dev.fulgurite.ui.timeline;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The timeline under the canvas: a heading that tells what is under the pointer, and the lanes.
/// Its upper edge is dragged to make it higher; T folds it to its heading.
public final class TimelineView extends VBox {

    private static final double LEAST = 96;
    private static final double MOST = 640;
    private static final Duration A_STEP = Duration.millis(700);

    private final TimelineViewModel model;
    private final TimelinePlot plot;
    private final TimelineKeys keys;
    private final StackPane body = new StackPane();
    private final javafx.animation.Timeline player =
            new javafx.animation.Timeline(new KeyFrame(A_STEP, _ -> played()));
    private double pressY;
    private double pressHeight;

    public TimelineView(TimelineViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        getStyleClass().addAll("panel", "timeline");
        plot = new TimelinePlot(model, appearance);
        keys = new TimelineKeys(plot, model);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(edge(), heading(), body);
        model.state().subscribe(this::show);
        model.open().subscribe(_ -> size());
        model.height().subscribe(_ -> size());
        player.setCycleCount(Animation.INDEFINITE);
        model.playback().speed().subscribe(speed -> player.setRate(speed.doubleValue()));
        model.playback().running().subscribe(this::play);
    }

    /// Puts the keyboard on the timeline, opening it.
    public void begin() {
        model.open().set(true);
        plot.requestFocus();
    }

    /// Folds the timeline to its heading, or opens it.
    public void fold() {
        model.open().set(!model.open().get());
    }

    /// What can be done here, for the sheet of keys and the palette.
    public List<Action> actions() {
        return List.of(
                new Action("timeline", this::fold),
                Action.byHand("brush"),
                new Action("event.next", () -> step(1)),
                new Action("event.before", () -> step(-1)),
                new Action("play", () -> model.playback().toggle()),
                new Action("play.speed", () -> model.playback().faster()),
                new Action("play.stop", model::clearBrush),
                new Action("timeline.in", () -> keys.zoom(2)),
                new Action("timeline.out", () -> keys.zoom(0.5)),
                new Action("timeline.fit", model::fit));
    }

    private void step(int by) {
        begin();
        model.step(by);
    }

    private void size() {
        boolean open = model.open().get();
        body.setVisible(open);
        body.setManaged(open);
        double height = open ? model.height().get() : USE_COMPUTED_SIZE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /// The upper edge, which is dragged.
    private Region edge() {
        Region edge = new Region();
        edge.getStyleClass().add("timeline-edge");
        edge.setCursor(Cursor.V_RESIZE);
        edge.setOnMousePressed(event -> {
            pressY = event.getScreenY();
            pressHeight = model.height().get();
        });
        edge.setOnMouseDragged(event ->
                model.height()
                        .set(Math.clamp(pressHeight + pressY - event.getScreenY(), LEAST, MOST)));
        return edge;
    }

    private HBox heading() {
        Button fold = button("timeline.fold", this::fold);
        fold.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Words.of(
                                                model.open().get()
                                                        ? "timeline.fold"
                                                        : "timeline.unfold"),
                                model.open()));
        Label count = new Label();
        count.setId("timeline-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.textProperty().bind(Bindings.createStringBinding(model::heading, model.state()));
        Label read = new Label();
        read.setId("timeline-read");
        read.textProperty().bind(plot.read());
        read.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(read, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(plot.read());
        read.setTooltip(whole);
        HBox heading =
                new HBox(fold, count, read, player(), zooming(), new ZoneChooser(model.zone()));
        heading.getStyleClass().add("timeline-heading");
        return heading;
    }

    private HBox player() {
        Button play = button("timeline.play", () -> model.playback().toggle());
        play.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Words.of(
                                                model.playback().running().get()
                                                        ? "timeline.pause"
                                                        : "timeline.play"),
                                model.playback().running()));
        Button speed = button("timeline.speed", () -> model.playback().faster());
        speed.textProperty().bind(Bindings.concat(model.playback().speed(), "×"));
        Button stop = button("timeline.stop", model::clearBrush);
        stop.visibleProperty().bind(model.playback().head().isNotNull());
        stop.managedProperty().bind(stop.visibleProperty());
        return group(play, speed, stop);
    }

    private HBox zooming() {
        return group(
                button("timeline.out", () -> keys.zoom(0.5)),
                button("timeline.in", () -> keys.zoom(2)),
                button("timeline.fit", model::fit));
    }

    private static HBox group(Node... buttons) {
        HBox group = new HBox(buttons);
        group.getStyleClass().add("timeline-group");
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private static Button button(String key, Runnable action) {
        Button button = new WordButton(key, action).tipped().styled("flat", "small");
        button.setAccessibleText(Words.of(key + ".tip"));
        button.setFocusTraversable(false);
        return button;
    }

    private void show(TimelineViewModel.State state) {
        body.getChildren()
                .setAll(
                        switch (state) {
                            case TimelineViewModel.State.Empty _ -> said("timeline.empty");
                            case TimelineViewModel.State.Waiting _ -> said("timeline.waiting");
                            case TimelineViewModel.State.Ready ready ->
                                    ready.timeline().moments().isEmpty()
                                            ? said("timeline.none")
                                            : plot;
                            case TimelineViewModel.State.Failed(var failure) ->
                                    failed(failure.happened() + "  " + failure.code());
                        });
    }

    private static Label said(String key) {
        Label label = new Label(Words.of(key));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private VBox failed(String happened) {
        Label label = new Label(happened);
        label.setWrapText(true);
        Button again = button("timeline.again", model::again);
        VBox failed = new VBox(label, again);
        failed.getStyleClass().add("timeline-failed");
        return failed;
    }

    private void play(boolean running) {
        if (running) {
            player.play();
        } else {
            player.stop();
        }
    }

    private void played() {
        model.playback().step();
    }
}
