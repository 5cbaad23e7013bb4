package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// All that can be done on the queue, for the palette and the sheet of keys. What is about alerts
/// and has none says so.
final class QueueActions {

    private final AlertsViewModel model;
    private final List<TriageAction> triage;
    private final Runnable filterByText;
    private final Runnable begin;
    private final Consumer<String> say;

    /// @param filterByText puts the keyboard where words to filter by are typed
    /// @param begin puts the keyboard on the queue
    /// @param say tells what is missing
    QueueActions(
            AlertsViewModel model,
            List<TriageAction> triage,
            Runnable filterByText,
            Runnable begin,
            Consumer<String> say) {
        this.model = model;
        this.triage = List.copyOf(triage);
        this.filterByText = filterByText;
        this.begin = begin;
        this.say = say;
    }

    /// What there always is.
    List<Action> always() {
        List<Action> all = new ArrayList<>();
        triage.forEach(one -> all.add(ofAlerts(one.action(), one.run())));
        for (ClosingReason reason : ClosingReason.values()) {
            all.add(
                    ofAlerts(
                            "queue.close." + word(reason), () -> model.triage().close(reason, "")));
        }
        all.add(action("queue.undo", model.triage()::undo));
        all.add(action("queue.filter", filterByText));
        all.add(action("queue.open", () -> model.filter(QueueFilter.OPEN)));
        all.add(action("queue.all", () -> statuses(Set.of())));
        all.add(action("queue.closed", () -> statuses(Set.of(AlertStatus.CLOSED))));
        all.add(
                action(
                        "queue.high",
                        () ->
                                model.filter(
                                        QueueFilter.OPEN.withSeverities(Set.of(Severity.HIGH)))));
        for (QueueOrder order : QueueOrder.values()) {
            all.add(action("queue.order." + word(order), () -> model.sort(order)));
        }
        all.add(action("queue.group", () -> model.group(!model.grouped().get())));
        return all;
    }

    /// What there is for what is in the queue now.
    List<Action> ofNow() {
        return model.rules().stream()
                .map(rule ->
                        action(
                                "queue.rule",
                                () -> model.filter(QueueFilter.OPEN.withRule(rule)),
                                rule))
                .toList();
    }

    private void statuses(Set<AlertStatus> some) {
        model.filter(QueueFilter.OPEN.withStatuses(some));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private Action ofAlerts(String id, Runnable run) {
        return action(
                id,
                () -> {
                    if (model.marked().get().isEmpty()) {
                        say.accept(Words.of("queue.needs"));
                    } else {
                        run.run();
                    }
                });
    }

    private Action action(String id, Runnable run, Object... about) {
        return new Action(
                id,
                List.of(about),
                () -> {
                    begin.run();
                    run.run();
                });
    }
}
