package dev.fulgurite.generator;

import java.time.Instant;

/// Two weeks with working days and nights: tells when a given part of all that happens is over.
final class Calendar {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final int DAYS = 14;
    private static final int HOURS = DAYS * 24;

    private static final long MILLISECONDS_AN_HOUR = 3_600_000;

    private final double[] over = new double[HOURS + 1];

    Calendar() {
        for (int hour = 0; hour < HOURS; hour++) {
            over[hour + 1] = over[hour] + busy(hour / 24 % 7, hour % 24);
        }
    }

    private static int busy(int day, int hour) {
        boolean weekend = day >= 5;
        boolean working = hour >= 7 && hour < 18;
        return weekend ? 2 : working ? 10 : 3;
    }

    /// The moment at which `part` of everything, from 0 to 1, has happened; later parts later.
    long at(double part) {
        double done = part * over[HOURS];
        int hour = 0;
        while (hour < HOURS - 1 && over[hour + 1] < done) {
            hour++;
        }
        double within = (done - over[hour]) / (over[hour + 1] - over[hour]);
        long milliseconds = (long) (within * MILLISECONDS_AN_HOUR);
        return Timeline.ticks(MONDAY)
                + (hour * MILLISECONDS_AN_HOUR + milliseconds) * Timeline.MILLISECOND;
    }
}
