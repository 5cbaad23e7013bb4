package dev.fulgurite.ui.timeline;

import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.Timeline.Blank;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.investigation.picture.Brush;
import dev.fulgurite.investigation.picture.Brush.Face;
import dev.fulgurite.investigation.picture.Family;
import dev.fulgurite.investigation.picture.Layout.Box;
import dev.fulgurite.investigation.picture.Theme;
import dev.fulgurite.ui.timeline.LaneMarks.Bin;
import dev.fulgurite.ui.words.Words;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paints the timeline: an axis above, a lane for the cloud, each account and each host below.
final class TimelinePainter {

    private static final Face WORDS = new Face(11, false);
    private static final Face STRONG = new Face(11, true);
    private static final double BIN = 7;
    private static final double HATCH = 7;
    private static final double PAD = 8;

    /// What is looked at, and what stands out.
    ///
    /// @param pointer where the mouse is, in pixels; negative when it is elsewhere
    /// @param cursor the event that the keyboard is on
    record Look(
            Theme theme,
            Span span,
            @Nullable Span brush,
            @Nullable Long head,
            @Nullable Moment cursor,
            @Nullable ZoneId zone,
            double pointer) {}

    private final Brush brush;
    private final TimelineFrame frame;
    private final Look look;
    private final Timeline timeline;

    TimelinePainter(Brush brush, TimelineFrame frame, Look look, Timeline timeline) {
        this.brush = brush;
        this.frame = frame;
        this.look = look;
        this.timeline = timeline;
    }

    void paint(List<LaneMarks> lanes, List<int[]> selectedBefore) {
        fill(new Box(0, 0, frame.width(), frame.height()), look.theme.canvas());
        Ticks ticks = Ticks.of(look.span, frame.plot(), 92);
        for (int i = frame.firstLane(); i < lanes.size() && frame.shows(i); i++) {
            ground(i);
        }
        lines(ticks);
        for (int i = frame.firstLane(); i < lanes.size() && frame.shows(i); i++) {
            blanks(lanes.get(i).lane(), i);
            spans(lanes.get(i), i);
            marks(lanes.get(i), selectedBefore.get(i), i);
        }
        brushed();
        pointer();
        gutter(lanes);
        axis(ticks);
    }

    private void fill(Box box, int argb) {
        brush.fill(box, 0, argb);
    }

    private void ground(int lane) {
        if (lane % 2 == 0) {
            fill(
                    new Box(frame.gutter(), frame.top(lane), frame.plot(), frame.laneHeight()),
                    look.theme.hostGround());
        }
    }

    private void lines(Ticks ticks) {
        for (long at : ticks.at()) {
            double x = x(at);
            brush.line(x, frame.axis(), x, frame.height(), 1, look.theme.rule());
        }
    }

    private double x(long nanos) {
        return frame.gutter() + look.span.x(nanos, frame.plot());
    }

    /// Hatched, with the words where there is room for them.
    private void blanks(Timeline.Lane lane, int at) {
        for (Blank blank : timeline.blanks()) {
            if (!blank.lane().equals(lane)) {
                continue;
            }
            double left = Math.max(frame.gutter(), x(Span.nanos(blank.from())));
            double right = Math.min(frame.width(), x(Span.nanos(blank.to())));
            if (right - left < 2) {
                continue;
            }
            double top = frame.top(at) + 2;
            double bottom = top + frame.laneHeight() - 4;
            hatch(left, right, top, bottom);
            String words =
                    Words.of(
                            "timeline.blank",
                            Clock.range(
                                    Span.between(
                                            Span.nanos(blank.from()), Span.nanos(blank.to()))));
            double wide = brush.width(words, WORDS);
            if (wide + 2 * PAD < right - left) {
                double start = (left + right - wide) / 2;
                fill(new Box(start - 4, top + 1, wide + 8, bottom - top - 2), look.theme.canvas());
                brush.text(words, start, frame.baseline(at), WORDS, look.theme.muted());
            }
        }
    }

    private void hatch(double left, double right, double top, double bottom) {
        double high = bottom - top;
        for (double x = left - high; x < right; x += HATCH) {
            double from = Math.max(x, left);
            double to = Math.min(x + high, right);
            if (to > from) {
                brush.line(from, bottom - (from - x), to, bottom - (to - x), 1, look.theme.edge());
            }
        }
    }

    /// A thin line for what lasts.
    private void spans(LaneMarks marks, int at) {
        int ink = ink(marks);
        for (int place : marks.lasting()) {
            Moment moment = timeline.moments().get(place);
            double left = Math.max(frame.gutter(), x(Span.nanos(moment.at())));
            double right = Math.min(frame.width(), x(Span.nanos(moment.until())));
            if (right - left > 3) {
                double y = frame.top(at) + frame.laneHeight() - 5;
                fill(new Box(left, y, right - left, 3), ink & 0x66FFFFFF);
            }
        }
    }

    private void marks(LaneMarks marks, int[] selectedBefore, int lane) {
        double base = frame.top(lane) + frame.laneHeight() - 3;
        double room = frame.laneHeight() - 6;
        List<Bin> bins = marks.bins(look.span, frame.plot(), BIN);
        boolean dense = bins.stream().anyMatch(bin -> bin.count() > 1);
        for (Bin bin : bins) {
            boolean selected =
                    selectedBefore[bin.first() + bin.count()] > selectedBefore[bin.first()];
            int ink = selected ? look.theme.accent() : ink(marks);
            if (bin.count() == 1 && !dense) {
                mark(x(marks.at(bin.first())), lane, selected, ink);
            } else {
                double high = room * Math.clamp(0.4 + Math.log10(bin.count()) * 0.2, 0.4, 1);
                Box bar = new Box(frame.gutter() + bin.x() + 1, base - high, BIN - 2, high);
                brush.fill(bar, 1, ink);
            }
        }
        cursor(marks, lane);
    }

