package dev.fulgurite.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How long something took each time, by the clock.
final class Waits {

    private final List<Double> millis = new ArrayList<>();

    void time(Runnable work) {
        long began = System.nanoTime();
        work.run();
        millis.add((System.nanoTime() - began) / 1e6);
    }

    int count() {
        return millis.size();
    }

    /// Median, 95th percentile and the longest.
    @Override
    public String toString() {
        if (millis.isEmpty()) {
            return "none";
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%6.1f / %6.1f / %6.1f ms",
                part(sorted, 0.5),
                part(sorted, 0.95),
                sorted.getLast());
    }

    private static double part(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
