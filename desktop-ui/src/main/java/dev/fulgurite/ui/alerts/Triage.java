package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertChange;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.detections.Suppression;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What an analyst says of alerts: whose they are, what became of them, what is not to be seen for
/// a while. Many are changed a part at a time; what is done when one part fails stays done, and is
/// told.
public final class Triage {

    private static final int PART = 500;
    private static final int REMEMBERED = 50;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final AlertsViewModel queue;
    private final Deque<Deed> deeds = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Deed> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

    Triage(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            AlertsViewModel queue) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.queue = queue;
    }

    /// What was done last and can be taken back; null when there is nothing.
    public ReadOnlyObjectProperty<@Nullable Deed> last() {
        return last.getReadOnlyProperty();
    }

    /// How far a change of many alerts is; `""` while none is under way.
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Nothing can be taken back any more: another graph comes.
    void forget() {
        deeds.clear();
        last.set(null);
        progress.set("");
    }

    /// The name under which alerts are claimed.
    public static String analyst() {
        return System.getProperty("user.name", "");
    }

    /// Makes the marked alerts those of an owner, `""` for nobody.
    public void claim(String owner) {
        change(
                new AlertChange(null, false, owner, null),
                alert -> !alert.owner().equals(owner),
                owner.isEmpty() ? "triage.done.released" : "triage.done.claimed",
                owner);
    }

    /// Replaces the note of the marked alerts.
    public void note(String note) {
        change(
                new AlertChange(null, false, null, note),
                alert -> !alert.note().equals(note),
                "triage.done.noted",
                "");
    }

    /// Closes those of the marked alerts that are open.
    ///
    /// @param note `""` leaves the notes as they are
    public void close(ClosingReason reason, String note) {
        change(
                AlertChange.close(reason, note.isBlank() ? null : note),
                alert -> alert.status() == AlertStatus.OPEN,
                "triage.done.closed",
                reason.words());
    }

    /// Opens those of the marked alerts that are closed.
    public void reopen() {
        change(
                AlertChange.reopen(),
                alert -> alert.status() == AlertStatus.CLOSED,
                "triage.done.reopened",
                "");
    }

    private void change(
            AlertChange change, Predicate<AlertBrief> fits, String done, String detail) {
        List<AlertBrief> before = queue.markedAlerts().stream().filter(fits).toList();
        if (!before.isEmpty()) {
            List<String> ids = before.stream().map(AlertBrief::id).toList();
            Part part =
                    new Part(
                            change,
                            ids,
                            0,
                            new ArrayList<>(),
                            () -> finished(before, change, done, detail));
            run(part);
        }
    }

    private void finished(List<AlertBrief> before, AlertChange change, String done, String detail) {
        remember(new Deed(Words.of(done, before.size(), detail), Deed.back(before, change)));
    }

    /// @param done the alerts that are changed, as they are now
    /// @param from how many ids were asked for
    private record Part(
            AlertChange change, List<String> ids, int from, List<AlertBrief> done, Runnable then) {

        Part after(int to) {
            return new Part(change, ids, to, done, then);
        }
    }

    private void run(Part part) {
        int from = part.from();
        int to = Math.min(part.ids().size(), from + PART);
        List<String> now = part.ids().subList(from, to);
        Investigation here = investigation.get();
        progress.set(Words.of("triage.progress", from, part.ids().size()));
        Work.Job job =
                work.start(
                        "work.triage",
                        () -> here.change(now, part.change()),
                        changed -> {
                            changed.forEach(alert -> part.done().add(alert.brief()));
                            if (to < part.ids().size()) {
                                run(part.after(to));
                            } else {
                                ended(part);
                                part.then().run();
                            }
                        },
                        failure -> broken(part, failure));
        job.ifGivenUp(this::givenUp);
    }

    /// What was done by then stays done; how much that is, the graph knows.
    private void givenUp() {
        progress.set("");
        queue.refresh();
    }

    private void ended(Part part) {
        progress.set("");
        queue.changed(part.done());
    }

    private void broken(Part part, Failure failure) {
        ended(part);
        String kept = Words.of("triage.broken", part.from(), part.ids().size());
        tell.accept(new Failure(failure.happened(), kept, failure.next(), failure.code()));
    }

    /// Keeps alerts of the rules of the marked ones out of the queue.
    ///
    /// @param entity null for all of a rule's alerts, else those with this entity
    public void suppress(String rule, @Nullable NodeRef entity, Instant until, String note) {
        Investigation here = investigation.get();
        String about = entity == null ? null : entity.toString();
        work.start(
                "work.suppress",
                () -> {
                    List<Suppression> before = here.suppressions();
                    Suppression made = here.suppress(rule, about, until, note);
                    return new Suppressed(made, same(made, before));
                },
                this::suppressed,
                tell);
    }

    private record Suppressed(Suppression made, @Nullable Suppression before) {}

    private static @Nullable Suppression same(Suppression made, List<Suppression> before) {
        return before.stream().filter(one -> one.id().equals(made.id())).findFirst().orElse(null);
    }

    private void suppressed(Suppressed done) {
        queue.readAgain();
        String words = Words.of("triage.done.suppressed", done.made().rule(), done.made().hidden());
        remember(new Deed(words, new Deed.Lift(done.made(), done.before())));
    }

    private void remember(Deed deed) {
        deeds.push(deed);
        if (deeds.size() > REMEMBERED) {
            deeds.removeLast();
        }
        last.set(deed);
    }

    /// Takes back what was done last.
    public void undo() {
        Deed deed = deeds.peek();
        if (deed == null || !progress.get().isEmpty()) {
            return;
        }
        switch (deed.undoing()) {
            case Deed.Changes changes -> undo(new ArrayList<>(changes.ids().entrySet()));
            case Deed.Lift lift -> undo(lift);
        }
    }

    private void undo(List<Map.Entry<AlertChange, List<String>>> rest) {
        if (rest.isEmpty()) {
            takenBack();
        } else {
            var first = rest.removeFirst();
            run(new Part(first.getKey(), first.getValue(), 0, new ArrayList<>(), () -> undo(rest)));
        }
    }

    private void undo(Deed.Lift lift) {
        Investigation here = investigation.get();
        work.start(
                "work.suppress",
                () -> {
                    lift.run(here);
                    return lift.made();
                },
                _ -> {
                    queue.readAgain();
                    takenBack();
                },
                tell);
    }

    private void takenBack() {
        deeds.pop();
        last.set(deeds.peek());
    }
}
