package dev.fulgurite.ui.timeline;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where an axis is marked: at round times, none nearer to the next than its label needs.
///
/// @param step between two marks
/// @param at times of the marks, in UTC
record Ticks(Step step, List<Long> at) {

    private static final long US = 1_000L;
    private static final long MS = 1_000_000L;
    private static final long S = 1_000_000_000L;
    private static final long MIN = 60 * S;
    private static final long H = 60 * MIN;
    private static final long DAY = 24 * H;

    /// How a label reads when marks are this far apart.
    enum Step {
        YEARS("uuuu"),
        MONTHS("MMM uuuu"),
        DAYS("d MMM"),
        HOURS("HH:mm"),
        MINUTES("HH:mm"),
        SECONDS("HH:mm:ss"),
        MILLIS("HH:mm:ss.SSS"),
        MICROS("ss.SSSSSS");

        private final DateTimeFormatter format;

        Step(String pattern) {
            this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        }
    }

    private record Choice(Step step, long nanos, int count) {}

    private static final List<Choice> CHOICES = choices();

    Ticks {
        at = List.copyOf(at);
    }

    private static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        add(choices, Step.MICROS, US, 10, 20, 50, 100, 200, 500);
        add(choices, Step.MILLIS, MS, 1, 2, 5, 10, 20, 50, 100, 200, 500);
        add(choices, Step.SECONDS, S, 1, 2, 5, 10, 15, 30);
        add(choices, Step.MINUTES, MIN, 1, 2, 5, 10, 15, 30);
        add(choices, Step.HOURS, H, 1, 2, 3, 6, 12);
        add(choices, Step.DAYS, DAY, 1, 2, 7, 14);
        add(choices, Step.MONTHS, 30 * DAY, 1, 3, 6);
        add(choices, Step.YEARS, 365 * DAY, 1, 2, 5, 10, 20);
        return List.copyOf(choices);
    }

    private static void add(List<Choice> to, Step step, long nanos, int... counts) {
        for (int count : counts) {
            to.add(new Choice(step, nanos * count, count));
        }
    }

    /// The finest round times whose labels have room.
    ///
    /// @param room that a label takes, in the unit of `width`
    static Ticks of(Span span, double width, double room) {
        double needed = span.length() * (room / Math.max(1, width));
        Choice choice =
                CHOICES.stream()
                        .filter(each -> each.nanos >= needed)
                        .findFirst()
                        .orElse(CHOICES.getLast());
        return new Ticks(
                choice.step,
                switch (choice.step) {
                    case YEARS, MONTHS -> calendar(span, choice);
                    case DAYS, HOURS, MINUTES, SECONDS, MILLIS, MICROS -> even(span, choice.nanos);
                });
    }

    private static List<Long> even(Span span, long step) {
        List<Long> at = new ArrayList<>();
        for (long t = Math.ceilDiv(span.from(), step) * step; t <= span.to(); t += step) {
            at.add(t);
        }
        return at;
    }

    private static List<Long> calendar(Span span, Choice choice) {
        boolean years = choice.step == Step.YEARS;
        ZonedDateTime first = Span.instant(span.from()).atZone(ZoneOffset.UTC);
        int unit = years ? first.getYear() : first.getMonthValue() - 1;
        int round = Math.floorDiv(unit, choice.count) * choice.count;
        ZonedDateTime next =
                first.truncatedTo(ChronoUnit.DAYS)
                        .withDayOfMonth(1)
                        .withMonth(years ? 1 : round + 1)
                        .withYear(years ? round : first.getYear());
        List<Long> at = new ArrayList<>();
        while (Span.nanos(next.toInstant()) <= span.to()) {
            if (span.holds(Span.nanos(next.toInstant()))) {
                at.add(Span.nanos(next.toInstant()));
            }
            next = years ? next.plusYears(choice.count) : next.plusMonths(choice.count);
        }
        return at;
    }

    /// Whether its labels are times of day.
    boolean isClock() {
        return step.compareTo(Step.HOURS) >= 0;
    }

    /// What stands at a mark; at midnight the day, which says more than 00:00.
    String label(long at, ZoneId zone) {
        ZonedDateTime time = Span.instant(at).atZone(zone);
        boolean midnight = time.truncatedTo(ChronoUnit.DAYS).equals(time);
        boolean clock = step == Step.HOURS || step == Step.MINUTES;
        return (clock && midnight ? Step.DAYS : step).format.format(time);
    }
}
