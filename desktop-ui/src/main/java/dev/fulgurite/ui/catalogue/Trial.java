package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A run of the chosen rule by hand.
public final class Trial {

    /// What a run is doing or gave.
    public sealed interface State {

        /// None was asked for yet.
        record Ready() implements State {}

        record Running(Instant since) implements State {}

        /// What it gave.
        ///
        /// @param cells the result's columns, and of each row its alert's id or `""`
        record Done(DetectionResult result, List<Line> cells) implements State {
            public Done {
                cells = List.copyOf(cells);
            }
        }

        record Failed(Failure failure) implements State {}

        record GivenUp() implements State {}
    }

    /// A row of the result.
    ///
    /// @param alert id of the alert that it raised, `""` for none
    /// @param why in diff mode, why the other mode does not have it
    public record Line(Row row, String alert, String why) {}

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Ready());
    private final ReadOnlyObjectWrapper<@Nullable RuleState> rule = new ReadOnlyObjectWrapper<>();
    private Work.@Nullable Job job;

    Trial(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable changed) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The rule that is tried; null before one is chosen.
    public ReadOnlyObjectProperty<@Nullable RuleState> rule() {
        return rule.getReadOnlyProperty();
    }

    /// Turns to a rule. What ran of another is given up.
    void about(RuleState other) {
        RuleState before = rule.get();
        rule.set(other);
        if (before == null || !before.rule().equals(other.rule())) {
            state.set(new State.Ready());
            Work.Job running = job;
            if (running != null) {
                running.ifGivenUp(() -> {}).cancel();
            }
        }
    }

    /// Runs the rule; in linked mode it raises alerts.
    ///
    /// @param settings values of parameters that are not the default
    /// @param now the clock; null for the time of the newest event
    public void run(
            Mode mode,
            Map<String, String> settings,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant now) {
        RuleState tried = rule.get();
        if (tried == null) {
            return;
        }
        Investigation here = investigation.get();
        state.set(new State.Running(Instant.now()));
        job =
                work.start(
                                "work.trial",
                                () -> {
                                    Instant clock =
                                            now == null
                                                    ? here.newestEvent().orElse(Instant.EPOCH)
                                                    : now;
                                    return here.detect(
                                                    List.of(tried.rule()),
                                                    new DetectionRequest(
                                                            mode, clock, from, to, settings))
                                            .getFirst();
                                },
                                result -> done(tried, result),
                                failure -> state.set(new State.Failed(failure)))
                        .ifGivenUp(() -> state.set(new State.GivenUp()));
    }

    private void done(RuleState tried, DetectionResult result) {
        RuleState now = rule.get();
        if (now != null && now.rule().equals(tried.rule())) {
            state.set(new State.Done(result, lines(tried, result)));
        }
        if (result.mode() == Mode.LINKED) {
            changed.run();
        }
    }

    /// Rows that are more than informational have an alert, in their order.
    private static List<Line> lines(RuleState tried, DetectionResult result) {
        List<Line> lines = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>(result.alerts());
        for (int i = 0; i < result.rows().size(); i++) {
            Row row = result.rows().get(i);
            boolean raises = !alerts.isEmpty() && severity(tried, row) != Severity.INFORMATIONAL;
            String why =
                    i < result.differences().size()
                            ? Words.of(
                                    "trial.only",
                                    result.differences().get(i).only().word(),
                                    result.differences().get(i).why())
                            : "";
            lines.add(new Line(row, raises ? alerts.removeFirst().id() : "", why));
        }
        return lines;
    }

    private static @Nullable Severity severity(RuleState tried, Row row) {
        return row.columns().contains("severity")
                ? Severity.parse(row.text("severity"))
                : tried.severity();
    }

    /// Gives the run up. What it already wrote stays.
    public void cancel() {
        Work.Job running = job;
        if (running != null && running.isRunning()) {
            running.cancel();
        }
    }

    /// Whether something is wrong with what was asked, told where failures are told.
    void refuse(Failure failure) {
        tell.accept(failure);
    }
}
