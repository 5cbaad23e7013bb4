package dev.fulgurite.investigation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How times are written, always in UTC with `Z`.
public final class Times {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int TICKS = "uuuu-MM-ddTHH:mm:ss.1234567".length();

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})(?:[T ]+(\\d{2}:\\d{2}(?::\\d{2}(?:[.]\\d{1,9})?)?))?\\s*Z?",
                    Pattern.CASE_INSENSITIVE);

    private Times() {}

    /// The time that an analyst writes, in UTC: `2026-03-01`, `2026-03-01 10:00`, `2026-03-01
    /// 10:00:00Z` or as in logs; empty when it is none.
    public static Optional<Instant> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String clock = written.group(2) == null ? "00:00" : written.group(2);
        try {
            return Optional.of(
                    LocalDateTime.parse(written.group(1) + "T" + clock).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// ISO 8601 with seven fraction digits: `2026-03-01T10:00:00.0000000Z`.
    public static String exact(Instant time) {
        return EXACT.format(time).substring(0, TICKS) + "Z";
    }

    /// For people: `2026-03-01 10:00:00Z`.
    public static String readable(Instant time) {
        return READABLE.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /// How long something takes, to the second: `4:05`, `1:00:09`.
    public static String clock(Duration length) {
        return length.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        length.toHours(),
                        length.toMinutesPart(),
                        length.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d", length.toMinutesPart(), length.toSecondsPart());
    }
}
