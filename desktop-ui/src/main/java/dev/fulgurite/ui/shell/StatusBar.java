package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What is being worked on, and what failed without harm.
final class StatusBar extends VBox {

    private static final Duration NOTICEABLE = Duration.millis(300);

    private final ShellViewModel model;
    private final HBox busy = new HBox();
    private final Label doing = new Label();
    private final VBox notice = new VBox();
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);

    StatusBar(ShellViewModel model) {
        this.model = model;
        getStyleClass().add("status");
        notice.getStyleClass().add("notice");
        getChildren().addAll(notice, line());
        model.work().running().subscribe(this::working);
        model.notice().subscribe(this::tell);
    }

    private HBox line() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setPrefWidth(96);
        Button cancel = new Button(Words.of("status.cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(_ -> cancel());
        busy.getChildren().addAll(doing, bar, cancel);
        busy.getStyleClass().add("busy");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label keys = new Label(Words.of("status.keys"));
        keys.getStyleClass().add("muted");
        HBox line = new HBox(busy, space, keys);
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
        busy.setVisible(false);
        if (job != null) {
            doing.setText(job.words());
            patience.setOnFinished(_ -> busy.setVisible(job.isRunning()));
            patience.playFromStart();
        }
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
            notice.getChildren().addAll(happened, todo, dismiss);
        }
    }
}
