package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of the queue.
///
/// @param entities what the alert is about, as people call it
/// @param group its incident when this line heads it; null for an alert without others
/// @param member whether it stands below the head of its incident
public record AlertRow(AlertBrief alert, String entities, @Nullable Group group, boolean member) {

    /// An incident with several alerts.
    ///
    /// @param shown how many of them the filter lets through
    public record Group(String incident, int shown, int all, boolean folded) {}

    public String id() {
        return alert.id();
    }

    public Severity severity() {
        return alert.severity();
    }

    public String title() {
        return alert.title();
    }

    public String rule() {
        return alert.rule();
    }

    /// In UTC, with its `Z`.
    public String time() {
        return Times.readable(alert.time());
    }

    /// The mark that stands beside the colour.
    public String letter() {
        return severity().word().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /// Status and reason of an alert that is not open; `""` for an open one.
    public String status() {
        boolean closed = alert.status() == AlertStatus.CLOSED && !alert.statusReason().isEmpty();
        return alert.status() == AlertStatus.OPEN
                ? ""
                : closed ? alert.statusReason() : alert.status().word();
    }

    /// Whether the title says already what the alert is about.
    boolean titleNamesEntities() {
        String said = title().toLowerCase(Locale.ROOT);
        return Arrays.stream(entities().toLowerCase(Locale.ROOT).split(" · ", -1))
                .allMatch(said::contains);
    }

    /// As a screen reader says it.
    public String spoken() {
        String told =
                Words.of(
                        "alerts.spoken",
                        severity().word(),
                        title(),
                        time(),
                        alert.status().word(),
                        alert.records());
        return group == null ? told : told + ", " + Words.of("alerts.group.spoken", group.shown());
    }
}
