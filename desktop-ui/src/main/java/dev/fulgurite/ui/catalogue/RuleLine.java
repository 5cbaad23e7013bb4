package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.RuleRun;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.util.List;

/// A detection of the catalogue.
///
/// @param schedule as its head says it
/// @param runs the newest first
/// @param own whether it is the analyst's
public record RuleLine(RuleState state, String schedule, List<RuleRun> runs, boolean own) {

    public RuleLine {
        runs = List.copyOf(runs);
    }

    public String id() {
        return state.rule();
    }

    /// `● ready`, `◐ blind`, `✕ refused`.
    static String told(RuleState.State state) {
        return Words.of("catalogue.state." + state.word());
    }

    String published() {
        return state.published() == null
                ? Words.of("catalogue.published.none")
                : told(state.published().state());
    }

    String severity() {
        return state.severity() == null ? "" : state.severity().word();
    }

    String lastRun() {
        return runs.isEmpty() ? Words.of("catalogue.never") : Times.readable(runs.getFirst().at());
    }

    String lastRows() {
        return runs.isEmpty() ? "" : Words.of("catalogue.rows", runs.getFirst().rows());
    }
}
