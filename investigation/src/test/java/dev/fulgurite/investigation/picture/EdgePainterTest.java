package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Subgraph;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgePainterTest {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int ROUNDING = 4;

    @Test
    void a_picture_that_was_panned_is_as_one_drawn_anew() {
        for (double scale : new double[] {0.1, 0.5, 1}) {
            Scene scene = scene(scale);
            View view = View.fitting(scene.bounds(), WIDTH, HEIGHT);
            view = new View(scale, view.dx(), view.dy(), WIDTH, HEIGHT);
            Look look = Look.plain(Theme.LIGHT);
            int[] panned = new int[WIDTH * HEIGHT];
            EdgePainter painter = new EdgePainter(new EdgeRasterizer(panned, WIDTH, HEIGHT));
            Random random = new Random(5);
            for (int step = 0; step < 60; step++) {
                painter.paint(scene, view, look, 1);
                int[] anew = new int[WIDTH * HEIGHT];
                new EdgePainter(new EdgeRasterizer(anew, WIDTH, HEIGHT))
                        .paint(scene, view, look, 1);

                assertThat(farthest(panned, anew)).as("step %s", step).isLessThan(ROUNDING);
                view = view.panned(random.nextInt(81) - 40, random.nextInt(61) - 30);
            }
        }
    }

    @Test
    void rivals_of_a_line_under_the_pointer_stand_out_with_it() {
        Subgraph graph = Stories.candidates(3);
        Layout layout = FlowLayout.arrange(graph, Spacing.STANDARD);
        Scene scene = Scene.of(layout, graph, Scene.Ports.ofCards(layout.spacing()));
        Link one = scene.edges().getFirst().link();
        Look look =
                new Look(Theme.LIGHT, Set.of(), Set.of(), one.id(), Set.of(), Map.of(), Map.of());

        assertThat(scene.rivals(one)).hasSize(2);
        assertThat(scene.lifted(look)).hasSize(3);
        assertThat(Hint.of(one, scene, look).rows())
                .filteredOn(row -> row.name().equals("Or"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.value()).contains("0.33", "one of three"));
    }

    private static Scene scene(double scale) {
        Subgraph graph = Stories.random(4, 60);
        Layout layout = FlowLayout.arrange(graph, Spacing.STANDARD);
        return Scene.of(layout, graph, Detail.ports(layout.spacing(), scale));
    }

    private static int farthest(int[] a, int[] b) {
        int farthest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                farthest =
                        Math.max(
                                farthest,
                                Math.abs((a[i] >>> shift & 0xFF) - (b[i] >>> shift & 0xFF)));
            }
        }
        return farthest;
    }
}
