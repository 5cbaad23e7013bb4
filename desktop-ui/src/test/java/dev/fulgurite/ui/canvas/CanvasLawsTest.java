package dev.fulgurite.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds on the canvas whatever an analyst does, tried over thousands of random actions. A
/// failure names its seed; the same seed gives the same actions.
class CanvasLawsTest {

    private static final int SEEDS = 120;
    private static final int ACTIONS = 40;
    private static final List<Step> STEPS = steps();

    @Test
    void every_kind_of_action_is_tried() {
        Set<Class<?>> permitted = Set.of(CanvasAction.class.getPermittedSubclasses());

        assertThat(Set.<Class<?>>copyOf(new RandomWork(new Random(0)).kinds()))
                .isEqualTo(permitted);
    }

    @Test
    void nothing_moves_but_what_is_dragged_or_laid_out() {
        tried((before, action, after, told) -> {
            Set<NodeRef> free = moveable(before, action);
            for (Placed card : before.layout().cards()) {
                for (Node node : card.card().nodes()) {
                    if (!free.contains(node.ref())) {
                        after.layout()
                                .cardOf(node.ref())
                                .ifPresent(now ->
                                        assertThat(place(now))
                                                .as("%s: %s", told, node.ref())
                                                .isEqualTo(place(card)));
                    }
                }
            }
        });
    }

    /// What an action may move: what it is about, when moving is what it does.
    private static Set<NodeRef> moveable(CanvasState before, CanvasAction action) {
        Stream<Placed> cards =
                before.layout().cards().stream()
                        .filter(placed ->
                                switch (action) {
                                    case CanvasAction.Move(var moved, _, _) ->
                                            moved.contains(placed.card().id());
                                    case CanvasAction.Ungroup(String id) ->
                                            placed.card().id().equals(id);
                                    case CanvasAction.Group(var nodes) ->
                                            Changes.holds(placed, nodes);
                                    case CanvasAction.Relayout _ ->
                                            !Changes.holds(placed, before.marks().pinned());
                                    case CanvasAction.Bring _,
                                            CanvasAction.BringNext _,
                                            CanvasAction.WalkOn _,
                                            CanvasAction.Pin _,
                                            CanvasAction.Unpin _,
                                            CanvasAction.Hide _,
                                            CanvasAction.Unhide _,
                                            CanvasAction.Tag _,
                                            CanvasAction.Untag _,
                                            CanvasAction.Note _,
                                            CanvasAction.Fold _,
                                            CanvasAction.Unfold _ ->
                                            false;
                                });
        return cards.flatMap(placed -> placed.card().nodes().stream())
                .map(Node::ref)
                .collect(Collectors.toSet());
    }

    @Test
    void nothing_is_taken_off_the_canvas() {
        tried((before, action, after, told) -> {
            assertThat(all(after)).as(told).containsAll(all(before));
            boolean conceals =
                    action instanceof CanvasAction.Hide || action instanceof CanvasAction.Fold;
            if (!conceals) {
                assertThat(inSight(after)).as(told).containsAll(inSight(before));
            }
        });
    }

