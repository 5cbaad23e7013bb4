package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Coverage.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Numbers as runs of consecutive ones, each with the times it begins and ends. There is room for
/// few runs: when it is used up the smallest holes are closed, so that the largest stay.
final class Runs {

    /// Closing holes is worth its while only now and then.
    private static final int ROOM = 2 * Coverage.MOST_RUNS;

    /// By first number.
    private final TreeMap<Long, Run> runs = new TreeMap<>();

    void add(long number, Instant at) {
        Map.Entry<Long, Run> below = runs.floorEntry(number);
        if (below != null && number <= below.getValue().last() + 1) {
            extend(below.getValue(), number, at);
            return;
        }
        Run above = runs.get(number + 1);
        if (above != null) {
            runs.remove(above.first());
            put(join(new Run(number, number, at, at), above));
        } else {
            put(new Run(number, number, at, at));
            if (runs.size() > ROOM) {
                closeHoles();
            }
        }
    }

    List<Run> list() {
        if (runs.size() > Coverage.MOST_RUNS) {
            closeHoles();
        }
        return List.copyOf(runs.values());
    }

    private void extend(Run run, long number, Instant at) {
        if (number <= run.last()) {
            put(within(run, at, number == run.first(), number == run.last()));
            return;
        }
        Run longer = new Run(run.first(), number, run.from(), at);
        Run above = runs.remove(number + 1);
        put(above == null ? longer : join(longer, above));
    }

    /// The number is known; of an hour the times may widen.
    private static Run within(Run run, Instant at, boolean begins, boolean ends) {
        return new Run(
                run.first(),
                run.last(),
                begins && at.isBefore(run.from()) ? at : run.from(),
                ends && at.isAfter(run.to()) ? at : run.to());
    }

    private static Run join(Run lower, Run upper) {
        return new Run(lower.first(), upper.last(), lower.from(), upper.to());
    }

    private void put(Run run) {
        runs.put(run.first(), run);
    }

    private void closeHoles() {
        List<Run> all = List.copyOf(runs.values());
        List<Integer> holes = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            holes.add(i);
        }
        holes.sort(Comparator.comparingLong(i -> all.get(i).first() - all.get(i - 1).last()));
        for (int i : holes.subList(0, all.size() - Coverage.MOST_RUNS)) {
            Run upper = all.get(i);
            runs.remove(upper.first());
            put(join(runs.lowerEntry(upper.first()).getValue(), upper));
        }
    }
}
