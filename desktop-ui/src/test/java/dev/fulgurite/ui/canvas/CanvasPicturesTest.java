package dev.fulgurite.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.theme.Appearance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Canvases of all sizes, as pictures to look at.
class CanvasPicturesTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> LABELS =
            List.of(
                    "Caller",
                    "Operation",
                    "VirtualMachine",
                    "Host",
                    "PowerShellSession",
                    "Command");

    private final CanvasViewModel model = new CanvasViewModel();
    private final ObjectProperty<Appearance> appearance =
            new SimpleObjectProperty<>(Appearance.LIGHT);
    private CanvasView view;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            view = new CanvasView(model, appearance);
            stage = new Stage();
            stage.setScene(new Scene(view, 1200, 800));
            appearance.subscribe(now -> now.apply(stage.getScene()));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 3_000})
    void a_canvas_of_any_size_is_in_sight_as_a_whole(int cards) throws IOException {
        show(made(cards));

        assertThat(Fx.on(() -> view.view().box(model.state().get().layout().bounds())))
                .satisfies(box -> {
                    assertThat(box.x()).isNotNegative();
                    assertThat(box.x() + box.width()).isLessThanOrEqualTo(1200);
                });
        pictures("canvas-" + cards);
    }

    @Test
    void a_zoom_over_thousands_of_lines_is_sharp_again_when_the_analyst_rests() throws IOException {
        show(made(3_000));
        double whole = Fx.on(() -> lines().getFitWidth());
        double high = Fx.on(() -> lines().getFitHeight());

        Rectangle2D stretched =
                Fx.on(() -> {
                    view.zoom(1.3, 700, 300);
                    view.layout();
                    return new Rectangle2D(
                            lines().getX(),
                            lines().getY(),
                            lines().getFitWidth(),
                            lines().getFitHeight());
                });
        assertThat(stretched.getWidth()).isCloseTo(1.3 * whole, within(0.01));
        assertThat(stretched.getHeight()).isCloseTo(1.3 * high, within(0.01));
        assertThat(stretched.getMinX()).isCloseTo(-0.3 * 700, within(0.01));
        assertThat(stretched.getMinY()).isCloseTo(-0.3 * 300, within(0.01));

        Fx.until("the lines are drawn anew", () -> lines().getFitWidth() == whole);
        assertThat(Fx.on(() -> lines().getX())).isZero();
        BufferedImage rested = picture("canvas-zoomed");
        Fx.unwatched(() ->
                Fx.on(() -> {
                    view.dim(Set.of("no card"));
                    return true;
                }));
        assertThat(pixels(rested)).isEqualTo(pixels(picture("canvas-zoomed")));
    }

    private ImageView lines() {
        return (ImageView) view.lookup(".image-view");
    }

    private BufferedImage picture(String name) throws IOException {
        return Fx.picture(stage.getScene(), PICTURES.resolve(name + ".png"));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void many_alike_commands_are_one_stack() throws IOException {
        show(busy(300));

        assertThat(Fx.on(() -> model.state().get().layout().cards())).hasSize(2);
        pictures("canvas-stack");
    }

    @Test
    void resting_on_a_line_tells_its_reason_its_rivals_and_what_is_missing() throws IOException {
        show(candidates());
        Fx.run(() -> {
            view.gaps(
                    List.of(
                            new Gap.Records(
                                    "Security",
                                    "device1",
                                    START.minusSeconds(60),
                                    START.plusSeconds(60),
                                    4,
                                    17)));
            view.hover("PowerShellSession:s1 OPENED_FROM Host:device1");
        });
        Fx.until("the hint is shown", () -> view.lookup("#hint").isVisible());

        assertThat(told()).contains("one of three", "Or", "0.33", "2026-03-02T10:00:01Z");
        pictures("canvas-hint");
        Fx.run(() -> view.hover("Host:device1"));
        Fx.until("the hint is shown", () -> view.lookup("#hint").isVisible());
        assertThat(told()).contains("14 records (4 to 17) are missing");
    }

    @Test
    void what_is_dimmed_and_marked_shows() throws IOException {
        show(made(50));
        Fx.run(() -> {
            NodeRef first = model.state().get().graph().nodes().getFirst().ref();
            model.act(new CanvasAction.Tag(Set.of(first), "patient zero"));
            view.dim(
                    model.state().get().layout().cards().stream()
                            .skip(25)
                            .map(placed -> placed.card().id())
                            .collect(Collectors.toSet()));
        });
        pictures("canvas-dimmed");
        assertThat(Fx.on(() -> model.state().get().marks().tags())).hasSize(1);
    }

    private String told() {
        return Fx.on(() ->
                view.lookup("#hint").lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .collect(Collectors.joining("\n")));
    }

    /// Much more at once than any action brings, so it may take its time.
    private void show(Subgraph graph) {
        Fx.unwatched(() -> {
            Fx.run(() -> {
                model.show("made", graph);
                view.fit();
            });
            return true;
        });
    }

    private void pictures(String name) throws IOException {
        picture(name);
        Fx.run(() -> appearance.set(Appearance.DARK));
        picture(name + "-dark");
    }

    private static Subgraph made(int cards) {
        Random random = new Random(cards);
        List<Node> nodes = new ArrayList<>();
        List<Relationship> lines = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            String label = LABELS.get(i % LABELS.size());
            nodes.add(
                    new Node(
                            new NodeRef(label, "thing" + i),
                            Map.of("name", "thing" + i, "start", START.plusSeconds(i))));
        }
        for (int i = 0; i < 2 * cards && cards > 1; i++) {
            int from = random.nextInt(cards);
            int to = Math.min(cards - 1, from / 30 * 30 + random.nextInt(30));
            if (from != to) {
                lines.add(line("LED_TO", i, nodes.get(from), nodes.get(to), Map.of("at", START)));
            }
        }
        return new Subgraph(nodes, lines);
    }

    private static Subgraph busy(int commands) {
        List<Node> nodes = new ArrayList<>();
        List<Relationship> lines = new ArrayList<>();
        nodes.add(new Node(new NodeRef("PowerShellSession", "s1"), Map.of("start", START)));
        for (int i = 0; i < commands; i++) {
            nodes.add(new Node(new NodeRef("Command", "get-" + i), Map.of("name", "Get-" + i)));
            lines.add(line("RAN", i, nodes.getFirst(), nodes.getLast(), Map.of("at", START)));
        }
        return new Subgraph(nodes, lines);
    }

    private static Subgraph candidates() {
        List<Node> nodes = new ArrayList<>();
        List<Relationship> lines = new ArrayList<>();
        nodes.add(new Node(new NodeRef("PowerShellSession", "s1"), Map.of("start", START)));
        for (int i = 1; i <= 3; i++) {
            nodes.add(new Node(new NodeRef("Host", "device" + i), Map.of()));
            lines.add(
                    line(
                            "OPENED_FROM",
                            i,
                            nodes.getFirst(),
                            nodes.getLast(),
                            Map.of(
                                    "at",
                                    START.plusSeconds(i),
                                    "by",
                                    "session-connection",
                                    "confidence",
                                    0.33,
                                    "ambiguous",
                                    true,
                                    "reason",
                                    "one of three connections at that time")));
        }
        return new Subgraph(nodes, lines);
    }

    private static Relationship line(
            String type, int id, Node from, Node to, Map<String, Object> properties) {
        return new Relationship(type, "l" + id, from.ref(), to.ref(), properties);
    }
}
