package dev.fulgurite.ui.timeline;

import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.Timeline.Lane;
import dev.fulgurite.investigation.Timeline.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The moments of one lane as numbers, so that a hundred thousand of them are painted by counting.
final class LaneMarks {

    private final Lane lane;
    private final long[] at;
    private final int[] moment;
    private final List<Integer> lasting;

    private LaneMarks(Lane lane, long[] at, int[] moment, List<Integer> lasting) {
        this.lane = lane;
        this.lasting = List.copyOf(lasting);
        this.at = at;
        this.moment = moment;
    }

    Lane lane() {
        return lane;
    }

    int count() {
        return at.length;
    }

    /// The time of the moment at a place of the lane, in nanoseconds.
    long at(int place) {
        return at[place];
    }

    /// The place among the timeline's moments of the one at a place of the lane.
    int moment(int place) {
        return moment[place];
    }

    /// Moments so near that they are drawn as one.
    ///
    /// @param first place of the first of them in the lane
    record Bin(double x, double width, int first, int count) {}

    /// Lanes of a timeline, in its order.
    static List<LaneMarks> of(Timeline timeline) {
        Map<Lane, List<Integer>> byLane = new LinkedHashMap<>();
        timeline.lanes().forEach(lane -> byLane.put(lane, new ArrayList<>()));
        List<Moment> moments = timeline.moments();
        for (int i = 0; i < moments.size(); i++) {
            byLane.computeIfAbsent(moments.get(i).lane(), _ -> new ArrayList<>()).add(i);
        }
        List<LaneMarks> lanes = new ArrayList<>();
        byLane.forEach((lane, places) -> {
            int[] moment = places.stream().mapToInt(Integer::intValue).toArray();
            long[] at = places.stream().mapToLong(i -> Span.nanos(moments.get(i).at())).toArray();
            List<Integer> lasting = places.stream().filter(i -> lasts(moments.get(i))).toList();
            lanes.add(new LaneMarks(lane, at, moment, lasting));
        });
        return lanes;
    }

    private static boolean lasts(Moment moment) {
        return moment.until().isAfter(moment.at());
    }

    /// Places among the timeline's moments of those that have an end of their own.
    List<Integer> lasting() {
        return lasting;
    }

    /// What is to be drawn of a span: the work grows with the width, not with the moments.
    List<Bin> bins(Span span, double width, double binWidth) {
        List<Bin> bins = new ArrayList<>();
        int next = firstFrom(span.from());
        while (next < at.length && at[next] <= span.to()) {
            double left = Math.floor(span.x(at[next], width) / binWidth) * binWidth;
            int behind = Math.max(next + 1, firstFrom(span.at(left + binWidth, width)));
            bins.add(new Bin(left, binWidth, next, behind - next));
            next = behind;
        }
        return bins;
    }

    /// The place of the first moment that is not before a time.
    int firstFrom(long nanos) {
        int found = Arrays.binarySearch(at, nanos);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && at[found - 1] == nanos) {
            found--;
        }
        return found;
    }

    /// For each place, how many of those before it are marked.
    int[] countBefore(Predicate<Integer> marked) {
        int[] before = new int[moment.length + 1];
        for (int i = 0; i < moment.length; i++) {
            before[i + 1] = before[i] + (marked.test(moment[i]) ? 1 : 0);
        }
        return before;
    }
}
