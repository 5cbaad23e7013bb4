package dev.fulgurite.investigation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How times are written, always in UTC with `Z`.
public final class Times {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int TICKS = "uuuu-MM-ddTHH:mm:ss.1234567".length();

    private Times() {}

    /// ISO 8601 with seven fraction digits: `2026-03-01T10:00:00.0000000Z`.
    public static String exact(Instant time) {
        return EXACT.format(time).substring(0, TICKS) + "Z";
    }

    /// For people: `2026-03-01 10:00:00Z`.
    public static String readable(Instant time) {
        return READABLE.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
