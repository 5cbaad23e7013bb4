package dev.fulgurite.ui.desk;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.SavedMarks;
import dev.fulgurite.investigation.TimeRange;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.canvas.CanvasRecall;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.inspector.InspectorViewModel;
import dev.fulgurite.ui.inspector.Subject;
import dev.fulgurite.ui.timeline.Span;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Where a case is worked: lets the parts of the desk follow each other. The chosen alert is on the
/// canvas, what is selected there is in the inspector, what is walked to joins the canvas.
public final class DeskViewModel {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final AlertsViewModel alerts;
    private final CanvasViewModel canvas = new CanvasViewModel();
    private final InspectorViewModel inspector;
    private final Walks walks;
    private final TimelineViewModel timeline;
    private final TimeFilter times;
    private final CanvasKeeper keeper;
    private final Trail trail = new Trail();
    private boolean travelling;
    private @Nullable Selection awaited;
    private final StoryTools tools;
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable AlertStory> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Gap>> gaps = new ReadOnlyObjectWrapper<>(List.of());

    /// @param tell takes failures that leave the desk as it is
    /// @param refresh reads again what the graph holds, and shows it
    public DeskViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable refresh) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.alerts = new AlertsViewModel(work, investigation, tell, refresh);
        this.inspector = new InspectorViewModel(work, investigation, this::hour, this::brushed);
        this.tools = new StoryTools(work, investigation, story.getReadOnlyProperty(), tell);
        this.walks = new Walks(work, investigation, canvas, inspector, tell);
        this.timeline = new TimelineViewModel(work, investigation);
        this.times = new TimeFilter(canvas, timeline);
        this.keeper = new CanvasKeeper(canvas, () -> investigation.get().views(), tell);
        alerts.chosen().subscribe(this::choose);
        alerts.chosen().subscribe(_ -> stand());
        alerts.list().subscribe(_ -> stand());
        canvas.selection().subscribe(_ -> inspect());
        timeline.brushed().subscribe(_ -> inspector.countAnew());
        canvas.state().subscribe(_ -> remark());
        canvas.selection().subscribe(this::visit);
    }

    public AlertsViewModel alerts() {
        return alerts;
    }

    public CanvasViewModel canvas() {
        return canvas;
    }

    public InspectorViewModel inspector() {
        return inspector;
    }

    public Walks walks() {
        return walks;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    /// What of the canvas is in the time that is brushed.
    public TimeFilter times() {
        return times;
    }

    /// What analysts say of the chosen alert: status, owner and note; `""` while that is nothing.
    public ReadOnlyStringProperty standing() {
        return standing.getReadOnlyProperty();
    }

    private void stand() {
        standing.set(alerts.alert(alerts.chosen().get()).map(DeskViewModel::standing).orElse(""));
    }

    private static String standing(AlertBrief alert) {
        return Stream.of(
                        alert.status() == AlertStatus.OPEN ? "" : alert.status().word(),
                        alert.statusReason(),
                        alert.owner().isEmpty() ? "" : Words.of("alerts.owner", alert.owner()),
                        alert.note())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("  ·  "));
    }

    public StoryTools tools() {
        return tools;
    }

    /// What the chosen alert tells; null while none is chosen.
    public ReadOnlyObjectProperty<@Nullable AlertStory> story() {
        return story.getReadOnlyProperty();
    }

    /// Tells of a failure that leaves the desk as it is.
    public void tell(Failure failure) {
        tell.accept(failure);
    }

    /// Reads the queue anew. The chosen alert stays chosen while it is in it, with all that was
    /// brought onto its canvas.
    ///
    /// @param count how many alerts there are
    public void read(long count) {
        alerts.read(count);
        Investigation here = investigation.get();
        work.start("work.gaps", here::gaps, gaps::set, tell);
        work.start(
                "work.marks",
                () -> here.views().marks(),
                left -> {
                    if (here.equals(investigation.get())) {
                        canvas.restore(left);
                    }
                },
                tell);
    }

    /// Holes in the logs that were read.
    public ReadOnlyObjectProperty<List<Gap>> gaps() {
        return gaps.getReadOnlyProperty();
    }

    /// Goes to what was looked at before.
    public void back() {
        trail.back().ifPresent(this::go);
    }

    public void forward() {
        trail.forward().ifPresent(this::go);
    }

    private void visit(Selection selection) {
        String alert = alerts.chosen().get();
        if (!travelling && !alert.isEmpty()) {
            trail.visit(new Trail.Stop(alert, selection));
        }
    }

    private void go(Trail.Stop stop) {
        travelling = true;
        awaited = stop.selection();
        alerts.choose(stop.alert());
        arrive();
        travelling = false;
    }

    /// Selects what was selected, once its canvas is there.
    private void arrive() {
        Selection wanted = awaited;
        if (wanted != null && canvas.shownStory().get().equals(alerts.chosen().get())) {
            awaited = null;
            canvas.select(wanted);
        }
    }

    /// What is to be run before a graph is closed, on any thread: it saves the canvases.
    ///
    /// @param open null when no graph is open
    public Runnable leaving(@Nullable Investigation open) {
        return keeper.leaving(open == null ? null : open.views());
    }

    /// Forgets the graph that was left.
    public void forget() {
        alerts.forget();
        trail.forget();
        canvas.forget();
        keeper.forget();
    }

    private void choose(String alert) {
        story.set(null);
        if (!travelling) {
            awaited = null;
        }
        if (alert.isEmpty() || canvas.knows(alert)) {
            canvas.show(alert);
        } else {
            canvas.clear();
        }
        if (alert.isEmpty()) {
            inspector.show(Subject.NOTHING);
            return;
        }
        visit(Selection.NOTHING);
        Investigation here = investigation.get();
        boolean known = canvas.knows(alert);
        work.start("work.story", () -> Told.of(here, alert, known), this::narrate, tell);
    }

    /// A story, its canvas as an earlier session left it, and what was written on nodes.
    private record Told(
            AlertStory story, Optional<CanvasRecall> left, SavedMarks written, String trouble) {
        static Told of(Investigation here, String id, boolean known) {
            AlertStory story = here.alert(id);
            SavedMarks written = here.views().marks();
            if (known) {
                return new Told(story, Optional.empty(), written, "");
            }
            try {
                Optional<CanvasRecall> left =
                        here.views()
                                .of(story.alert().id())
                                .map(saved -> CanvasRecall.of(saved, here::part));
                return new Told(story, left, written, here.views().trouble());
            } catch (IllegalArgumentException | NullPointerException e) {
                String trouble = Words.of("canvas.said.damaged", String.valueOf(e.getMessage()));
                return new Told(story, Optional.empty(), written, trouble);
            }
        }
    }

    private void narrate(Told told) {
        AlertStory one = told.story();
        String alert = one.alert().id();
        if (!alert.equals(alerts.chosen().get())) {
            return;
        }
        story.set(one);
        canvas.restore(told.written());
        if (!canvas.shownStory().get().equals(alert)) {
            told.left().ifPresent(left -> canvas.restore(alert, left.state(), left.look()));
            canvas.show(alert, one.graph());
            told.left()
                    .filter(left -> left.gone() > 0)
                    .ifPresent(left -> canvas.say(Words.of("canvas.said.gone", left.gone())));
        }
        if (!told.trouble().isEmpty()) {
            canvas.say(told.trouble());
        }
        arrive();
        inspect();
    }

    /// Half an hour before and after the chosen alert.
    private Optional<TimeRange> hour() {
        return Optional.ofNullable(story.get()).map(DeskViewModel::hour);
    }

    private Optional<TimeRange> brushed() {
        return Optional.ofNullable(timeline.brushed().get())
                .map(span -> new TimeRange(Span.instant(span.from()), Span.instant(span.to())));
    }

    private static TimeRange hour(AlertStory told) {
        Instant time = told.alert().time();
        return new TimeRange(time.minus(HALF_HOUR), time.plus(HALF_HOUR));
    }

    /// What readies the open graph for the questions that are likely to follow a story.
    public List<Callable<List<Runnable>>> ahead(AlertStory told) {
        Investigation here = investigation.get();
        List<NodeRef> shown = told.graph().nodes().stream().map(Node::ref).toList();
        return List.of(
                () -> here.ahead(shown, hour(told), Walks.BUDGET),
                here::aheadOfSearch,
                () -> here.ahead(here.examples(), hour(told), Walks.BUDGET));
    }

    /// Puts what is selected into the inspector; the whole story when nothing is.
    private void inspect() {
        CanvasState now = canvas.state().get();
        Subject subject =
                switch (canvas.selection().get()) {
                    case Selection.Nothing _ -> whole();
                    case Selection.OfMany(Set<String> cards) -> many(now, cards);
                    case Selection.OfNode(NodeRef ref) -> node(now, ref);
                    case Selection.OfStack(String card) ->
                            now.layout()
                                    .card(card)
                                    .<Subject>map(placed -> new Subject.OfStack(placed.card()))
                                    .orElse(Subject.NOTHING);
                    case Selection.OfLink(String link) -> link(now, link);
                };
        inspector.show(subject);
    }

    /// The tags and the note of what is shown may have changed.
    private void remark() {
        if (canvas.selection().get() instanceof Selection.OfNode) {
            inspect();
        }
    }

    private static Subject many(CanvasState now, Set<String> cards) {
        return new Subject.OfMany(
                now.layout().cards().stream()
                        .map(Placed::card)
                        .filter(card -> cards.contains(card.id()))
                        .toList());
    }

    private Subject whole() {
        AlertStory told = story.get();
        return told == null ? Subject.NOTHING : new Subject.Story(told.lines());
    }

    private static Subject node(CanvasState now, NodeRef ref) {
        for (Node node : now.graph().nodes()) {
            if (node.ref().equals(ref)) {
                return new Subject.OfNode(
                        node,
                        otherFaces(now, ref),
                        now.marks().tagsOf(ref),
                        now.marks().noteOf(ref));
            }
        }
        return Subject.NOTHING;
    }

    private static List<Node> otherFaces(CanvasState now, NodeRef ref) {
        return now
                .layout()
                .cardOf(ref)
                .map(Placed::card)
                .filter(card -> !card.isStack())
                .map(Card::nodes)
                .orElse(List.of())
                .stream()
                .filter(node -> !node.ref().equals(ref))
                .toList();
    }

    private static String title(CanvasState now, String card) {
        return now.layout()
                .card(card)
                .map(placed -> placed.card().kind().words() + " " + placed.card().title())
                .orElse(card);
    }

    private static Subject link(CanvasState now, String id) {
        return Scene.links(now.layout(), now.graph()).stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .<Subject>map(link ->
                        new Subject.OfLink(link, title(now, link.from()), title(now, link.to())))
                .orElse(Subject.NOTHING);
    }
}
