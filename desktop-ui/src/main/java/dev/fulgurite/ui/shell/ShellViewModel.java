package dev.fulgurite.ui.shell;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.inspector.InspectorViewModel;
import dev.fulgurite.ui.inspector.Subject;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Opens the investigation and lets the parts of the window follow each other: the chosen alert is
/// on the canvas, what is selected there is in the inspector, what is walked to joins the canvas.
public final class ShellViewModel implements AutoCloseable {

    /// A walk brings so many results; the status line offers the next ones.
    public static final int BUDGET = 20;

    private final Work work = new Work();
    private final AlertsViewModel alerts = new AlertsViewModel();
    private final CanvasViewModel canvas = new CanvasViewModel();
    private final InspectorViewModel inspector = new InspectorViewModel(work, this::investigation);
    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AlertStory> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> notice = new ReadOnlyObjectWrapper<>();
    private GraphSource source;
    private Opening opening;
    private @Nullable Investigation investigation;

    public ShellViewModel(GraphSource source) {
        this.source = source;
        this.opening = new Opening(source);
        this.state = new ReadOnlyObjectWrapper<>(new ShellState.Opening(source.words()));
        alerts.chosen().subscribe(this::choose);
        canvas.selection().subscribe(_ -> inspect());
    }

    public Work work() {
        return work;
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

    public ReadOnlyObjectProperty<ShellState> state() {
        return state.getReadOnlyProperty();
    }

    /// Null until a graph is open.
    public ReadOnlyObjectProperty<@Nullable Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    /// What the chosen alert tells; null while none is chosen.
    public ReadOnlyObjectProperty<@Nullable AlertStory> story() {
        return story.getReadOnlyProperty();
    }

    /// A failure that leaves the window as it is; null when there is none to tell.
    public ReadOnlyObjectProperty<@Nullable Failure> notice() {
        return notice.getReadOnlyProperty();
    }

    public void dismissNotice() {
        notice.set(null);
    }

    /// Opens the graph; after a failure, tries again.
    public void open() {
        state.set(new ShellState.Opening(source.words()));
        Opening asked = new Opening(source);
        opening = asked;
        work.start("work.open", asked::open, this::show, this::failed);
    }

    /// Stops waiting for the graph. What still opens is closed as soon as it is there.
    public void cancelOpening() {
        Work.Job job = work.running().get();
        opening.cancelled = true;
        if (job != null) {
            job.cancel();
        }
        failed(
                new Failure(
                        Words.of("shell.cancelled"),
                        Words.of("work.open.kept"),
                        Words.of("failure.next.cancelled"),
                        ""));
    }

    public void openSample() {
        source = GraphSource.sample();
        close(investigation);
        investigation = null;
        open();
    }

    /// Runs every detection at the time of the newest event.
    public void detect() {
        state.set(new ShellState.Opening(Words.of("shell.detecting")));
        Investigation here = investigation();
        work.start(
                "work.detect",
                () -> {
                    Instant now = here.newestEvent().orElse(Instant.EPOCH);
                    here.detect(List.of(), DetectionRequest.linked(now));
                    return Overview.of(here);
                },
                this::show,
                this::failed);
    }

    private record Opened(Investigation investigation, Overview overview) {}

    /// One attempt to open a graph.
    private static final class Opening {
        private final GraphSource from;
        private volatile boolean cancelled;

        Opening(GraphSource from) {
            this.from = from;
        }

        Opened open() {
            Investigation investigation = from.open().get();
            try {
                if (cancelled) {
                    throw new CancellationException();
                }
                return new Opened(investigation, Overview.of(investigation));
            } catch (RuntimeException e) {
                investigation.close();
                throw e;
            }
        }
    }

    private void show(Opened opened) {
        investigation = opened.investigation();
        show(opened.overview());
    }

    private void show(Overview found) {
        overview.set(found);
        alerts.show(found.alerts());
        if (found.files() == 0) {
            state.set(new ShellState.NoEvidence(found.location()));
        } else if (found.alerts().isEmpty()) {
            state.set(
                    new ShellState.NoAlerts(
                            found.location(), found.events(), found.blind().size()));
        } else {
            state.set(new ShellState.Ready(found.location()));
        }
    }

    private void failed(Failure failure) {
        state.set(new ShellState.Failed(failure));
    }

    private void choose(String alert) {
        story.set(null);
        canvas.clear();
        if (alert.isEmpty()) {
            inspector.show(Subject.NOTHING);
            return;
        }
        Investigation here = investigation();
        work.start("work.story", () -> here.alert(alert), this::tell, notice::set);
    }

    private void tell(AlertStory told) {
        if (told.alert().id().equals(alerts.chosen().get())) {
            story.set(told);
            canvas.show(told.alert().id(), told.graph());
            inspect();
        }
    }

    /// Puts what is selected into the inspector; the whole story when nothing is.
    private void inspect() {
        CanvasState now = canvas.state().get();
        Subject subject =
                switch (canvas.selection().get()) {
                    case Selection.Nothing _ -> whole();
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

    private Subject whole() {
        AlertStory told = story.get();
        return told == null ? Subject.NOTHING : new Subject.Story(told.lines());
    }

    private static Subject node(CanvasState now, NodeRef ref) {
        for (Node node : now.graph().nodes()) {
            if (node.ref().equals(ref)) {
                return new Subject.OfNode(node, otherFaces(now, ref));
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
        Scene scene =
                Scene.of(now.layout(), now.graph(), Scene.Ports.ofCards(now.layout().spacing()));
        return scene.edges().stream()
                .map(Scene.Edge::link)
                .filter(link -> link.id().equals(id))
                .findFirst()
                .<Subject>map(link ->
                        new Subject.OfLink(link, title(now, link.from()), title(now, link.to())))
                .orElse(Subject.NOTHING);
    }

    /// Hands over the ways on from the selected node, when they are known.
    public void offers(Consumer<List<PivotOffer>> use) {
        if (canvas.selection().get() instanceof Selection.OfNode(NodeRef from)) {
            Investigation here = investigation();
            work.start(
                    "work.pivots",
                    () -> here.pivots(from),
                    found -> {
                        if (canvas.selection().get().equals(new Selection.OfNode(from))) {
                            use.accept(found);
                        }
                    },
                    notice::set);
        }
    }

    /// Walks on from the selected node by its first pivot.
    public void walkOn() {
        offers(offers -> {
            if (!offers.isEmpty()) {
                walk(offers.getFirst());
            }
        });
    }

    /// Walks on from the selected node.
    public void walk(PivotOffer offer) {
        if (canvas.selection().get() instanceof Selection.OfNode(NodeRef from)) {
            walk(new Walk(from, offer.id(), offer.title()), BUDGET);
        }
    }

    /// Brings the next results of a walk that was cut.
    public void more(Walk walk) {
        Map<Walk, CanvasState.Cut> cuts = canvas.state().get().cuts();
        CanvasState.Cut cut = cuts.get(walk);
        if (cut != null) {
            walk(walk, (int) cut.shown() + BUDGET);
        }
    }

    private void walk(Walk walk, int limit) {
        Investigation here = investigation();
        String alert = alerts.chosen().get();
        work.start(
                "work.pivot",
                () -> here.pivot(walk.from(), walk.pivot(), limit),
                found -> {
                    if (alert.equals(alerts.chosen().get())) {
                        canvas.grow(walk, found);
                    }
                },
                notice::set);
    }

    private Investigation investigation() {
        return Objects.requireNonNull(investigation, "no graph is open");
    }

    private static void close(@Nullable Investigation open) {
        if (open != null) {
            open.close();
        }
    }

    /// Waits until the graph is closed, so that nothing of it is lost.
    @Override
    public void close() {
        work.close();
        close(investigation);
    }
}
