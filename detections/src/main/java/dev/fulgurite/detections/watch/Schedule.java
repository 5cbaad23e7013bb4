package dev.fulgurite.detections.watch;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a rule runs, all in UTC, and how far a run reaches back before the end of the one before
/// it: `1h` (each full hour), `1d/2d` (each midnight, reaching back two days), or a cron expression
/// of five fields, `0 6 * * 1-5` or `0 6 * * 1-5 over 2d`. Without a period a run reaches back by
/// the frequency; by cron, a day.
public final class Schedule {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final Pattern EVERY =
            Pattern.compile("([0-9]+[a-z])(?:\\s*/\\s*([0-9]+[a-z]))?");
    private static final Pattern CRON = Pattern.compile("(.+?)(?:\\s+over\\s+(\\S+))?");
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final String text;
    private final Timing timing;
    private final Duration period;

    private Schedule(String text, Timing timing, Duration period) {
        this.text = text;
        this.timing = timing;
        this.period = period;
    }

    /// The moments at which a rule is due.
    private sealed interface Timing {

        /// The last moment that is not after `now`.
        Instant latest(Instant now);

        /// The first moment after `after`.
        Instant next(Instant after);
    }

    private record Every(Duration frequency) implements Timing {
        @Override
        public Instant latest(Instant now) {
            long seconds = frequency.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
        }

        @Override
        public Instant next(Instant after) {
            return latest(after).plus(frequency);
        }
    }

    private record ByCron(ExecutionTime times) implements Timing {
        @Override
        public Instant latest(Instant now) {
            ZonedDateTime minute = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
            return times.isMatch(minute)
                    ? minute.toInstant()
                    : found(times.lastExecution(minute), Instant.MIN);
        }

        @Override
        public Instant next(Instant after) {
            return found(times.nextExecution(after.atZone(ZoneOffset.UTC)), Instant.MAX);
        }

        private static Instant found(Optional<ZonedDateTime> time, Instant none) {
            return time.map(ZonedDateTime::toInstant).orElse(none);
        }
    }

    /// Reads a schedule; what is none is an [IllegalArgumentException] that says what is wrong.
    public static Schedule parse(String text) {
        String stripped = text.strip();
        Matcher every = EVERY.matcher(stripped);
        if (every.matches()) {
            Duration frequency = duration(every.group(1));
            if (frequency.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "a rule runs once a minute at most, not " + text);
            }
            Duration period = every.group(2) == null ? frequency : duration(every.group(2));
            return new Schedule(stripped, new Every(frequency), period);
        }
        Matcher cron = CRON.matcher(stripped);
        if (!cron.matches() || cron.group(1).indexOf(' ') < 0) {
            throw new IllegalArgumentException(
                    "a schedule is 1h, 1d/2d or a cron expression of five fields, not '"
                            + text
                            + "'");
        }
        Duration period = cron.group(2) == null ? Duration.ofDays(1) : duration(cron.group(2));
        return new Schedule(stripped, new ByCron(times(cron.group(1))), period);
    }

    private static ExecutionTime times(String expression) {
        CronParser parser =
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        try {
            Cron cron = parser.parse(expression);
            ExecutionTime times = ExecutionTime.forCron(cron);
            if (times.nextExecution(Instant.EPOCH.atZone(ZoneOffset.UTC)).isEmpty()) {
                throw new IllegalArgumentException("there is no such day");
            }
            return times;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + expression + "' is no cron expression: " + e.getMessage(), e);
        }
    }

    /// A length of time such as `30s`, `15m`, `1h` or `2d`; anything else is an
    /// [IllegalArgumentException].
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            throw new IllegalArgumentException(
                    "a length of time is a number with s, m, h or d, such as 15m, not '"
                            + text
                            + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// The last moment not after `now` at which the rule is due.
    Instant latest(Instant now) {
        return timing.latest(now);
    }

    /// The first moment after `after` at which the rule is due.
    public Instant next(Instant after) {
        return timing.next(after);
    }

    /// How far a run reaches back before the end of the one before.
    Duration period() {
        return period;
    }

    /// As it was written.
    @Override
    public String toString() {
        return text;
    }
}
