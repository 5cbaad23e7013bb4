package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.ui.words.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One line of the queue.
///
/// @param time in UTC, with its `Z`
/// @param records how many raw records the alert rests on
public record AlertRow(
        String id, Severity severity, String title, String rule, String time, int records) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    static AlertRow of(Alert alert) {
        return new AlertRow(
                alert.id(),
                alert.severity(),
                alert.title(),
                alert.rule(),
                TIME.format(alert.time()),
                alert.evidence().size());
    }

    /// The mark that stands beside the colour.
    public String letter() {
        return severity.word().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /// As a screen reader says it.
    public String spoken() {
        return Words.of("alerts.spoken", severity.word(), title, time, records);
    }
}
