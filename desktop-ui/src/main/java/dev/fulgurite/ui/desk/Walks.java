package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.FoundPaths;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PathSearch;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.inspector.InspectorViewModel;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Walks on from what is selected on the canvas, by pivots.
public final class Walks {

    /// A walk brings so many results; the status line offers the next ones.
    public static final int BUDGET = 20;

    private static final int PATHS = 10;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final CanvasViewModel canvas;
    private final InspectorViewModel inspector;
    private final Consumer<Failure> tell;
    private final Set<String> avoided = new TreeSet<>();

    /// @param inspector shows what is selected on the canvas, and has its pivots counted
    Walks(
            Work work,
            Supplier<Investigation> investigation,
            CanvasViewModel canvas,
            InspectorViewModel inspector,
            Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.canvas = canvas;
        this.inspector = inspector;
        this.tell = tell;
    }

    /// Hands over the ways on from the selected node, when they are known.
    public void offers(Consumer<List<PivotOffer>> use) {
        if (canvas.selection().get() instanceof Selection.OfNode) {
            inspector.whenPivots(use, tell);
        }
    }

    /// Whether [#offers] count those in the brushed time apart, and not those in the hour of the
    /// alert.
    boolean areForBrushed() {
        return inspector.isForBrushed();
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
            walk(from, offer, BUDGET);
        }
    }

    /// The relationships that paths may be led over, by name.
    Set<String> pathTypes() {
        return investigation.get().pathTypes();
    }

    /// Whether paths may go over relationships of a type.
    boolean takes(String type) {
        return !avoided.contains(type);
    }

    /// Lets paths go over relationships of a type, or not; the last one cannot be taken away.
    void take(String type, boolean taken) {
        if (taken) {
            avoided.remove(type);
        } else if (avoided.size() + 1 < pathTypes().size()) {
            avoided.add(type);
        }
    }

    void takeAll() {
        avoided.clear();
    }

    private PathSearch search() {
        Set<String> types = new TreeSet<>();
        if (!avoided.isEmpty()) {
            types.addAll(pathTypes());
            types.removeAll(avoided);
        }
        return new PathSearch(types, PathSearch.LONGEST, PATHS, true);
    }

    /// Brings the shortest paths between two nodes.
    public void paths(NodeRef from, NodeRef to) {
        Investigation here = investigation.get();
        String alert = canvas.shownStory().get();
        PathSearch search = search();
        work.start(
                "work.paths",
                () -> here.paths(from, to, search),
                found -> {
                    if (alert.equals(canvas.shownStory().get())) {
                        found(found);
                    }
                },
                tell);
    }

    private void found(FoundPaths found) {
        if (found.trails().isEmpty()) {
            canvas.say(Words.of("canvas.paths.none", PathSearch.LONGEST) + filtered());
            return;
        }
        canvas.bring(Words.of("canvas.paths.title"), found.graph());
        Set<NodeRef> along =
                found.graph().nodes().stream().map(Node::ref).collect(Collectors.toSet());
        canvas.selectCards(canvas.state().get().cards(along));
        int steps = found.trails().getFirst().steps().size();
        canvas.say(
                Words.of("canvas.paths.found", found.trails().size(), steps)
                        + (found.cut() ? " · " + found.cutWords() : "")
                        + filtered());
    }

    private String filtered() {
        return avoided.isEmpty()
                ? ""
                : " · " + Words.of("canvas.paths.without", String.join(", ", avoided));
    }

    /// Brings the next results of a walk that was cut.
    public void more(Walk walk) {
        Map<Walk, CanvasState.Cut> cuts = canvas.state().get().cuts();
        CanvasState.Cut cut = cuts.get(walk);
        if (cut != null) {
            PivotOffer offer =
                    new PivotOffer(walk.pivot(), walk.title(), cut.total(), 0, 0, cut.more());
            walk(walk.from(), offer, (int) cut.shown() + BUDGET);
        }
    }

    private void walk(NodeRef from, PivotOffer offer, int limit) {
        Walk walk = new Walk(from, offer.id(), offer.title());
        Investigation here = investigation.get();
        String alert = canvas.shownStory().get();
        work.start(
                "work.pivot",
                () -> here.pivot(from, offer, limit),
                found -> {
                    if (alert.equals(canvas.shownStory().get())) {
                        canvas.grow(walk, found);
                    }
                },
                tell);
    }
}
