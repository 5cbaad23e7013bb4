package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.picture.Curve.Point;
import dev.fulgurite.investigation.picture.EdgeRasterizer.Dash;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdgeRasterizerTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final int RED = 0xFFFF0000;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final EdgeRasterizer edges = new EdgeRasterizer(pixels, WIDTH, HEIGHT);

    @Test
    void a_level_line_covers_its_thickness_evenly() {
        edges.line(List.of(new Point(10, 20), new Point(50, 20)), 2, RED, Dash.SOLID);

        for (int x = 10; x < 50; x++) {
            assertThat(pixel(x, 19)).isEqualTo(RED);
            assertThat(pixel(x, 20)).isEqualTo(RED);
            assertThat(pixel(x, 18)).isZero();
        }
        assertThat(pixel(9, 20)).isZero();
        assertThat(pixel(50, 20)).isZero();
    }

    @Test
    void a_line_in_pieces_is_as_dark_as_one_piece() {
        edges.line(List.of(new Point(5, 5), new Point(55, 35)), 1.5, RED, Dash.SOLID);
        int[] whole = pixels.clone();
        edges.clear();

        edges.line(
                List.of(new Point(5, 5), new Point(30, 20), new Point(55, 35)),
                1.5,
                RED,
                Dash.SOLID);

        for (int i = 0; i < whole.length; i++) {
            assertThat(Math.abs((whole[i] >>> 24) - (pixels[i] >>> 24))).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_dashed_line_has_gaps_and_less_ink() {
        List<Point> points = List.of(new Point(0, 20), new Point(60, 20));
        edges.line(points, 2, RED, Dash.SOLID);
        long solid = ink();
        edges.clear();

        edges.line(points, 2, RED, Dash.DASHED);

        assertThat(ink()).isBetween(solid * 4 / 10, solid * 8 / 10);
        assertThat(pixel(9, 20)).isZero();
    }

    @Test
    void what_lies_outside_is_cut_and_what_crosses_is_drawn() {
        edges.line(List.of(new Point(-500, 20), new Point(600, 20)), 2, RED, Dash.SOLID);
        edges.line(List.of(new Point(-90, -90), new Point(-10, -20)), 2, RED, Dash.SOLID);
        edges.head(List.of(new Point(40, 10), new Point(62, 10)), 9, RED);

        assertThat(pixel(0, 20)).isEqualTo(RED);
        assertThat(pixel(59, 20)).isEqualTo(RED);
    }

    @Test
    void a_head_points_at_the_end_of_the_line() {
        edges.head(List.of(new Point(10, 20), new Point(40, 20)), 10, RED);

        assertThat(pixel(34, 20)).isEqualTo(RED);
        assertThat(pixel(42, 20)).isZero();
        assertThat(height(31)).isGreaterThan(height(38));
    }

    @Test
    void colours_are_never_brighter_than_their_alpha() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int colour = random.nextInt();
            edges.line(
                    List.of(anywhere(random), anywhere(random)),
                    0.5 + random.nextDouble() * 4,
                    colour,
                    Dash.DOTTED);
            edges.head(List.of(anywhere(random), anywhere(random)), 8, colour);
        }

        for (int pixel : pixels) {
            int alpha = pixel >>> 24;
            assertThat(pixel >> 16 & 0xFF).isLessThanOrEqualTo(alpha);
            assertThat(pixel >> 8 & 0xFF).isLessThanOrEqualTo(alpha);
            assertThat(pixel & 0xFF).isLessThanOrEqualTo(alpha);
        }
    }

    private static Point anywhere(Random random) {
        return new Point(random.nextDouble() * 120 - 30, random.nextDouble() * 80 - 20);
    }

    private int pixel(int x, int y) {
        return pixels[y * WIDTH + x];
    }

    private long ink() {
        return Arrays.stream(pixels).mapToLong(pixel -> pixel >>> 24).sum();
    }

    private long height(int x) {
        long height = 0;
        for (int y = 0; y < HEIGHT; y++) {
            height += pixel(x, y) >>> 24;
        }
        return height;
    }
}
