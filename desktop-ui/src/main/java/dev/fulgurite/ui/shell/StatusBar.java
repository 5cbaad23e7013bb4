package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What is being worked on, and what failed without harm.
final class StatusBar extends VBox {

    private static final Duration NOTICEABLE = Duration.millis(300);
    private static final Duration SECOND = Duration.seconds(1);

    /// After so many seconds it is said for how long.
    private static final long LONG = 10;

    private final ShellViewModel model;
    private final HBox busy = new HBox();
    private final Label doing = new Label();
    private final VBox notice = new VBox();
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);

    private final Timeline clock = new Timeline(new KeyFrame(SECOND, _ -> say()));
    private final Button failures = new Button();

    /// @param showFailures shows what failed before
    /// @param showAsked shows the statements behind the last clicks
    StatusBar(ShellViewModel model, Runnable showFailures, Runnable showAsked) {
        this.model = model;
        clock.setCycleCount(Animation.INDEFINITE);
        failures.getStyleClass().addAll("flat", "small");
        failures.setId("failures-button");
        failures.setTooltip(new Tooltip(Words.of("status.failures.tip")));
        failures.setOnAction(_ -> showFailures.run());
        failures.visibleProperty().bind(Bindings.isNotEmpty(model.failures()));
        failures.managedProperty().bind(failures.visibleProperty());
        failures.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Words.of("status.failures", model.failures().size()),
                                model.failures()));
        getStyleClass().add("status");
        notice.getStyleClass().add("notice");
        getChildren().addAll(notice, line(showAsked));
        model.work().running().subscribe(this::working);
        model.work().count().subscribe(_ -> say());
        model.notice().subscribe(this::tell);
    }

    private HBox line(Runnable showAsked) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setPrefWidth(96);
        bar.setAccessibleText(Words.of("status.bar"));
        Button cancel = new Button(Words.of("status.cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(_ -> cancel());
        busy.getChildren().addAll(doing, bar, cancel);
        busy.getStyleClass().add("busy");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label keys = new Label(Words.of("status.keys"));
        keys.getStyleClass().add("muted");
        Button asked = new Button(Words.of("status.asked"));
        asked.setId("asked");
        asked.getStyleClass().addAll("flat", "small");
        asked.setTooltip(new Tooltip(Words.of("status.asked.tip")));
        asked.setOnAction(_ -> showAsked.run());
        HBox line = new HBox(busy, space, failures, keys, asked);
        line.getStyleClass().add("status-line");
        return line;
    }

    private void cancel() {
        Work.Job job = model.work().running().get();
        if (job != null) {
            job.cancel();
        }
    }

    /// Quick work is not worth a flicker.
    private void working(Work.@Nullable Job job) {
        patience.stop();
        clock.stop();
        busy.setVisible(false);
        if (job != null) {
            clock.play();
            say();
            patience.setOnFinished(_ -> busy.setVisible(job.isRunning()));
            patience.playFromStart();
        }
    }

    /// What is done, how much more, and since when if that is long.
    private void say() {
        Work.Job job = model.work().running().get();
        if (job == null) {
            return;
        }
        int others = model.work().count().get() - 1;
        long seconds = job.age().toSeconds();
        String words = seconds < LONG ? job.words() : Words.of("status.long", job.words(), seconds);
        doing.setText(others > 0 ? Words.of("status.others", words, others) : words);
    }

    private void tell(@Nullable Failure failure) {
        notice.getChildren().clear();
        notice.setManaged(failure != null);
        notice.setVisible(failure != null);
        if (failure != null) {
            Label happened = new Label(failure.happened());
            happened.getStyleClass().add("strong");
            happened.setWrapText(true);
            Label todo = new Label(failure.kept() + " " + failure.next() + " " + failure.code());
            todo.setWrapText(true);
            Button dismiss = new Button(Words.of("status.dismiss"));
            dismiss.setOnAction(_ -> model.dismissNotice());
            HBox buttons = new HBox(dismiss);
            buttons.getStyleClass().add("buttons");
            if (failure.lost()) {
                Button again = new Button(Words.of("status.reconnect"));
                again.setId("reconnect");
                again.getStyleClass().add("accent");
                again.setOnAction(_ -> model.reconnect());
                buttons.getChildren().addFirst(again);
            }
            notice.getChildren().addAll(happened, todo, buttons);
        }
    }
}
