package dev.fulgurite.investigation.picture;

import java.util.Map;
import java.util.TreeMap;

/// Heights of a column at which a line may pass: between the cards, and apart from other lines.
final class Lanes {

    /// Blocked stretches that do not touch: lower end by upper end.
    private final TreeMap<Double, Double> blocked = new TreeMap<>();

    void block(double from, double to) {
        double start = from;
        double end = to;
        Map.Entry<Double, Double> before = blocked.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        Map.Entry<Double, Double> next = blocked.ceilingEntry(start);
        while (next != null && next.getKey() <= end) {
            end = Math.max(end, next.getValue());
            blocked.remove(next.getKey());
            next = blocked.higherEntry(start);
        }
        blocked.put(start, end);
    }

    /// The free height nearest to the wished one.
    double nearest(double wish) {
        Map.Entry<Double, Double> around = blocked.floorEntry(wish);
        if (around == null || around.getValue() <= wish) {
            return wish;
        }
        boolean up = wish - around.getKey() <= around.getValue() - wish;
        return up ? around.getKey() : around.getValue();
    }
}
