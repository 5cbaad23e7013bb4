package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Spacing;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is on the canvas and where. Immutable, so that undoing is going back to an earlier one.
public final class CanvasState {

    /// No action adds more nodes than this; what is left waits and is offered.
    public static final int BUDGET = 50;

    public static final CanvasState EMPTY = new CanvasState(Content.EMPTY);

    /// A pivot taken from a node.
    public record Walk(NodeRef from, String pivot, String title) {}

    /// So many results of a walk are shown.
    ///
    /// @param more whether not all records of the node were looked at, so that there may be more
    ///   than `total`
    public record Cut(long shown, long total, boolean more) {

        /// How many there are: `38001+` when there may be more.
        public String totalWords() {
            return more ? total + "+" : Long.toString(total);
        }
    }

    private final Content content;
    private final Subgraph graph;
    private final Layout layout;

    private CanvasState(Content content) {
        this.content = content;
        this.graph = content.inSight();
        boolean whole = graph.equals(content.graph());
        this.layout = whole ? content.layout() : FlowLayout.extend(content.layout(), graph);
    }

    private CanvasState(Content content, Subgraph graph, Layout layout) {
        this.content = content;
        this.graph = graph;
        this.layout = layout;
    }

    /// The same with what is written on its nodes in the case.
    CanvasState bearing(CaseMarks written) {
        Marks own = written.now().writtenOn(Content.refs(content.graph()));
        Marks marks = content.marks().written(own.tags(), own.notes());
        return marks.equals(content.marks())
                ? this
                : new CanvasState(content.with(marks), graph, layout);
    }

    static CanvasState of(Content content) {
        return new CanvasState(content);
    }

    /// A story laid out afresh, for a view of this size.
    static CanvasState of(Subgraph story, double width, double height) {
        Set<NodeRef> members =
                story.nodes().stream().map(Node::ref).collect(Collectors.toUnmodifiableSet());
        Layout tight = FlowLayout.arrange(story, Spacing.STANDARD);
        Spacing spacing = Spacing.STANDARD.spreadOver(tight, width, height);
        Layout layout = FlowLayout.arrange(story, spacing);
        return new CanvasState(new Content(story, layout, members, Map.of(), Map.of(), Marks.NONE));
    }

    /// What comes of an action; this itself when nothing does.
    public CanvasState after(CanvasAction action) {
        Content next = new Changes(content).after(action);
        return next.equals(content) ? this : new CanvasState(next);
    }

    Content content() {
        return content;
    }

    /// What is in sight.
    public Subgraph graph() {
        return graph;
    }

    /// Where it is.
    public Layout layout() {
        return layout;
    }

    /// Nodes of the alert itself, as against those walked to.
    public Set<NodeRef> members() {
        return content.members();
    }

    /// Pivots that had more results than are shown.
    public Map<Walk, Cut> cuts() {
        return content.cuts();
    }

    /// What was found and was too much to be added at once: how much of it is here.
    public Map<String, Cut> waiting() {
        return content.waiting().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> cut(one.getValue())));
    }

    private Cut cut(Subgraph what) {
        int total = what.nodes().size();
        return new Cut(total - content.missing(what), total, false);
    }

    public Marks marks() {
        return content.marks();
    }

    /// Nodes that are on the canvas and out of sight.
    public Set<NodeRef> concealed() {
        Set<NodeRef> all = Content.refs(content.graph());
        all.removeAll(Content.refs(graph));
        return all;
    }

    /// Nodes that were hidden one by one.
    public Set<NodeRef> hidden() {
        Set<NodeRef> hidden = concealed();
        hidden.retainAll(content.marks().hidden());
        return hidden;
    }

    /// Nodes that are out of sight only because they are folded behind another.
    public Set<NodeRef> folded() {
        Set<NodeRef> folded = concealed();
        folded.removeAll(content.marks().hidden());
        return folded;
    }

    /// Nodes in sight.
    public int shown() {
        return graph.nodes().size();
    }

    /// Nodes on the canvas, in sight or not, and results that were left out.
    public long total() {
        long cut = content.cuts().values().stream().mapToLong(c -> c.total() - c.shown()).sum();
        long waiting = content.waiting().values().stream().mapToLong(content::missing).sum();
        return content.graph().nodes().size() + cut + waiting;
    }

    /// Whether there may be more than [#total()]: a walk did not look at all records of its node.
    public boolean mayBeMore() {
        return content.cuts().values().stream().anyMatch(Cut::more);
    }

    /// Ids of the cards that belong to the alert.
    Set<String> memberCards() {
        return cards(content.members());
    }

    /// Ids of the cards in sight that stand for any of some nodes.
    public Set<String> cards(Set<NodeRef> nodes) {
        return layout.cards().stream()
                .filter(placed -> Changes.holds(placed, nodes))
                .map(placed -> placed.card().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How much would go out of sight if a node were folded.
    public int hangingOn(NodeRef node) {
        return new Hanging(content).on(node).size();
    }

    /// The same for canvases that hold the same, in the same places, with the same marks.
    public String digest() {
        return CanvasDigest.of(content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanvasState state && state.content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }
}
