package dev.fulgurite.ui.shell;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.investigation.Investigation;
import java.util.List;

/// What an investigation holds, as far as the window's frame tells it.
///
/// @param alerts the open ones, most urgent first
/// @param events records stored from all files
public record Overview(
        String location, List<Alert> alerts, List<RuleState> rules, int files, long events) {

    public Overview {
        alerts = List.copyOf(alerts);
        rules = List.copyOf(rules);
    }

    static Overview of(Investigation investigation) {
        List<Ledger> ledgers = investigation.ledgers();
        return new Overview(
                investigation.location(),
                investigation.alerts(AlertStatus.OPEN, null),
                investigation.rules(),
                ledgers.size(),
                ledgers.stream().mapToLong(Ledger::stored).sum());
    }

    /// Detections that cannot see: their silence means nothing.
    public List<RuleState> blind() {
        return rules.stream().filter(rule -> rule.state() != RuleState.State.READY).toList();
    }
}
