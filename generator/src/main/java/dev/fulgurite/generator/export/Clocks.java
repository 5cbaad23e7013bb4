package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Host;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// True time in ticks, and what clocks show.
final class Clocks {

    private static final long TICKS_A_SECOND = 10_000_000;

    private static final DateTimeFormatter PORTAL =
            DateTimeFormatter.ofPattern("M/d/yyyy, h:mm:ss.SSS a", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private Clocks() {}

    /// What the clock of a host shows.
    static long shown(Host host, long ticks) {
        return ticks + host.ticksFast();
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, TICKS_A_SECOND), Math.floorMod(ticks, TICKS_A_SECOND) * 100);
    }

    /// As the portal writes it.
    static String portal(long ticks) {
        return PORTAL.format(instant(ticks));
    }

    /// As Sysmon writes it.
    static String sysmon(Host host, long ticks) {
        Bytes text = new Bytes();
        long shown = shown(host, ticks);
        text.seconds(shown).raw('.').digits(shown / 10_000 % 1000, 3);
        return text.toString();
    }
}
