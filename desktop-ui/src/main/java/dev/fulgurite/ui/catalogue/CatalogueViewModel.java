package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.RuleRun;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The detections and which one is looked at.
public final class CatalogueViewModel {

    /// So many runs of a rule are listed.
    private static final int RUNS = 50;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final ReadOnlyObjectWrapper<List<RuleLine>> rules =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> drafts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable RuleDetails> details =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> newest = new ReadOnlyObjectWrapper<>();
    private final Trial trial;
    private final Editor editor;

    /// @param tell takes failures that leave the page as it is
    /// @param refresh lets the other pages read what a run or a new rule changed
    public CatalogueViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable refresh) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        Runnable changed =
                () -> {
                    load();
                    refresh.run();
                };
        this.trial = new Trial(work, investigation, tell, changed);
        this.editor = new Editor(work, investigation, tell, changed);
    }

    /// By id; empty before the first [#load()].
    public ReadOnlyObjectProperty<List<RuleLine>> rules() {
        return rules.getReadOnlyProperty();
    }

    /// Ids of the analyst's texts that are not in force.
    public ReadOnlyObjectProperty<List<String>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// What the chosen rule says of itself; null while none is chosen or it is being read.
    ReadOnlyObjectProperty<@Nullable RuleDetails> details() {
        return details.getReadOnlyProperty();
    }

    /// The time of the newest event, which is the clock of a run when no other is set.
    ReadOnlyObjectProperty<@Nullable Instant> newest() {
        return newest.getReadOnlyProperty();
    }

    public Trial trial() {
        return trial;
    }

    public Editor editor() {
        return editor;
    }

    private record Loaded(List<RuleLine> rules, List<String> drafts, @Nullable Instant newest) {}

    /// Reads the detections and how they stand now.
    public void load() {
        Investigation here = investigation.get();
        work.start("work.rules", () -> read(here), this::show, tell);
    }

    private static Loaded read(Investigation here) {
        Map<String, List<RuleRun>> runs = here.runs(RUNS);
        List<RuleLine> lines =
                here.rules().stream()
                        .map(rule -> line(here, rule, runs.getOrDefault(rule.rule(), List.of())))
                        .toList();
        return new Loaded(lines, here.workbench().drafts(), here.newestEvent().orElse(null));
    }

    private static RuleLine line(Investigation here, RuleState rule, List<RuleRun> runs) {
        String schedule = here.describe(rule.rule()).getOrDefault("schedule", "");
        return new RuleLine(rule, schedule, runs, here.workbench().isOwn(rule.rule()));
    }

    private void show(Loaded loaded) {
        newest.set(loaded.newest());
        drafts.set(loaded.drafts());
        rules.set(loaded.rules());
        if (chosen.get().isEmpty() && !loaded.rules().isEmpty()) {
            choose(firstToLookAt(loaded.rules()));
        } else {
            choose(chosen.get());
        }
    }

    /// A rule that is blind is what one comes here for.
    private static String firstToLookAt(List<RuleLine> lines) {
        return lines.stream()
                .filter(line -> line.state().state() != RuleState.State.READY)
                .findFirst()
                .orElse(lines.getFirst())
                .id();
    }

    public void choose(String rule) {
        chosen.set(rule);
        RuleLine line =
                rules.get().stream()
                        .filter(each -> each.id().equals(rule))
                        .findFirst()
                        .orElse(null);
        if (line == null) {
            details.set(null);
            return;
        }
        Investigation here = investigation.get();
        work.start(
                "work.rule",
                () -> new RuleDetails(line, here.describe(rule), here.ruleText(rule)),
                found -> {
                    if (chosen.get().equals(rule)) {
                        details.set(found);
                        trial.about(line.state());
                    }
                },
                tell);
    }
}
