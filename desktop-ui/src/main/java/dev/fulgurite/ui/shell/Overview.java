package dev.fulgurite.ui.shell;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Pulse;
import java.util.List;

/// What an investigation holds, as far as the window's frame tells it.
///
/// @param events records stored from all files
/// @param pulse what it held when this was read
public record Overview(
        String location, List<RuleState> rules, int files, long events, Pulse pulse) {

    public Overview {
        rules = List.copyOf(rules);
    }

    static Overview of(Investigation investigation) {
        Pulse pulse = investigation.pulse();
        List<Ledger> ledgers = investigation.ledgers();
        return new Overview(
                investigation.location(),
                investigation.rules(),
                ledgers.size(),
                ledgers.stream().mapToLong(Ledger::stored).sum(),
                pulse);
    }

    /// Detections that cannot see: their silence means nothing.
    public List<RuleState> blind() {
        return rules.stream().filter(rule -> rule.state() != RuleState.State.READY).toList();
    }
}
