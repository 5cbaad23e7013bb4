package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertChange;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.detections.Suppression;
import dev.fulgurite.investigation.Investigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something done to alerts, and how it is taken back.
///
/// @param words what was done
public record Deed(String words, Undoing undoing) {

    /// How it is taken back.
    sealed interface Undoing {}

    /// @param ids of alerts, by the change that makes them what they were
    record Changes(Map<AlertChange, List<String>> ids) implements Undoing {}

    /// @param before the suppression that it took the place of; null when there was none
    record Lift(Suppression made, @Nullable Suppression before) implements Undoing {

        void run(Investigation investigation) {
            if (before != null && before.until().isAfter(Instant.now())) {
                String entity = before.entity() == null ? null : before.entity().toString();
                investigation.suppress(before.rule(), entity, before.until(), before.note());
            } else {
                investigation.lift(made.id());
            }
        }
    }

    /// @param before the alerts as they were
    static Changes back(List<AlertBrief> before, AlertChange change) {
        Map<AlertChange, List<String>> ids = new LinkedHashMap<>();
        for (AlertBrief alert : before) {
            ids.computeIfAbsent(back(alert, change), _ -> new ArrayList<>()).add(alert.id());
        }
        return new Changes(ids);
    }

    private static AlertChange back(AlertBrief before, AlertChange change) {
        boolean wasClosed = before.status() == AlertStatus.CLOSED;
        return new AlertChange(
                change.opened() && wasClosed ? ClosingReason.parse(before.statusReason()) : null,
                change.closed() != null && !wasClosed,
                change.owner() == null ? null : before.owner(),
                change.note() == null ? null : before.note());
    }
}
