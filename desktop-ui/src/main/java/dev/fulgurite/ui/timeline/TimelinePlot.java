package dev.fulgurite.ui.timeline;

import dev.fulgurite.investigation.Timeline.Blank;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.ui.canvas.CanvasBrush;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// The drawn part. Redraws only after something changed, once a frame at most.
final class TimelinePlot extends Region {

    private static final double REACH = 6;

    private final TimelineViewModel model;
    private final ObjectProperty<Appearance> appearance;
    private final Canvas canvas = new Canvas();
    private final CanvasBrush brush = new CanvasBrush(canvas.getGraphicsContext2D());
    private final ReadOnlyStringWrapper read = new ReadOnlyStringWrapper("");
    private List<int[]> selectedBefore = List.of();
    private int firstLane;
    private double pointerX = -1;
    private double pointerY = -1;

    TimelinePlot(TimelineViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("timeline");
        getStyleClass().add("timeline-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setMinHeight(0);
        getChildren().add(canvas);
        model.state().subscribe(_ -> count());
        model.selected().subscribe(_ -> count());
        model.view().subscribe(_ -> requestLayout());
        model.brush().subscribe(_ -> requestLayout());
        model.current().subscribe(_ -> announce());
        model.zone().subscribe(_ -> requestLayout());
        model.playback().head().subscribe(_ -> requestLayout());
        appearance.subscribe(_ -> requestLayout());
    }

    /// What is under the pointer, in words.
    ReadOnlyStringProperty read() {
        return read.getReadOnlyProperty();
    }

    TimelineFrame frame() {
        int rows = model.zone().get() == null ? 1 : 2;
        return new TimelineFrame(getWidth(), getHeight(), rows, model.lanes().size(), firstLane);
    }

    /// The time at a place.
    long at(double x) {
        return model.view().get().at(x - frame().gutter(), frame().plot());
    }

    /// Brings lanes further down, or up, into view.
    void scroll(int lanes) {
        int most = frame().below() > 0 || lanes < 0 ? model.lanes().size() - 1 : firstLane;
        firstLane = Math.clamp(firstLane + lanes, 0, Math.max(0, most));
        requestLayout();
    }

    void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        tell();
        requestLayout();
    }

    private void count() {
        selectedBefore = new ArrayList<>();
        for (LaneMarks marks : model.lanes()) {
            selectedBefore.add(
                    marks.countBefore(place ->
                            TimelinePainter.tellsOf(
                                    model.timeline().moments().get(place),
                                    model.selected().get())));
        }
        firstLane = Math.clamp(firstLane, 0, Math.max(0, model.lanes().size() - 1));
        announce();
    }

    /// The events at a place: one, or those that are drawn as one.
    List<Moment> momentsAt(double x, double y) {
        int lane = frame().laneAt(y);
        if (lane < 0 || x < frame().gutter()) {
            return List.of();
        }
        LaneMarks marks = model.lanes().get(lane);
        int from = marks.firstFrom(at(x - REACH));
        int to = marks.firstFrom(at(x + REACH) + 1);
        List<Moment> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            found.add(model.timeline().moments().get(marks.moment(i)));
        }
        return found;
    }

    /// Of the events at a place, the one nearest to it.
    Optional<Moment> nearest(double x, double y) {
        long at = at(x);
        return momentsAt(x, y).stream()
                .min((one, other) ->
                        Long.compare(
                                Math.abs(Span.nanos(one.at()) - at),
                                Math.abs(Span.nanos(other.at()) - at)));
    }

    private void tell() {
        int lane = frame().laneAt(pointerY);
        if (pointerX < 0) {
            read.set("");
        } else if (lane >= 0 && pointerX < frame().gutter()) {
            read.set(model.lanes().get(lane).lane().name());
        } else if (pointerX >= frame().gutter() && !model.lanes().isEmpty()) {
            read.set(words(lane));
        }
    }

    private String words(int lane) {
        Clock clock = new Clock(model.zone().get());
        List<Moment> here = momentsAt(pointerX, pointerY);
        Optional<Moment> nearest = nearest(pointerX, pointerY);
        if (nearest.isPresent()) {
            Moment moment = nearest.get();
            String key = here.size() == 1 ? "timeline.read" : "timeline.read.many";
            return Words.of(
                    key,
                    clock.exact(moment.at()),
                    moment.lane().name(),
                    moment.words(),
                    here.size() - 1);
        }
        String time = clock.exact(Span.instant(at(pointerX)));
        return lane < 0
                ? time
                : blankAt(lane).map(blank -> time + "   " + blank.told()).orElse(time);
    }

    private Optional<Blank> blankAt(int lane) {
        long at = at(pointerX);
        return model.timeline().blanks().stream()
                .filter(blank ->
                        blank.lane().equals(model.lanes().get(lane).lane())
                                && Span.nanos(blank.from()) <= at
                                && at <= Span.nanos(blank.to()))
                .findFirst();
    }

    private void announce() {
        requestLayout();
        Moment now = model.current().get();
        setAccessibleText(
                now == null
                        ? Words.of("timeline.spoken", model.timeline().moments().size())
                        : new Clock(model.zone().get()).exact(now.at())
                                + " "
                                + now.lane().name()
                                + " "
                                + now.words());
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        TimelinePainter.Look look =
                new TimelinePainter.Look(
                        appearance.get().picture(),
                        model.view().get(),
                        model.brush().get(),
                        model.playback().head().get(),
                        model.current().get(),
                        model.zone().get(),
                        pointerX);
        new TimelinePainter(brush, frame(), look, model.timeline())
                .paint(model.lanes(), selectedBefore);
    }
}
