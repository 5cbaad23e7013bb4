package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowLayoutTest {

    @Test
    void the_chain_reads_from_the_cloud_to_the_onward_host() {
        Layout layout = arrange(Stories.chain());

        assertThat(
                        List.of(
                                x(layout, "Caller:upn:alice@contoso.com"),
                                x(layout, "Operation:c1|/vm/testrig1"),
                                x(layout, "VirtualMachine:/vm/testrig1"),
                                x(layout, "Host:device:d1"),
                                x(layout, "ScriptFile:f1"),
                                x(layout, "PowerShellSession:s1"),
                                x(layout, "Command:get-localgroupmember"),
                                x(layout, "Host:device:d2")))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void an_account_stands_before_what_it_acted_on() {
        Layout layout = arrange(Stories.chain());

        assertThat(x(layout, "Account:sid:s-1-5-18"))
                .isLessThan(x(layout, "PowerShellSession:s1"))
                .isGreaterThan(x(layout, "Host:device:d1"));
        assertThat(x(layout, "Account:name:contoso\\svc-backup"))
                .isLessThan(x(layout, "Host:device:d2"))
                .isGreaterThan(x(layout, "PowerShellSession:s1"));
    }

    @Test
    void cards_never_overlap() {
        for (long seed = 0; seed < 150; seed++) {
            Layout layout = arrange(Stories.random(seed, 3 + (int) (seed % 60)));

            assertThat(overlaps(layout)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void the_order_of_nodes_and_relationships_does_not_matter() {
        for (long seed = 0; seed < 50; seed++) {
            Subgraph graph = Stories.random(seed, 30);

            Layout layout = arrange(graph);

            assertThat(arrange(shuffled(graph, seed)).cards())
                    .as("seed %s", seed)
                    .isEqualTo(layout.cards());
        }
    }

    @Test
    void growing_moves_no_card_and_makes_none_overlap() {
        for (long seed = 0; seed < 150; seed++) {
            Subgraph all = Stories.random(seed, 40);
            Layout layout = arrange(part(all, 12));
            for (int size = 16; size <= 40; size += 4) {
                Layout grown = FlowLayout.extend(layout, part(all, size));

                for (Placed placed : layout.cards()) {
                    assertThat(grown.card(placed.card().id()))
                            .hasValueSatisfying(now -> {
                                assertThat(now.x()).isEqualTo(placed.x());
                                assertThat(now.y()).isEqualTo(placed.y());
                            });
                }
                assertThat(overlaps(grown)).as("seed %s size %s", seed, size).isEmpty();
                assertThat(nodes(grown)).isEqualTo(size);
                layout = grown;
            }
        }
    }

    @Test
    void alike_commands_of_a_busy_session_are_one_card() {
        Layout layout = arrange(Stories.busySession(40));

        assertThat(layout.cards()).hasSize(2);
        Card stack = layout.cards().getLast().card();
        assertThat(stack.count()).isEqualTo(40);
        assertThat(stack.title()).isEqualTo("40 commands");
        assertThat(stack.nodes().getFirst().key()).isEqualTo("get-thing0");
    }

    @Test
    void the_faces_of_one_host_are_one_card() {
        Layout layout = arrange(Stories.twoFaces(Map.of()));

        assertThat(layout.cards()).hasSize(1);
        assertThat(layout.cards().getFirst().card().isStack()).isFalse();
        assertThat(layout.cards().getFirst().card().nodes()).hasSize(2);
    }

    @Test
    void what_two_logs_saw_of_one_session_is_told_once_with_what_either_knows() {
        Subgraph twice = Stories.seenTwice();
        Layout layout = arrange(twice);

        assertThat(Scene.links(layout, twice))
                .singleElement()
                .satisfies(link -> assertThat(link.words()).isEqualTo("ran"));
        assertThat(layout.cards().getFirst().card().facts()).contains("as ann", "2 keys");
    }

    @Test
    void a_doubtful_identity_joins_nothing() {
        assertThat(arrange(Stories.twoFaces(Map.of("conflict", "two ids"))).cards()).hasSize(2);
        assertThat(arrange(Stories.twoFaces(Map.of("ambiguous", true))).cards()).hasSize(2);
    }

    @Test
    void a_face_that_comes_later_joins_the_card_that_stands() {
        Subgraph both = Stories.twoFaces(Map.of());
        Layout one = arrange(part(both, 1));

        Layout grown = FlowLayout.extend(one, both);

        assertThat(grown.cards()).hasSize(1);
        assertThat(grown.cards().getFirst().card().id())
                .isEqualTo(one.cards().getFirst().card().id());
    }

    @Test
    void few_commands_stand_each_on_its_own() {
        assertThat(arrange(Stories.busySession(8)).cards()).hasSize(9);
    }

    private static Layout arrange(Subgraph graph) {
        return FlowLayout.arrange(graph, Spacing.STANDARD);
    }

    private static double x(Layout layout, String card) {
        return layout.card(card).orElseThrow().x();
    }

    private static int nodes(Layout layout) {
        return layout.cards().stream().mapToInt(placed -> placed.card().count()).sum();
    }

    private static List<String> overlaps(Layout layout) {
        List<String> found = new ArrayList<>();
        List<Placed> cards = layout.cards();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                if (layout.box(cards.get(i)).overlaps(layout.box(cards.get(j)))) {
                    found.add(cards.get(i).card().id() + " and " + cards.get(j).card().id());
                }
            }
        }
        return found;
    }

    /// The first nodes of a graph with what joins them.
    private static Subgraph part(Subgraph all, int size) {
        List<Node> nodes = all.nodes().subList(0, size);
        List<Relationship> relationships =
                all.relationships().stream()
                        .filter(one ->
                                nodes.stream().anyMatch(n -> n.ref().equals(one.from()))
                                        && nodes.stream().anyMatch(n -> n.ref().equals(one.to())))
                        .toList();
        return new Subgraph(nodes, relationships);
    }

    private static Subgraph shuffled(Subgraph graph, long seed) {
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Relationship> relationships = new ArrayList<>(graph.relationships());
        Collections.shuffle(nodes, new Random(seed));
        Collections.shuffle(relationships, new Random(seed));
        return new Subgraph(nodes, relationships);
    }
}
