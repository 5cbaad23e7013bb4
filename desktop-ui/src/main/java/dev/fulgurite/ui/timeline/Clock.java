package dev.fulgurite.ui.timeline;

import dev.fulgurite.investigation.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes times in UTC, always with `Z`, and beside them in the second zone if there is one.
record Clock(@Nullable ZoneId second) {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FINE =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final long TEN_MINUTES = 60 * TEN_SECONDS;

    /// To the last digit that the logs have.
    String exact(Instant at) {
        String utc = Times.exact(at).replace('T', ' ');
        ZoneId zone = second;
        return zone == null ? utc : utc + "  =  " + SECOND.format(at.atZone(zone));
    }

    private static DateTimeFormatter fineFor(long nanos) {
        return nanos < TEN_SECONDS ? FINE : nanos < TEN_MINUTES ? SECONDS : SHORT;
    }

    /// `10:00–10:05Z`; with days when it is over midnight, with seconds, or their parts, when it is
    /// short.
    static String range(Span span) {
        Instant from = Span.instant(span.from());
        Instant to = Span.instant(span.to());
        boolean oneDay =
                from.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(to.atZone(ZoneOffset.UTC).toLocalDate());
        DateTimeFormatter format = oneDay ? fineFor(span.length()) : LONG;
        return format.format(from) + "–" + format.format(to) + "Z";
    }
}
