package dev.fulgurite.ui.timeline;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The events of what is on the canvas, which stretch of time is looked at, and which one is
/// brushed. What is brushed or played never moves or removes anything: it says what is lit.
public final class TimelineViewModel {

    /// What the events are doing.
    public sealed interface State {
        record Empty() implements State {}

        record Waiting() implements State {}

        record Ready(Timeline timeline) implements State {}

        record Failed(Failure failure) implements State {}
    }

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Empty());
    private final ObjectProperty<Span> view = new SimpleObjectProperty<>(new Span(0, 1));
    private final ReadOnlyObjectWrapper<@Nullable Span> brush = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> brushed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Moment> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Set<NodeRef>> lit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<NodeRef>> selected =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ObjectProperty<@Nullable ZoneId> zone = new SimpleObjectProperty<>();
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final DoubleProperty height = new SimpleDoubleProperty(172);
    private final Playback playback = new Playback(this);
    private Consumer<NodeRef> picked = _ -> {};
    private Timeline timeline = Timeline.EMPTY;
    private List<LaneMarks> lanes = List.of();
    private Subgraph shown = Subgraph.EMPTY;
    private @Nullable Long anchor;
    private long asked;
    private long answered;
    private boolean refit;

    public TimelineViewModel(Work work, Supplier<Investigation> investigation) {
        this.work = work;
        this.investigation = investigation;
    }

    /// Says who is told when an event is picked.
    public void onPick(Consumer<NodeRef> listener) {
        picked = listener;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The stretch of time that is looked at.
    ObjectProperty<Span> view() {
        return view;
    }

    /// The stretch that is brushed; null for none.
    public ReadOnlyObjectProperty<@Nullable Span> brush() {
        return brush.getReadOnlyProperty();
    }

    /// The stretch that is brushed, once it is no longer being drawn; null for none.
    public ReadOnlyObjectProperty<@Nullable Span> brushed() {
        return brushed.getReadOnlyProperty();
    }

    /// The event that the keyboard is on.
    public ReadOnlyObjectProperty<@Nullable Moment> current() {
        return current.getReadOnlyProperty();
    }

    /// The nodes of which something happened in the brushed stretch, or until what is played; null
    /// when all are lit.
    public ReadOnlyObjectProperty<@Nullable Set<NodeRef>> lit() {
        return lit.getReadOnlyProperty();
    }

    /// The nodes that are selected elsewhere.
    public ReadOnlyObjectProperty<Set<NodeRef>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The zone that times are also told in; null for UTC alone.
    public ObjectProperty<@Nullable ZoneId> zone() {
        return zone;
    }

    /// Whether more than its heading shows.
    public BooleanProperty open() {
        return open;
    }

    /// How high it is while open.
    public DoubleProperty height() {
        return height;
    }

    public Playback playback() {
        return playback;
    }

    List<LaneMarks> lanes() {
        return lanes;
    }

    Timeline timeline() {
        return timeline;
    }

    private record Read(Timeline timeline, List<LaneMarks> lanes) {}

    /// Shows the events of what is on the canvas; what was looked at stays in view when it grows.
    public void show(Subgraph graph) {
        if (graph.equals(shown)) {
            return;
        }
        shown = graph;
        long mine = ++asked;
        if (graph.nodes().isEmpty()) {
            clear();
            return;
        }
        if (!(state.get() instanceof State.Ready)) {
            state.set(new State.Waiting());
        }
        work.start(
                "work.timeline",
                () -> {
                    Timeline found = investigation.get().timeline(graph);
                    return new Read(found, LaneMarks.of(found));
                },
                read -> {
                    if (asked == mine) {
                        answered = mine;
                        show(read.timeline(), read.lanes());
                    }
                },
                failure -> {
                    if (asked == mine) {
                        state.set(new State.Failed(failure));
                    }
                });
    }

    /// Another story is on the canvas: nothing is brushed, and all of it comes into view.
    public void restart() {
        playback.stop();
        brush.set(null);
        brushed.set(null);
        current.set(null);
        anchor = null;
        relight();
        refit = asked != answered;
        if (!refit) {
            fit();
        }
    }

    private void clear() {
        timeline = Timeline.EMPTY;
        answered = asked;
        restart();
        lanes = List.of();
        state.set(new State.Empty());
    }

    /// Shows a timeline that was read already.
    void show(Timeline found, List<LaneMarks> marks) {
        boolean first = refit || timeline.moments().isEmpty();
        refit = false;
        timeline = found;
        lanes = marks;
        state.set(new State.Ready(found));
        if (first) {
            fit();
        }
        relight();
    }

    /// Asks again after a failure.
    public void again() {
        Subgraph wanted = shown;
        shown = Subgraph.EMPTY;
        show(wanted);
    }

    /// Looks at all of it.
    public void fit() {
        List<Moment> all = timeline.moments();
        if (!all.isEmpty()) {
            long from = Span.nanos(all.getFirst().at());
            long to = all.stream().mapToLong(each -> Span.nanos(each.until())).max().orElse(from);
            view.set(new Span(from, Math.max(from, to)).roomy());
        }
    }

    /// Tells what is selected elsewhere; the keyboard leaves an event of something else.
    public void select(Set<NodeRef> nodes) {
        selected.set(Set.copyOf(nodes));
        Moment now = current.get();
        if (now != null && !nodes.contains(now.node())) {
            current.set(null);
        }
    }

    /// Picks an event: its node is selected everywhere.
    public void pick(Moment moment) {
        anchor = Span.nanos(moment.at());
        picked.accept(moment.node());
        current.set(moment);
    }

    /// The next event in the order of time, or the one before; the first of all at the start.
    public void step(int by) {
        move(placeOfCurrent(by), false);
    }

    /// Like [#step], but the stretch from where it began is brushed.
    public void stepBrushing(int by) {
        move(placeOfCurrent(by), true);
    }

    public void first() {
        move(0, false);
    }

    public void last() {
        move(timeline.moments().size() - 1, false);
    }

    private int placeOfCurrent(int by) {
        Moment now = current.get();
        return now == null ? 0 : timeline.moments().indexOf(now) + by;
    }

    private void move(int place, boolean brushing) {
        List<Moment> all = timeline.moments();
        if (place < 0 || place >= all.size()) {
            return;
        }
        Moment to = all.get(place);
        Long from = anchor;
        pick(to);
        if (brushing) {
            long start = from == null ? Span.nanos(to.at()) : from;
            anchor = start;
            brush(Span.between(start, Span.nanos(to.at())));
        }
        reveal(Span.nanos(to.at()));
    }

    private void reveal(long at) {
        Span now = view.get();
        if (!now.holds(at)) {
            view.set(now.panned(at - now.from() - now.length() / 2));
        }
    }

    /// Lights what happened in a stretch of time.
    public void brush(Span span) {
        draw(span);
        brushed.set(span);
    }

    /// As [#brush], while the other end is still being looked for.
    void draw(Span span) {
        playback.stop();
        brush.set(span);
        relight();
    }

    /// Ends brushing and playing; says whether there was any.
    public boolean clearBrush() {
        boolean was = brush.get() != null || playback.head().get() != null;
        playback.stop();
        brush.set(null);
        brushed.set(null);
        relight();
        return was;
    }

    void relight() {
        Span span = brush.get();
        Long head = playback.head().get();
        if (head != null) {
            lit.set(about(new Span(Long.MIN_VALUE, head)));
        } else {
            lit.set(span == null ? null : about(span));
        }
    }

    private Set<NodeRef> about(Span span) {
        Set<NodeRef> about = new HashSet<>();
        for (Moment moment : timeline.moments()) {
            boolean meets =
                    Span.nanos(moment.at()) <= span.to()
                            && Span.nanos(moment.until()) >= span.from();
            if (meets) {
                about.addAll(moment.about());
            }
        }
        return about;
    }

    /// What is brushed or played, in words; `""` for nothing.
    ///
    /// @param lit how many cards of all are lit
    public String said(int lit, int cards) {
        Span span = brush.get();
        Long head = playback.head().get();
        if (head != null) {
            return Words.of(
                    "timeline.played", new Clock(null).exact(Span.instant(head)), lit, cards);
        }
        return span == null ? "" : Words.of("timeline.brushed", Clock.range(span), lit, cards);
    }

    /// How many events there are, and how many of them are shown.
    String heading() {
        if (!timeline.cut()) {
            return Words.of("timeline.heading", timeline.moments().size());
        }
        String key = timeline.total() >= Timeline.COUNTED ? "timeline.cut.more" : "timeline.cut";
        return Words.of(key, timeline.moments().size(), timeline.total());
    }
}
