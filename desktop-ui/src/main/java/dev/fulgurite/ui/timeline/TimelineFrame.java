package dev.fulgurite.ui.timeline;

/// Where the parts of the timeline stand.
///
/// @param rows of the axis: one for UTC, one for a second zone
/// @param lanes how many there are
/// @param firstLane the first that is in view
record TimelineFrame(double width, double height, int rows, int lanes, int firstLane) {

    static final double ROW = 17;
    private static final double LEAST = 22;
    private static final double MOST = 34;

    /// Room for the names of lanes.
    double gutter() {
        return 148;
    }

    double plot() {
        return Math.max(1, width - gutter());
    }

    double axis() {
        return rows * ROW + 3;
    }

    double laneHeight() {
        return Math.clamp((height - axis()) / Math.max(1, lanes), LEAST, MOST);
    }

    double top(int lane) {
        return axis() + (lane - firstLane) * laneHeight();
    }

    double baseline(int lane) {
        return top(lane) + laneHeight() / 2 + 4;
    }

    /// Whether a lane, or most of it, is in view.
    boolean shows(int lane) {
        return lane >= firstLane && top(lane) + laneHeight() * 0.7 <= height;
    }

    /// How many lanes below are out of view.
    int below() {
        int last = firstLane;
        while (last < lanes && shows(last)) {
            last++;
        }
        return lanes - last;
    }

    /// The lane at a height; -1 for none.
    int laneAt(double y) {
        int lane = firstLane + (int) Math.floor((y - axis()) / laneHeight());
        return y < axis() || lane >= lanes || !shows(lane) ? -1 : lane;
    }
}
