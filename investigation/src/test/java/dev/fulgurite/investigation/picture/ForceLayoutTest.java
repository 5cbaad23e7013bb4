package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {

    @Test
    void cards_never_overlap() {
        for (long seed = 0; seed < 100; seed++) {
            Layout layout = arrange(Stories.random(seed, 3 + (int) (seed % 90)), Set.of());

            assertThat(overlaps(layout)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void the_same_start_gives_the_same_end() {
        Subgraph graph = Stories.random(7, 60);

        assertThat(arrange(graph, Set.of())).isEqualTo(arrange(graph, Set.of()));
    }

    @Test
    void pinned_cards_stay_to_the_pixel_and_nothing_is_laid_over_them() {
        for (long seed = 0; seed < 100; seed++) {
            Subgraph graph = Stories.random(seed, 40);
            Layout flow = FlowLayout.arrange(graph, Spacing.STANDARD);
            Set<String> pinned = some(flow, seed);

            Layout layout = ForceLayout.arrange(graph, flow, pinned);

            for (String id : pinned) {
                assertThat(place(layout, id)).as("seed %s", seed).isEqualTo(place(flow, id));
            }
            assertThat(overlaps(layout)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void every_card_is_still_there() {
        Subgraph graph = Stories.random(3, 80);
        Layout flow = FlowLayout.arrange(graph, Spacing.STANDARD);

        assertThat(ForceLayout.arrange(graph, flow, Set.of()).cards())
                .extracting(placed -> placed.card().id())
                .isEqualTo(flow.cards().stream().map(placed -> placed.card().id()).toList());
    }

    @Test
    void what_is_linked_comes_to_stand_nearer_than_what_is_not() {
        Subgraph graph = Stories.random(11, 80);
        Layout layout = arrange(graph, Set.of());
        double linked =
                Cards.links(graph, layout).stream()
                        .mapToDouble(link -> distance(layout, link.from(), link.to()))
                        .average()
                        .orElseThrow();
        double any = 0;
        for (Placed a : layout.cards()) {
            for (Placed b : layout.cards()) {
                any += Math.hypot(a.x() - b.x(), a.y() - b.y());
            }
        }
        any /= Math.pow(layout.cards().size(), 2);

        assertThat(linked).isLessThan(any * 0.75);
    }

    @Test
    void a_grown_canvas_keeps_its_places_and_has_no_columns() {
        for (long seed = 0; seed < 40; seed++) {
            Subgraph all = Stories.random(seed, 40);
            Layout clusters = arrange(part(all, 20), Set.of());

            Layout grown = FlowLayout.extend(clusters, all);

            for (Placed placed : clusters.cards()) {
                assertThat(place(grown, placed.card().id()))
                        .as("seed %s", seed)
                        .isEqualTo(place(clusters, placed.card().id()));
            }
            assertThat(overlaps(grown)).as("seed %s", seed).isEmpty();
            assertThat(grown.columns()).isEmpty();
        }
    }

    private static Layout arrange(Subgraph graph, Set<String> pinned) {
        return ForceLayout.arrange(
                graph, new Layout(Spacing.STANDARD, List.of(), new TreeMap<>()), pinned);
    }

    private static Subgraph part(Subgraph all, int size) {
        var nodes = all.nodes().subList(0, size);
        var refs = nodes.stream().map(node -> node.ref()).toList();
        return new Subgraph(
                nodes,
                all.relationships().stream()
                        .filter(one -> refs.contains(one.from()) && refs.contains(one.to()))
                        .toList());
    }

    private static Set<String> some(Layout layout, long seed) {
        Random random = new Random(seed);
        Set<String> some = new HashSet<>();
        for (Placed placed : layout.cards()) {
            if (random.nextInt(4) == 0) {
                some.add(placed.card().id());
            }
        }
        return some;
    }

    private static List<Double> place(Layout layout, String id) {
        Placed placed = layout.card(id).orElseThrow();
        return List.of(placed.x(), placed.y());
    }

    private static double distance(Layout layout, String a, String b) {
        Placed from = layout.card(a).orElseThrow();
        Placed to = layout.card(b).orElseThrow();
        return Math.hypot(from.x() - to.x(), from.y() - to.y());
    }

    private static List<String> overlaps(Layout layout) {
        List<String> overlaps = new ArrayList<>();
        List<Placed> cards = layout.cards();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                if (layout.box(cards.get(i)).overlaps(layout.box(cards.get(j)))) {
                    overlaps.add(cards.get(i).card().id() + " and " + cards.get(j).card().id());
                }
            }
        }
        return overlaps;
    }
}
