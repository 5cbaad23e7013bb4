package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.SavedMarks;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.View;
import dev.fulgurite.ui.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the canvas shows and what is selected on it. Each alert has a canvas of its own, which is
/// found again as it was left. Nothing here moves a card that stands, except a drag.
public final class CanvasViewModel {

    private final Map<String, CanvasHistory> canvases = new HashMap<>();
    private final CaseMarks marks = new CaseMarks();
    private CanvasHistory history =
            canvases.computeIfAbsent("", _ -> new CanvasHistory(CanvasState.EMPTY, marks));
    private final ReadOnlyObjectWrapper<CanvasState> state =
            new ReadOnlyObjectWrapper<>(CanvasState.EMPTY);
    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(Selection.NOTHING);
    private final ReadOnlyObjectWrapper<String> shownStory = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Set<String>> arrived =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Map<String, View> looks = new HashMap<>();
    private String present = "";
    private double width = 1000;
    private double height = 650;

    public ReadOnlyObjectProperty<CanvasState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    /// Changes when another story comes on the canvas: the moment to fit it into view.
    public ReadOnlyObjectProperty<String> shownStory() {
        return shownStory.getReadOnlyProperty();
    }

    /// Shows the canvas of an alert: as it was left, or its story when it was never seen.
    public void show(String alert, Subgraph story) {
        canvases.computeIfAbsent(
                alert, id -> new CanvasHistory(CanvasState.of(story, width, height), marks));
        show(alert);
    }

    /// Takes up a canvas of an alert as it was left earlier, in another session.
    public void restore(String alert, CanvasState left, @Nullable View look) {
        canvases.putIfAbsent(alert, new CanvasHistory(left, marks));
        if (look != null) {
            looks.putIfAbsent(alert, look);
        }
    }

    /// Takes up what earlier sessions wrote on nodes; the first time counts.
    public void restore(SavedMarks left) {
        if (!marks.isKnown()) {
            marks.begin(CanvasRecall.marks(left));
            state.set(history.now());
        }
    }

    /// What is written on nodes, on whichever canvas that was done; empty while it is not known
    /// what earlier sessions left.
    public Optional<SavedMarks> written() {
        return marks.isKnown() ? Optional.of(CanvasMemory.marks(marks.now())) : Optional.empty();
    }

    /// Every word that nodes of the case are tagged with.
    SortedSet<String> words() {
        return marks.words();
    }

    /// Forgets every canvas: another graph comes.
    public void forget() {
        canvases.clear();
        looks.clear();
        marks.forget();
        clear();
    }

    /// The canvases on which something was done, or looked at closely, by their alerts.
    public Map<String, CanvasState> worked() {
        Map<String, CanvasState> worked = new HashMap<>();
        canvases.forEach((alert, own) -> {
            if (own.canUndo() || own.canRedo() || looks.containsKey(alert)) {
                worked.put(alert, own.now());
            }
        });
        return worked;
    }

    /// Whether a canvas of an alert is here, as it was left.
    public boolean knows(String alert) {
        return canvases.containsKey(alert);
    }

    /// Shows the canvas of an alert as it was left; for `""` the one that belongs to none.
    public void show(String alert) {
        present = alert;
        history =
                canvases.computeIfAbsent(alert, id -> new CanvasHistory(CanvasState.EMPTY, marks));
        selection.set(Selection.NOTHING);
        said.set("");
        state.set(history.now());
        shownStory.set(alert);
    }

    /// Where the analyst last looked on this canvas; empty when everything was in view.
    public Optional<View> look() {
        return look(present);
    }

    /// Where the analyst last looked on the canvas of an alert.
    public Optional<View> look(String alert) {
        return Optional.ofNullable(looks.get(alert));
    }

    void looked(View from) {
        looks.put(present, from);
    }

    void fitted() {
        looks.remove(present);
    }

    /// Shows nothing until a story comes.
    public void clear() {
        present = "";
        history = new CanvasHistory(CanvasState.EMPTY, marks);
        selection.set(Selection.NOTHING);
        state.set(history.now());
        shownStory.set("");
    }

    public void select(Selection selected) {
        selection.set(selected);
    }

    public void selectNode(NodeRef node) {
        select(new Selection.OfNode(node));
    }

    /// Selects what a card stands for.
    public void selectCard(Card card) {
        select(
                card.isStack()
                        ? new Selection.OfStack(card.id())
                        : new Selection.OfNode(card.nodes().getFirst().ref()));
    }

    /// The card that is selected or holds the selected node.
    public Optional<Placed> selectedCard() {
        Layout layout = history.now().layout();
        return switch (selection.get()) {
            case Selection.OfNode(NodeRef node) -> layout.cardOf(node);
            case Selection.OfStack(String card) -> layout.card(card);
            case Selection.OfMany(Set<String> cards) ->
                    layout.cards().stream()
                            .filter(placed -> cards.contains(placed.card().id()))
                            .findFirst();
            case Selection.Nothing _, Selection.OfLink _ -> Optional.empty();
        };
    }

    /// Ids of the selected cards.
    public Set<String> selectedCards() {
        return selection.get() instanceof Selection.OfMany(Set<String> cards)
                ? cards
                : selectedCard().map(placed -> Set.of(placed.card().id())).orElse(Set.of());
    }