    private void mark(double x, int lane, boolean selected, int ink) {
        double wide = selected ? 4 : 3;
        double high = frame.laneHeight() - (selected ? 6 : 10);
        double top = frame.top(lane) + (frame.laneHeight() - high) / 2;
        brush.fill(new Box(x - wide / 2, top, wide, high), 1, ink);
    }

    /// A ring around the event that the keyboard is on.
    private void cursor(LaneMarks marks, int lane) {
        Moment on = look.cursor;
        if (on == null || !on.lane().equals(marks.lane())) {
            return;
        }
        double x = x(Span.nanos(on.at()));
        if (x >= frame.gutter()) {
            Box box = new Box(x - 6, frame.top(lane) + 1, 12, frame.laneHeight() - 2);
            brush.outline(box, 3, 2, look.theme.ink());
        }
    }

    private int ink(LaneMarks marks) {
        return look.theme
                .tone(
                        switch (marks.lane().place()) {
                            case CLOUD -> Family.OPERATION;
                            case ACCOUNT -> Family.IDENTITY;
                            case HOST -> Family.SESSION;
                        })
                .ink();
    }

    private void brushed() {
        Span brushed = look.brush;
        if (brushed != null) {
            double left = Math.max(frame.gutter(), x(brushed.from()));
            double right = Math.clamp(x(brushed.to()), left + 1, Math.max(left + 1, frame.width()));
            double high = frame.height() - frame.axis();
            fill(new Box(left, frame.axis(), right - left, high), look.theme.glow());
            brush.line(left, frame.axis(), left, frame.height(), 1.5, look.theme.accent());
            brush.line(right, frame.axis(), right, frame.height(), 1.5, look.theme.accent());
        }
        Long head = look.head;
        if (head != null) {
            double x = x(head);
            brush.line(x, frame.axis(), x, frame.height(), 2, look.theme.accent());
        }
    }

    private void pointer() {
        if (look.pointer > frame.gutter()) {
            brush.line(look.pointer, 0, look.pointer, frame.height(), 1, look.theme.edge());
        }
    }

    private void gutter(List<LaneMarks> lanes) {
        fill(new Box(0, 0, frame.gutter(), frame.height()), look.theme.card());
        for (int i = frame.firstLane(); i < lanes.size() && frame.shows(i); i++) {
            LaneMarks marks = lanes.get(i);
            double y = frame.top(i) + frame.laneHeight() / 2;
            brush.fill(new Box(PAD, y - 4, 8, 8), 2, ink(marks));
            String name = shortened(shortName(marks.lane()), frame.gutter() - 2 * PAD - 16);
            brush.text(name, PAD + 14, frame.baseline(i), WORDS, look.theme.ink());
        }
        double x = frame.gutter();
        brush.line(x, 0, x, frame.height(), 1, look.theme.rule());
    }

    /// A machine without its domain.
    private static String shortName(Timeline.Lane lane) {
        String name = lane.name();
        int dot = name.indexOf('.');
        boolean named = dot > 0 && !Character.isDigit(name.charAt(0));
        return lane.place() == Timeline.Place.HOST && named ? name.substring(0, dot) : name;
    }

    /// The end is left out; the heading tells the whole name under the pointer.
    private String shortened(String name, double room) {
        if (brush.width(name, WORDS) <= room) {
            return name;
        }
        int keep = name.length() - 1;
        while (keep > 1 && brush.width(name.substring(0, keep) + "…", WORDS) > room) {
            keep--;
        }
        return name.substring(0, keep) + "…";
    }

    private void axis(Ticks ticks) {
        fill(new Box(0, 0, frame.width(), frame.axis()), look.theme.card());
        row(ticks, ZoneOffset.UTC, 0, "UTC (Z)");
        ZoneId zone = look.zone;
        if (zone != null) {
            row(ticks, zone, 1, zone.getId());
        }
        brush.line(0, frame.axis(), frame.width(), frame.axis(), 1, look.theme.rule());
    }

    private void row(Ticks ticks, ZoneId zone, int row, String name) {
        double baseline = 13 + row * TimelineFrame.ROW;
        String day =
                Objects.toString(Span.instant(look.span.from()).atZone(zone).toLocalDate(), "");
        brush.text(
                shortened(row == 0 ? day + "  " + name : name, frame.gutter() - 2 * PAD),
                PAD,
                baseline,
                row == 0 ? STRONG : WORDS,
                row == 0 ? look.theme.ink() : look.theme.muted());
        double free = frame.gutter() + 2;
        for (long at : ticks.at()) {
            String label = ticks.label(at, zone) + (row == 0 && ticks.isClock() ? "Z" : "");
            double wide = brush.width(label, WORDS);
            double left = x(at) - wide / 2;
            if (left >= free && left + wide < frame.width() - 2) {
                brush.text(label, left, baseline, WORDS, look.theme.muted());
                free = left + wide + PAD;
            }
        }
    }

    /// Places, among the timeline's moments, of those about any of some nodes.
    static boolean tellsOf(Moment moment, Set<?> nodes) {
        return !nodes.isEmpty() && moment.about().stream().anyMatch(nodes::contains);
    }
}
