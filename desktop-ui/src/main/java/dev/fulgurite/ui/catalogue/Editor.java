package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.RuleCheck;
import dev.fulgurite.investigation.RuleComparison;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The text of a rule of the analyst's own, while it is written.
public final class Editor {

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty id = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable RuleCheck> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RuleComparison> comparison =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private String kept = "";

    Editor(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable changed) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.changed = changed;
        text.subscribe(_ -> {
            check.set(null);
            comparison.set(null);
            told.set("");
        });
    }

    public BooleanProperty open() {
        return open;
    }

    /// The name of the file, without its ending.
    public StringProperty id() {
        return id;
    }

    public StringProperty text() {
        return text;
    }

    /// Whether the text as it stands was checked; null while it was not.
    public ReadOnlyObjectProperty<@Nullable RuleCheck> check() {
        return check.getReadOnlyProperty();
    }

    /// What the text as it stands finds beside the saved rule; null while that was not asked.
    public ReadOnlyObjectProperty<@Nullable RuleComparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// What became of the last thing that was done; `""` for nothing.
    public ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    /// Whether there is something that closing would lose.
    public boolean isChanged() {
        return open.get() && !text.get().equals(kept);
    }

    /// Begins a rule from the template.
    public void begin() {
        Investigation here = investigation.get();
        work.start(
                "work.rule",
                () -> here.workbench().template(),
                template -> edit("my-rule", template),
                tell);
    }

    /// Opens a rule of the analyst's, or a copy of one of the product's under a name of its own.
    public void edit(String rule) {
        Investigation here = investigation.get();
        work.start(
                "work.rule",
                () -> new Opened(here.workbench().text(rule), here.workbench().isOwn(rule)),
                opened -> edit(opened.own() ? rule : "my-" + rule, opened.text()),
                tell);
    }

    /// Opens a draft.
    public void editDraft(String rule) {
        Investigation here = investigation.get();
        work.start(
                "work.rule", () -> here.workbench().text(rule), draft -> edit(rule, draft), tell);
    }

    private record Opened(String text, boolean own) {}

    private void edit(String rule, String begun) {
        id.set(rule);
        // What is written has the line ends of the window, whatever the file has.
        kept = begun.replace("\r\n", "\n").replace('\r', '\n');
        text.set(kept);
        open.set(true);
    }

    /// Reads head and statement and runs the examples; what it finds is in [#check()].
    public void examine() {
        ask("work.check", (here, rule, now) -> here.workbench().check(rule, now), check);
    }

    /// Runs the text and the saved rule over the graph; what they differ in is in [#comparison()].
    public void compare() {
        ask(
                "work.compare",
                (here, rule, now) -> {
                    Instant clock = here.newestEvent().orElse(Instant.EPOCH);
                    return here.workbench().compare(rule, now, DetectionRequest.linked(clock));
                },
                comparison);
    }

    private interface Question<T> {
        T ask(Investigation here, String rule, String text);
    }

    /// An answer that comes after the text was changed is dropped.
    private <T> void ask(
            String doing, Question<T> question, ReadOnlyObjectWrapper<@Nullable T> answer) {
        Investigation here = investigation.get();
        String now = text.get();
        String rule = id.get();
        work.start(
                doing,
                () -> question.ask(here, rule, now),
                found -> {
                    if (text.get().equals(now)) {
                        answer.set(found);
                    }
                },
                tell);
    }

    /// Puts the text in force; one that is not in order is told, and nothing is written.
    public void save() {
        Investigation here = investigation.get();
        String now = text.get();
        String rule = id.get();
        work.start(
                "work.save-rule",
                () -> here.saveRule(rule, now),
                found -> {
                    check.set(found);
                    if (found.isInOrder()) {
                        kept = now;
                        told.set(Words.of("editor.saved", rule));
                        changed.run();
                    }
                },
                tell);
    }

    /// Keeps the text without putting it in force.
    public void keepDraft() {
        keepDraft(() -> {});
    }

    private void keepDraft(Runnable then) {
        Investigation here = investigation.get();
        String now = text.get();
        String rule = id.get();
        work.start(
                "work.save-rule",
                () -> {
                    here.workbench().keepDraft(rule, now);
                    return here.workbench().place();
                },
                place -> {
                    kept = now;
                    told.set(Words.of("editor.kept", rule, place));
                    changed.run();
                    then.run();
                },
                tell);
    }

    /// Puts the editor away; what was not kept is kept as a draft, so that nothing is lost.
    public void close() {
        if (isChanged() && !text.get().isBlank()) {
            keepDraft(() -> open.set(false));
        } else {
            open.set(false);
        }
    }
}
