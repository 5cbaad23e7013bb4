package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What can be done with all that is selected, for the menu and the keys.
public final class SelectionActions {

    private final CanvasViewModel model;

    public SelectionActions(CanvasViewModel model) {
        this.model = model;
    }

    private CanvasState now() {
        return model.state().get();
    }

    /// The selected cards, in the order of the canvas.
    public List<Card> cards() {
        Set<String> ids = model.selectedCards();
        return now().layout().cards().stream()
                .map(Placed::card)
                .filter(card -> ids.contains(card.id()))
                .toList();
    }

    /// Takes what is selected out of sight.
    public void hide() {
        Set<NodeRef> nodes = model.selectedNodes();
        if (!nodes.isEmpty()) {
            model.act(new CanvasAction.Hide(nodes));
        }
    }

    /// How many nodes of the canvas are hidden.
    public int hidden() {
        return now().hidden().size();
    }

    /// How many nodes of the canvas are folded, behind whatever.
    public int allFolded() {
        return now().folded().size();
    }

    /// Shows all that was hidden.
    public void showHidden() {
        show(now().hidden());
    }

    /// Shows all that is folded, behind whatever.
    public void unfoldAll() {
        show(now().folded());
    }

    private void show(Set<NodeRef> nodes) {
        if (!nodes.isEmpty()) {
            model.act(new CanvasAction.Unhide(nodes));
        }
    }

    public boolean isPinned() {
        Set<NodeRef> nodes = model.selectedNodes();
        return !nodes.isEmpty() && now().marks().pinned().containsAll(nodes);
    }

    /// Pins what is selected; lets go of it when all of it is pinned.
    public void pin() {
        Set<NodeRef> nodes = model.selectedNodes();
        if (!nodes.isEmpty()) {
            model.act(isPinned() ? new CanvasAction.Unpin(nodes) : new CanvasAction.Pin(nodes));
        }
    }

    /// Words on any of what is selected.
    public SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>();
        model.selectedNodes().forEach(node -> tags.addAll(now().marks().tagsOf(node)));
        return tags;
    }

    /// Words that the case has and what is selected has not.
    public SortedSet<String> otherTags() {
        SortedSet<String> others = model.words();
        others.removeAll(tags());
        return others;
    }

    public void tag(String word) {
        if (!word.isBlank()) {
            model.act(new CanvasAction.Tag(model.selectedNodes(), word));
        }
    }

    public void untag(String word) {
        model.act(new CanvasAction.Untag(model.selectedNodes(), word));
    }

    /// The one node that is selected; none when a stack or several cards are.
    public Optional<NodeRef> single() {
        return switch (model.selection().get()) {
            case Selection.OfNode(NodeRef node) -> Optional.of(node);
            case Selection.OfStack _, Selection.OfMany _, Selection.OfLink _, Selection.Nothing _ ->
                    Optional.empty();
        };
    }

    public String note() {
        return single().map(now().marks()::noteOf).orElse("");
    }

    public void note(String text) {
        single().ifPresent(node -> model.act(new CanvasAction.Note(node, text)));
    }

    /// What grouping would make one card of: the selected cards of a kind, or with one card
    /// selected those that are linked with the same.
    public Set<NodeRef> groupable() {
        Set<NodeRef> nodes =
                single().map(node -> Alike.to(node, now().graph())).orElse(model.selectedNodes());
        Map<Kind, Long> cards =
                now().layout().cards().stream()
                        .filter(placed -> Changes.holds(placed, nodes))
                        .map(Placed::card)
                        .filter(card -> card.isStack() || card.count() == 1)
                        .collect(Collectors.groupingBy(Card::kind, Collectors.counting()));
        return cards.values().stream().anyMatch(count -> count > 1) ? nodes : Set.of();
    }

    public void group() {
        Set<NodeRef> nodes = groupable();
        if (!nodes.isEmpty()) {
            model.act(new CanvasAction.Group(nodes));
            model.selectCards(now().cards(nodes));
        }
    }

    /// The selected stack.
    public Optional<Card> stack() {
        List<Card> cards = cards();
        return cards.size() == 1 && cards.getFirst().isStack()
                ? Optional.of(cards.getFirst())
                : Optional.empty();
    }

    /// Gives what is in the selected stack cards of their own.
    public void ungroup() {
        stack().ifPresent(card -> {
            Set<NodeRef> nodes =
                    card.nodes().stream().map(Node::ref).collect(Collectors.toUnmodifiableSet());
            model.act(new CanvasAction.Ungroup(card.id()));
            model.selectCards(now().cards(nodes));
        });
    }

    /// How many nodes folding would take out of sight.
    public int foldable() {
        return single().map(now()::hangingOn).orElse(0);
    }

    /// How many nodes are folded behind what is selected.
    public int folded() {
        return now().marks().behind(model.selectedNodes()).size();
    }

    /// Folds what hangs on the selected node; when something is folded, unfolds it.
    public void fold() {
        if (folded() > 0) {
            Set<NodeRef> folded = now().marks().folded().keySet();
            model.selectedNodes().stream()
                    .filter(folded::contains)
                    .forEach(node -> model.act(new CanvasAction.Unfold(node)));
        } else {
            single().ifPresent(node -> model.act(new CanvasAction.Fold(node)));
        }
    }

    /// The kind of what is selected, when it is all of one.
    public Optional<Kind> kind() {
        Set<Kind> kinds = cards().stream().map(Card::kind).collect(Collectors.toSet());
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }

    /// How many cards there are of a kind.
    public int count(Kind kind) {
        return ids(card -> card.kind() == kind).size();
    }

    /// The kinds of card that there are, with how many of each.
    public SortedMap<Kind, Integer> kinds() {
        SortedMap<Kind, Integer> kinds = new TreeMap<>();
        now().layout()
                .cards()
                .forEach(placed -> kinds.merge(placed.card().kind(), 1, Integer::sum));
        return kinds;
    }

    public void select(Kind kind) {
        model.selectCards(ids(card -> card.kind() == kind));
    }

    public void selectKind() {
        kind().ifPresent(this::select);
    }

    public void selectAll() {
        model.selectCards(ids(_ -> true));
    }

    private Set<String> ids(Predicate<Card> wanted) {
        return now().layout().cards().stream()
                .map(Placed::card)
                .filter(wanted)
                .map(Card::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Adds a card to what is selected, or takes it out.
    public void toggle(Card card) {
        Set<String> cards = new HashSet<>(model.selectedCards());
        if (!cards.remove(card.id())) {
            cards.add(card.id());
        }
        model.selectCards(cards);
    }

    /// Lays out everything that is shown and not pinned.
    public void layOut(CanvasAction.Relayout.Style style) {
        model.act(new CanvasAction.Relayout(style));
    }

    /// The keys of what is selected, a line each.
    public String values() {
        return cards().stream()
                .map(Card::nodes)
                .flatMap(Collection::stream)
                .map(Node::key)
                .collect(Collectors.joining("\n"));
    }
}
