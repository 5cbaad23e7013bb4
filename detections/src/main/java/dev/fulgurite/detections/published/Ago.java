package dev.fulgurite.detections.published;

import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ago(…)`: a time before the clock of the run.
///
/// @param span as written, such as `30d`
record Ago(String span, Instant time) {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([dhm])");

    static Ago of(Settings settings, String span) {
        Matcher matcher = SPAN.matcher(span);
        if (!matcher.matches()) {
            throw new RefusedRequest("a length of time is such as 3d or 12h, not '" + span + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration length =
                switch (matcher.group(2).charAt(0)) {
                    case 'd' -> Duration.ofDays(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofMinutes(number);
                };
        return new Ago(span, settings.now().minus(length));
    }

    /// `where column > ago(…)`
    Table before(Table table, String column) {
        return table.where(
                column + " > ago(" + span + ")",
                column,
                row -> {
                    Instant at = row.time(column);
                    return at != null && at.isAfter(time);
                });
    }
}
