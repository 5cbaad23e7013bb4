package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void a_picture_of_thousands_of_lines_is_stretched_while_the_analyst_zooms() {
        Scene scene = scene(0.1, 4_000);
        assertThat(scene.edges()).hasSizeGreaterThan(3_000);
        View view = new View(0.1, 10, 20, WIDTH, HEIGHT);
        Look look = Look.plain(Theme.LIGHT);
        EdgePainter painter =
                new EdgePainter(new EdgeRasterizer(new int[WIDTH * HEIGHT], WIDTH, HEIGHT));
        View nearer = view.zoomed(1.3, 200, 100);

        assertThat(painter.stretch(scene, nearer, look, 1)).isEmpty();
        painter.paint(scene, view, look, 1);
        EdgePainter.Stretch stretch = painter.stretch(scene, nearer, look, 1).orElseThrow();

        for (double plane : new double[] {0, 700, 1_900}) {
            assertThat(view.x(plane) * stretch.factor() + stretch.dx())
                    .isCloseTo(nearer.x(plane), within(1e-9));
            assertThat(view.y(plane) * stretch.factor() + stretch.dy())
                    .isCloseTo(nearer.y(plane), within(1e-9));
        }
        assertThat(painter.stretch(scene, view.panned(0.4, 0), look, 1)).isPresent();
    }

    @Test
    void a_picture_is_drawn_anew_where_a_stretched_one_would_not_do() {
        Scene scene = scene(0.1, 4_000);
        View view = new View(0.1, 10, 20, WIDTH, HEIGHT);
        Look look = Look.plain(Theme.LIGHT);
        EdgePainter painter =
                new EdgePainter(new EdgeRasterizer(new int[WIDTH * HEIGHT], WIDTH, HEIGHT));
        painter.paint(scene, view, look, 1);

        View nearer = view.zoomed(1.3, 200, 100);
        assertThat(painter.stretch(scene, view.panned(7, 3), look, 1)).isEmpty();
        assertThat(painter.stretch(scene, view.zoomed(2.5, 200, 100), look, 1)).isEmpty();
        assertThat(painter.stretch(scene, view.zoomed(0.3, 200, 100), look, 1)).isEmpty();
        assertThat(painter.stretch(scene, view.panned(WIDTH * 0.7 + 0.5, 0), look, 1)).isEmpty();
        assertThat(painter.stretch(scene, nearer, Look.plain(Theme.DARK), 1)).isEmpty();
        assertThat(painter.stretch(scene, nearer, look, 2)).isEmpty();
        assertThat(painter.stretch(scene(0.1, 4_000), nearer, look, 1)).isEmpty();

        Scene few = scene(0.1, 60);
        painter.paint(few, view, look, 1);
        assertThat(painter.stretch(few, nearer, look, 1)).isEmpty();
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
        return scene(scale, 60);
    }

    private static Scene scene(double scale, int nodes) {
        Subgraph graph = Stories.random(4, nodes);
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
