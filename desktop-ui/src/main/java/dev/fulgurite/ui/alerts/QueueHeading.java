package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How many alerts are shown of how many, and how far their silence can be trusted.
final class QueueHeading extends VBox {

    private final AlertsViewModel model;
    private final Label count = new Label();
    private final Label busy = new Label(Words.of("queue.sorting"));
    private final Hyperlink blind = new Hyperlink();
    private final HBox stale = new HBox();
    private final HBox progress = new HBox();

    QueueHeading(AlertsViewModel model, Runnable detections) {
        this.model = model;
        getStyleClass().add("queue-heading");
        Label title = new Label(Words.of("alerts.name"));
        title.getStyleClass().add("strong");
        count.getStyleClass().add("muted");
        count.setId("queue-count");
        busy.getStyleClass().addAll("muted", "small");
        busy.visibleProperty().bind(model.busy());
        busy.managedProperty().bind(busy.visibleProperty());
        HBox line = new HBox(title, count, busy);
        line.getStyleClass().add("facts-line");
        blind.setId("queue-blind");
        blind.setWrapText(true);
        blind.getStyleClass().addAll("small", "blind-link");
        blind.setOnAction(_ -> detections.run());
        getChildren().addAll(line, progress(), blind, stale());
        model.list().subscribe(this::count);
        model.blindness().subscribe(this::tell);
    }

    /// How much of the queue is not here yet, or is missing.
    private HBox progress() {
        Label told = new Label();
        told.setId("queue-progress");
        told.setWrapText(true);
        told.getStyleClass().add("small");
        Button rest =
                new WordButton("queue.rest", model::readAgain).named("queue-rest").styled("small");
        rest.managedProperty().bind(rest.visibleProperty());
        progress.getChildren().addAll(told, rest);
        progress.managedProperty().bind(progress.visibleProperty());
        model.progress()
                .subscribe(now -> {
                    boolean cut = now instanceof QueueProgress.Cut;
                    told.setText(words(now));
                    told.getStyleClass().setAll("label", "small", cut ? "strong" : "muted");
                    rest.setVisible(cut);
                    progress.setVisible(!(now instanceof QueueProgress.Whole));
                    progress.getStyleClass().setAll("facts-line", cut ? "stale" : "queue-reading");
                });
        return progress;
    }

    private static String words(QueueProgress progress) {
        return switch (progress) {
            case QueueProgress.Whole _ -> "";
            case QueueProgress.Reading(int here, long all) ->
                    here > 0 && here >= all
                            ? Words.of("queue.reading.again")
                            : Words.of("queue.reading", here, all);
            case QueueProgress.Cut(int here, long all, String why) ->
                    Words.of("queue.cut", here, all, why);
        };
    }

    private HBox stale() {
        Label told = new Label();
        told.setWrapText(true);
        told.getStyleClass().add("small");
        told.textProperty().bind(model.news());
        Button refresh =
                new WordButton("queue.refresh", model::refresh)
                        .named("queue-refresh")
                        .styled("small");
        stale.getChildren().addAll(told, refresh);
        stale.getStyleClass().addAll("facts-line", "stale");
        stale.visibleProperty().bind(model.news().isNotEmpty());
        stale.managedProperty().bind(stale.visibleProperty());
        return stale;
    }

    private void count(QueueList found) {
        count.setText(
                found.matching() == found.all()
                        ? Words.of("queue.count.all", found.all())
                        : Words.of("queue.count.part", found.matching(), found.all()));
        boolean folded = model.grouped().get() && found.rows().size() < found.matching();
        count.setTooltip(
                folded ? new Tooltip(Words.of("queue.count.tip", found.rows().size())) : null);
    }

    private void tell(AlertsViewModel.Blindness blindness) {
        int blindRules = blindness.blind().size();
        blind.setText(Words.of("queue.blind", blindRules, blindness.all()));
        blind.setVisible(blindRules > 0);
        blind.setManaged(blindRules > 0);
        StringBuilder why = new StringBuilder();
        blindness
                .blind()
                .forEach(rule ->
                        why.append(rule.rule())
                                .append(": ")
                                .append(String.join("; ", rule.reasons()))
                                .append('\n'));
        Tooltip tip = new Tooltip(why.toString().strip());
        tip.setWrapText(true);
        tip.setMaxWidth(600);
        blind.setTooltip(tip);
    }
}