    @Test
    void each_node_has_one_card() {
        tried((_, _, after, told) -> {
            List<NodeRef> onCards =
                    after.layout().cards().stream()
                            .flatMap(placed -> placed.card().nodes().stream())
                            .map(Node::ref)
                            .toList();
            assertThat(onCards).as(told).doesNotHaveDuplicates();
            assertThat(Set.copyOf(onCards)).as(told).isEqualTo(inSight(after));
            assertThat(after.layout().cards().stream().map(p -> p.card().id()))
                    .as(told)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void a_card_that_comes_overlaps_none() {
        tried((before, action, after, told) -> {
            Set<String> old = ids(before);
            boolean stays = action instanceof CanvasAction.Group;
            boolean anew = action instanceof CanvasAction.Relayout;
            for (Placed card : after.layout().cards()) {
                boolean pinned = Changes.holds(card, after.marks().pinned());
                if (!stays && !old.contains(card.card().id()) || anew && !pinned) {
                    Layout.Box box = after.layout().box(card);
                    for (Placed other : after.layout().cards()) {
                        assertThat(other != card && box.overlaps(after.layout().box(other)))
                                .as("%s: %s on %s", told, card.card().id(), other.card().id())
                                .isFalse();
                    }
                }
            }
        });
    }

    @Test
    void every_action_undoes_and_redoes_down_to_the_first() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            RandomWork work = new RandomWork(random);
            CanvasHistory history = new CanvasHistory(work.first(), new CaseMarks());
            String first = history.now().digest();
            for (int i = 0; i < ACTIONS; i++) {
                String before = history.now().digest();
                CanvasAction action = work.next(history.now());
                history.become(history.now().after(action));
                String after = history.now().digest();
                String told = "seed " + seed + ", action " + i + " " + kind(action);
                history.undo();
                assertThat(history.now().digest()).as(told).isEqualTo(before);
                history.redo();
                assertThat(history.now().digest()).as(told).isEqualTo(after);
            }
            while (history.canUndo()) {
                history.undo();
            }
            assertThat(history.now().digest()).as("seed " + seed).isEqualTo(first);
        }
    }

    @Test
    void tags_and_notes_stand_on_every_canvas_and_each_undo_takes_its_own_back() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            RandomWork work = new RandomWork(random);
            CaseMarks marks = new CaseMarks();
            List<CanvasHistory> canvases =
                    Stream.generate(() -> new CanvasHistory(work.first(), marks)).limit(3).toList();
            List<String> first = digests(canvases);
            for (int i = 0; i < ACTIONS; i++) {
                CanvasHistory one = canvases.get(random.nextInt(3));
                String told = "seed " + seed + ", action " + i;
                List<String> before = digests(canvases);
                boolean undoes = random.nextInt(4) == 0 && one.canUndo();
                if (undoes) {
                    one.undo();
                    List<String> without = digests(canvases);
                    one.redo();
                    assertThat(digests(canvases)).as(told).isEqualTo(before);
                    one.undo();
                    assertThat(digests(canvases)).as(told).isEqualTo(without);
                } else {
                    one.become(one.now().after(work.next(one.now())));
                    List<String> after = digests(canvases);
                    one.undo();
                    assertThat(digests(canvases)).as(told).isEqualTo(before);
                    one.redo();
                    assertThat(digests(canvases)).as(told).isEqualTo(after);
                }
                assertThat(differing(canvases, marks)).as(told).isEmpty();
            }
            while (canvases.stream().anyMatch(CanvasHistory::canUndo)) {
                canvases.get(random.nextInt(3)).undo();
            }
            assertThat(digests(canvases)).as("seed " + seed).isEqualTo(first);
        }
    }

    private static List<String> digests(List<CanvasHistory> canvases) {
        return canvases.stream().map(one -> one.now().digest()).toList();
    }

    /// Nodes on which a canvas shows other words than the case has.
    private static List<NodeRef> differing(List<CanvasHistory> canvases, CaseMarks marks) {
        return canvases.stream()
                .map(CanvasHistory::now)
                .flatMap(now ->
                        all(now).stream().filter(node -> !isBorne(node, now.marks(), marks.now())))
                .toList();
    }

    private static boolean isBorne(NodeRef node, Marks shown, Marks written) {
        return shown.tagsOf(node).equals(written.tagsOf(node))
                && shown.noteOf(node).equals(written.noteOf(node));
    }

    @Test
    void a_digest_tells_apart_what_differs() {
        tried((before, _, after, told) -> {
            assertThat(after.digest().equals(before.digest()))
                    .as(told)
                    .isEqualTo(after.equals(before));
        });
    }

    @Test
    void no_action_adds_more_than_the_budget() {
        tried((before, action, after, told) -> {
            boolean returns =
                    action instanceof CanvasAction.Unhide || action instanceof CanvasAction.Unfold;
            if (!returns) {
                Set<NodeRef> came = inSight(after);
                came.removeAll(inSight(before));
                assertThat(came).as(told).hasSizeLessThanOrEqualTo(CanvasState.BUDGET);
                Set<String> cards = new HashSet<>(ids(after));
                cards.removeAll(ids(before));
                assertThat(cards).as(told).hasSizeLessThanOrEqualTo(CanvasState.BUDGET);
            }
        });
    }

    @Test
    void what_was_cut_is_counted_and_the_next_is_offered() {
        tried((before, action, after, told) -> {
            if (action instanceof CanvasAction.WalkOn(var walk, var found) && found.cut()) {
                assertThat(after.cuts().get(walk))
                        .as(told)
                        .isEqualTo(new CanvasState.Cut(found.shown(), found.total(), found.more()));
            }
            if (action instanceof CanvasAction.Bring(String title, var what)) {
                Set<NodeRef> left = Content.refs(what);
                left.removeAll(all(after));
                assertThat(left.isEmpty() || after.waiting().containsKey(title)).as(told).isTrue();
            }
            before.content()
                    .waiting()
                    .forEach((title, what) -> {
                        Set<NodeRef> known = all(after);
                        known.addAll(Content.refs(waiting(after, title)));
                        assertThat(known).as(told).containsAll(Content.refs(what));
                    });
            after.waiting()
                    .forEach((title, cut) -> {
                        CanvasState next = after.after(new CanvasAction.BringNext(title));
                        assertThat(cut.shown()).as(told).isLessThan(cut.total());
                        long more = Math.min(CanvasState.BUDGET, cut.total() - cut.shown());
                        assertThat(next.shown() - after.shown()).as(told).isEqualTo((int) more);
                    });
            boolean cut = !after.cuts().isEmpty() || !after.waiting().isEmpty();
            assertThat(after.total() > all(after).size()).as(told).isEqualTo(cut);
        });
    }

    @Test
    void what_is_out_of_sight_is_counted_and_can_be_shown_again() {
        tried((_, _, after, told) -> {
            assertThat(after.shown() + after.concealed().size())
                    .as(told)
                    .isEqualTo(all(after).size());
            CanvasState open = after.after(new CanvasAction.Unhide(after.marks().hidden()));
            for (NodeRef folded : after.marks().folded().keySet()) {
                open = open.after(new CanvasAction.Unfold(folded));
            }
            assertThat(inSight(open)).as(told).isEqualTo(all(after));
        });
    }

    @Test
    void what_is_brought_is_seen() {
        tried((_, action, after, told) -> {
            if (action instanceof CanvasAction.WalkOn(_, var found)) {
                assertThat(inSight(after)).as(told).containsAll(Content.refs(found.graph()));
                assertThat(after.graph().relationships())
                        .as(told)
                        .containsAll(found.graph().relationships());
            }
        });
    }

    @Test
    void a_canvas_that_is_saved_and_taken_up_again_is_the_same() {
        for (int i = 0; i < STEPS.size(); i += 7) {
            Step step = STEPS.get(i);
            CanvasRecall left =
                    CanvasRecall.of(
                            CanvasMemory.saved(step.after, null),
                            (nodes, lines) -> named(step, nodes, lines));

            CaseMarks marks = new CaseMarks();
            marks.begin(CanvasRecall.marks(CanvasMemory.marks(step.after.marks())));
            assertThat(left.state().bearing(marks).digest())
                    .as(step.told)
                    .isEqualTo(step.after.digest());
            assertThat(left.state().layout()).as(step.told).isEqualTo(step.after.layout());
            assertThat(left.gone()).as(step.told).isZero();
        }
    }

    /// As the graph gives it: in an order of its own.
    private static Subgraph named(Step step, Collection<String> nodes, Collection<String> lines) {
        Content content = step.after.content();
        Subgraph all = content.graph();
        for (Subgraph part : content.waiting().values()) {
            all = all.plus(part);
        }
        return new Subgraph(
                all.nodes().reversed().stream()
                        .filter(node -> nodes.contains(node.ref().toString()))
                        .toList(),
                all.relationships().reversed().stream()
                        .filter(one -> lines.contains(one.ref()))
                        .toList());
    }

    @Test
    void what_the_graph_lost_leaves_a_saved_canvas_and_is_counted() {
        CanvasState state = STEPS.getLast().after;
        NodeRef lost = state.graph().nodes().getFirst().ref();

        CanvasRecall left =
                CanvasRecall.of(
                        CanvasMemory.saved(state, null),
                        (nodes, lines) -> without(lost, named(STEPS.getLast(), nodes, lines)));

        assertThat(left.gone()).isEqualTo(1);
        assertThat(left.state().layout().cardOf(lost)).isEmpty();
        for (Placed card : left.state().layout().cards()) {
            state.layout()
                    .card(card.card().id())
                    .ifPresent(was -> assertThat(place(card)).isEqualTo(place(was)));
        }
    }

    private static Subgraph without(NodeRef lost, Subgraph part) {
        return new Subgraph(
                part.nodes().stream().filter(node -> !node.ref().equals(lost)).toList(),
                part.relationships().stream()
                        .filter(one -> !one.from().equals(lost) && !one.to().equals(lost))
                        .toList());
    }

    /// Is told of every action that was done.
    private interface Law {
        void holds(CanvasState before, CanvasAction action, CanvasState after, String told);
    }

    private record Step(CanvasState before, CanvasAction action, CanvasState after, String told) {}

    private static void tried(Law law) {
        STEPS.forEach(step -> law.holds(step.before, step.action, step.after, step.told));
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomWork work = new RandomWork(new Random(seed));
            CanvasState now = work.first();
            for (int i = 0; i < ACTIONS; i++) {
                CanvasAction action = work.next(now);
                CanvasState after = now.after(action);
                steps.add(
                        new Step(
                                now,
                                action,
                                after,
                                "seed " + seed + ", " + i + ": " + kind(action)));
                now = after;
            }
        }
        return steps;
    }

    private static Subgraph waiting(CanvasState state, String title) {
        return state.content().waiting().getOrDefault(title, Subgraph.EMPTY);
    }

    private static String kind(CanvasAction action) {
        return action.getClass().getSimpleName();
    }

    private static Set<NodeRef> all(CanvasState state) {
        return Content.refs(state.content().graph());
    }

    private static Set<NodeRef> inSight(CanvasState state) {
        return Content.refs(state.graph());
    }

    private static Set<String> ids(CanvasState state) {
        return state.layout().cards().stream().map(p -> p.card().id()).collect(Collectors.toSet());
    }

    private static List<Double> place(Placed card) {
        return List.of(card.x(), card.y());
    }
}