    /// The nodes that the selected cards stand for.
    public Set<NodeRef> selectedNodes() {
        Set<String> cards = selectedCards();
        return history.now().layout().cards().stream()
                .filter(placed -> cards.contains(placed.card().id()))
                .flatMap(placed -> placed.card().nodes().stream())
                .map(Node::ref)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Selects cards by their ids.
    public void selectCards(Set<String> cards) {
        List<Card> here =
                history.now().layout().cards().stream()
                        .map(Placed::card)
                        .filter(card -> cards.contains(card.id()))
                        .toList();
        switch (here.size()) {
            case 0 -> select(Selection.NOTHING);
            case 1 -> selectCard(here.getFirst());
            default -> select(new Selection.OfMany(Set.copyOf(cards)));
        }
    }

    /// Selects the nearest card that way; the first of the story when none is selected.
    public void step(Direction direction) {
        List<Placed> cards = history.now().layout().cards();
        Optional<Placed> from = selectedCard();
        if (from.isEmpty()) {
            if (!cards.isEmpty()) {
                selectCard(cards.getFirst().card());
            }
            return;
        }
        Placed best = null;
        double least = Double.MAX_VALUE;
        for (Placed card : cards) {
            double cost = direction.cost(card.x() - from.get().x(), card.y() - from.get().y());
            if (cost < least) {
                least = cost;
                best = card;
            }
        }
        if (best != null) {
            selectCard(best.card());
        }
    }

    /// Tells how large the view is, for stories that come on the canvas later.
    public void fitFor(double viewWidth, double viewHeight) {
        width = viewWidth;
        height = viewHeight;
    }

    /// Adds what a walk found; says so when all of it was here.
    public void grow(CanvasState.Walk walk, Neighbourhood found) {
        act(new CanvasAction.WalkOn(walk, found));
    }

    /// Adds any part of the graph to what is on the canvas, beside what stands there, and selects
    /// the first node that came; the first of the part when all of it was here. No more is added
    /// than [CanvasState#BUDGET]; the rest is offered below the canvas.
    ///
    /// @param title what it is, in words
    public void bring(String title, Subgraph what) {
        CanvasState before = history.now();
        act(new CanvasAction.Bring(title, what));
        what.nodes().stream()
                .map(Node::ref)
                .filter(ref -> before.layout().cardOf(ref).isEmpty())
                .findFirst()
                .or(() -> what.nodes().stream().map(Node::ref).findFirst())
                .ifPresent(this::selectNode);
    }

    /// Adds the next nodes of what was too much to be brought at once.
    public void bringNext(String title) {
        act(new CanvasAction.BringNext(title));
    }

    /// Does something to the canvas, as one step to undo; nothing when nothing comes of it.
    public void act(CanvasAction action) {
        CanvasState before = history.now();
        CanvasState after = before.after(action);
        said.set(Said.of(action, before, after));
        if (!after.equals(before)) {
            become(after);
            arrived.set(arrived(before.layout(), after.layout()));
        }
    }

    private static Set<String> arrived(Layout before, Layout after) {
        return after.cards().stream()
                .map(placed -> placed.card().id())
                .filter(id -> before.card(id).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Ids of the cards that the last action brought into sight.
    public ReadOnlyObjectProperty<Set<String>> arrived() {
        return arrived.getReadOnlyProperty();
    }

    /// Says something in the line below the canvas, until the next action.
    public void say(String words) {
        said.set(words);
    }

    /// What the last action brought, for the status line.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /// Moves one card to a place.
    public void move(String card, double x, double y) {
        history.now()
                .layout()
                .card(card)
                .ifPresent(at -> act(new CanvasAction.Move(Set.of(card), x - at.x(), y - at.y())));
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    public void undo() {
        said.set("");
        history.undo();
        settle();
    }

    public void redo() {
        said.set("");
        history.redo();
        settle();
    }

    /// How much of what is known is shown.
    public String status() {
        CanvasState now = history.now();
        if (now.total() == 0) {
            return "";
        }
        String counted =
                now.total() == now.shown()
                        ? Words.of("canvas.status.all", now.shown())
                        : Words.of(
                                now.mayBeMore() ? "canvas.status.cut.more" : "canvas.status.cut",
                                now.shown(),
                                now.total());
        return counted
                + counted("canvas.status.hidden", now.hidden())
                + counted("canvas.status.folded", now.folded());
    }

    private static String counted(String key, Set<NodeRef> nodes) {
        return nodes.isEmpty() ? "" : Words.of(key, nodes.size());
    }

    private void become(CanvasState next) {
        history.become(next);
        settle();
    }

    /// A selection that went away with an undo is none.
    private void settle() {
        state.set(history.now());
        boolean gone =
                switch (selection.get()) {
                    case Selection.Nothing _ -> false;
                    case Selection.OfNode _, Selection.OfStack _, Selection.OfMany _ ->
                            selectedCard().isEmpty();
                    case Selection.OfLink _ -> false;
                };
        if (gone) {
            selection.set(Selection.NOTHING);
        }
    }
}
