package dev.fulgurite.samples;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the exports write them.
final class Clock {

    /// Contoso's clocks on the wall.
    private static final ZoneId OFFICE = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter TICKS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(OFFICE);

    private Clock() {}

    /// A moment of November 2026, for example `at(18, "20:14:31.402")`.
    static Instant at(int day, String time) {
        return LocalDateTime.parse(String.format(Locale.ROOT, "2026-11-%02dT%s", day, time))
                .toInstant(ZoneOffset.UTC);
    }

    /// In units of 100 ns since 1970.
    static long count(Instant at) {
        return at.getEpochSecond() * 10_000_000 + at.getNano() / 100;
    }

    static String ticks(Instant at) {
        return TICKS.format(at);
    }

    static String millis(Instant at) {
        return MILLIS.format(at);
    }

    /// Local time without a zone.
    static String wall(Instant at) {
        return WALL.format(at);
    }
}
