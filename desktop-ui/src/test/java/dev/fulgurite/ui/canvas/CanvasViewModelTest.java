package dev.fulgurite.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanvasViewModelTest {

    private static final NodeRef HOST = new NodeRef("Host", "device:d1");

    private final CanvasViewModel canvas = new CanvasViewModel();

    @Test
    void walking_on_and_undoing_never_moves_a_card() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            CanvasViewModel wild = new CanvasViewModel();
            wild.show("alert", story());
            CanvasState first = wild.state().get();
            Map<String, Placed> standing = new HashMap<>();
            for (int action = 0; action < 30; action++) {
                CanvasState before = wild.state().get();
                act(wild, random, action);
                for (Placed card : before.layout().cards()) {
                    wild.state()
                            .get()
                            .layout()
                            .card(card.card().id())
                            .ifPresent(now -> assertThat(place(now)).isEqualTo(place(card)));
                }
                wild.state().get().layout().cards().forEach(c -> standing.put(c.card().id(), c));
            }
            while (wild.canUndo()) {
                wild.undo();
            }
            assertThat(wild.state().get()).isEqualTo(first);
            assertThat(standing).hasSizeGreaterThan(first.layout().cards().size());
        }
    }

    private static void act(CanvasViewModel canvas, Random random, int action) {
        int choice = random.nextInt(6);
        if (choice == 0) {
            canvas.undo();
        } else if (choice == 1) {
            canvas.redo();
        } else {
            canvas.grow(new Walk(HOST, "host-sessions", "Sessions"), sessions(action, 1 + choice));
        }
    }

    @Test
    void dragging_moves_one_card_alone_and_is_undone() {
        canvas.show("alert", story());
        CanvasState before = canvas.state().get();

        canvas.move(HOST.toString(), 500, 900);

        for (Placed card : before.layout().cards()) {
            Placed now = canvas.state().get().layout().card(card.card().id()).orElseThrow();
            boolean dragged = card.card().standsFor(HOST);
            assertThat(place(now)).isEqualTo(dragged ? List.of(500.0, 900.0) : place(card));
        }
        canvas.undo();
        assertThat(canvas.state().get()).isEqualTo(before);
    }

    @Test
    void redo_brings_back_what_undo_took() {
        canvas.show("alert", story());
        canvas.grow(new Walk(HOST, "host-sessions", "Sessions"), sessions(1, 3));
        CanvasState grown = canvas.state().get();

        canvas.undo();
        canvas.redo();

        assertThat(canvas.state().get()).isEqualTo(grown);
        assertThat(canvas.canRedo()).isFalse();
    }

    @Test
    void a_selection_that_an_undo_takes_away_is_none() {
        canvas.show("alert", story());
        canvas.grow(new Walk(HOST, "host-sessions", "Sessions"), sessions(1, 3));
        canvas.selectNode(new NodeRef("PowerShellSession", "s1-0"));

        canvas.undo();

        assertThat(canvas.selection().get()).isEqualTo(Selection.NOTHING);
    }

    @Test
    void each_alert_finds_its_canvas_as_it_was_left() {
        canvas.show("one", story());
        canvas.grow(new Walk(HOST, "host-sessions", "Sessions"), sessions(1, 3));
        CanvasState left = canvas.state().get();

        canvas.show("two", story());
        canvas.show("one", story());

        assertThat(canvas.state().get()).isEqualTo(left);
    }

    @Test
    void a_walk_that_was_cut_says_so() {
        canvas.show("alert", story());
        assertThat(canvas.status()).isEqualTo("3 of 3 shown · nothing hidden");

        Neighbourhood found = sessions(1, 3);
        canvas.grow(
                new Walk(HOST, "host-sessions", "Sessions"),
                new Neighbourhood(found.graph(), 3, 41));

        assertThat(canvas.status()).isEqualTo("6 of 44 shown");
    }

    @Test
    void what_is_brought_stands_beside_and_its_first_node_is_selected() {
        canvas.show("alert", story());
        CanvasState before = canvas.state().get();

        canvas.bring("Search", sessions(1, 3).graph());

        assertThat(canvas.said().get()).isEqualTo("Search: 3 nodes added");
        assertThat(canvas.selection().get())
                .isEqualTo(new Selection.OfNode(new NodeRef("PowerShellSession", "s1-0")));
        canvas.undo();
        assertThat(canvas.state().get()).isEqualTo(before);
    }

    @Test
    void what_is_too_much_at_once_waits_and_comes_in_parts() {
        canvas.show("alert", story());

        canvas.bring("Result", sessions(1, 70).graph());
        assertThat(canvas.status()).isEqualTo("53 of 73 shown");
        canvas.bringNext("Result");

        assertThat(canvas.status()).isEqualTo("73 of 73 shown · nothing hidden");
        assertThat(canvas.state().get().waiting()).isEmpty();
    }

    @Test
    void something_can_be_brought_onto_an_empty_canvas() {
        canvas.bring("Search", story());

        assertThat(canvas.state().get().layout().cards()).hasSize(3);
        canvas.show("alert", story());
        canvas.show("");
        assertThat(canvas.state().get().layout().cards()).hasSize(3);
    }

    @Test
    void what_is_hidden_is_counted() {
        canvas.show("alert", story());
        canvas.selectNode(HOST);

        new SelectionActions(canvas).hide();

        assertThat(canvas.status()).isEqualTo("2 of 3 shown · 1 hidden");
        assertThat(canvas.selection().get()).isEqualTo(Selection.NOTHING);
        new SelectionActions(canvas).showHidden();
        assertThat(canvas.status()).isEqualTo("3 of 3 shown · nothing hidden");
    }

    @Test
    void hidden_and_folded_are_two_numbers_and_each_comes_back_by_itself() {
        canvas.show("alert", story());
        canvas.grow(new Walk(HOST, "host-sessions", "Sessions"), sessions(1, 4));
        SelectionActions selected = new SelectionActions(canvas);
        canvas.selectNode(new NodeRef("Operation", "c1|/vm/testrig1"));
        selected.hide();
        canvas.selectNode(HOST);
        selected.fold();

        assertThat(canvas.status()).isEqualTo("1 of 7 shown · 1 hidden · 5 folded");
        selected.unfoldAll();
        assertThat(canvas.status()).isEqualTo("6 of 7 shown · 1 hidden");
        canvas.undo();
        selected.showHidden();
        assertThat(canvas.status()).isEqualTo("2 of 7 shown · 5 folded");
    }

    @Test
    void several_cards_are_marked_at_once() {
        canvas.show("alert", story());
        SelectionActions selected = new SelectionActions(canvas);
        selected.selectAll();

        selected.tag("seen");
        selected.pin();

        Marks marks = canvas.state().get().marks();
        assertThat(marks.words()).containsExactly(Map.entry("seen", 3));
        assertThat(marks.pinned()).hasSize(3);
    }

    @Test
    void finding_steps_through_what_has_the_text() {
        canvas.show("alert", story());
        CanvasFind find = new CanvasFind(canvas);

        assertThat(find.count("TESTRIG1")).isEqualTo(2);
        assertThat(find.next("testrig1", false)).isEqualTo(1);
        assertThat(find.next("testrig1", false)).isEqualTo(2);
        assertThat(find.next("testrig1", false)).isEqualTo(1);
        assertThat(find.next("nowhere", false)).isZero();
    }

    @Test
    void arrow_keys_go_to_the_nearest_card_that_way() {
        canvas.show("alert", story());

        canvas.step(Direction.RIGHT);
        canvas.step(Direction.RIGHT);

        assertThat(canvas.selection().get())
                .isEqualTo(new Selection.OfNode(new NodeRef("VirtualMachine", "/vm/testrig1")));
        canvas.step(Direction.RIGHT);
        canvas.step(Direction.RIGHT);
        assertThat(canvas.selection().get()).isEqualTo(new Selection.OfNode(HOST));
    }

    private static List<Double> place(Placed card) {
        return List.of(card.x(), card.y());
    }

    private static Subgraph story() {
        Node operation = node("Operation", "c1|/vm/testrig1");
        Node machine = node("VirtualMachine", "/vm/testrig1");
        Node host = node("Host", HOST.key());
        return new Subgraph(
                List.of(operation, machine, host),
                List.of(edge("TARGETED", operation, machine), edge("IS", machine, host)));
    }

    private static Neighbourhood sessions(int salt, int count) {
        Node host = node("Host", HOST.key());
        List<Node> nodes = new ArrayList<>(List.of(host));
        List<Relationship> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Node session = node("PowerShellSession", "s" + salt + "-" + i);
            nodes.add(session);
            edges.add(edge("ON", session, host));
        }
        return new Neighbourhood(new Subgraph(nodes, edges), count, count);
    }

    private static Node node(String label, String key) {
        return new Node(new NodeRef(label, key), Map.of("name", key));
    }

    private static Relationship edge(String type, Node from, Node to) {
        return new Relationship(type, from.key() + ">" + to.key(), from.ref(), to.ref(), Map.of());
    }
}
