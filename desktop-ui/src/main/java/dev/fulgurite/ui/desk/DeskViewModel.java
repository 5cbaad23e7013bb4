package dev.fulgurite.ui.desk;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Scene;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.inspector.InspectorViewModel;
import dev.fulgurite.ui.inspector.Subject;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where a case is worked: lets the parts of the desk follow each other. The chosen alert is on the
/// canvas, what is selected there is in the inspector, what is walked to joins the canvas.
public final class DeskViewModel {

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final AlertsViewModel alerts = new AlertsViewModel();
    private final CanvasViewModel canvas = new CanvasViewModel();
    private final InspectorViewModel inspector;
    private final Walks walks;
    private final TimelineViewModel timeline;
    private final TimeFilter times;
    private List<Alert> queued = List.of();
    private final ReadOnlyObjectWrapper<@Nullable AlertStory> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Gap>> gaps = new ReadOnlyObjectWrapper<>(List.of());

    /// @param tell takes failures that leave the desk as it is
    public DeskViewModel(Work work, Supplier<Investigation> investigation, Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.inspector = new InspectorViewModel(work, investigation);
        this.walks = new Walks(work, investigation, canvas, tell);
        this.timeline = new TimelineViewModel(work, investigation);
        this.times = new TimeFilter(canvas, timeline);
        alerts.chosen().subscribe(this::choose);
        canvas.selection().subscribe(_ -> inspect());
        canvas.state().subscribe(_ -> remark());
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

    /// What the chosen alert tells; null while none is chosen.
    public ReadOnlyObjectProperty<@Nullable AlertStory> story() {
        return story.getReadOnlyProperty();
    }

    /// Tells of a failure that leaves the desk as it is.
    public void tell(Failure failure) {
        tell.accept(failure);
    }

    /// Puts alerts into the queue. The chosen one stays chosen while it is among them, with all that
    /// was brought onto its canvas.
    public void show(List<Alert> open) {
        Investigation here = investigation.get();
        work.start("work.gaps", here::gaps, gaps::set, tell);
        if (open.equals(queued)) {
            return;
        }
        queued = List.copyOf(open);
        String before = alerts.chosen().get();
        alerts.show(open);
        if (open.stream().anyMatch(alert -> alert.id().equals(before))) {
            alerts.choose(before);
        }
    }

    /// Holes in the logs that were read.
    public ReadOnlyObjectProperty<List<Gap>> gaps() {
        return gaps.getReadOnlyProperty();
    }

    private void choose(String alert) {
        story.set(null);
        if (alert.isEmpty() || canvas.knows(alert)) {
            canvas.show(alert);
        } else {
            canvas.clear();
        }
        if (alert.isEmpty()) {
            inspector.show(Subject.NOTHING);
            return;
        }
        Investigation here = investigation.get();
        work.start("work.story", () -> here.alert(alert), this::narrate, tell);
    }

    private void narrate(AlertStory told) {
        if (told.alert().id().equals(alerts.chosen().get())) {
            story.set(told);
            if (!canvas.shownStory().get().equals(told.alert().id())) {
                canvas.show(told.alert().id(), told.graph());
            }
            inspect();
        }
    }

    /// Puts what is selected into the inspector; the whole story when nothing is.
    private void inspect() {
        CanvasState now = canvas.state().get();
        Subject subject =
                switch (canvas.selection().get()) {
                    case Selection.Nothing _, Selection.OfMany _ -> whole();
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
