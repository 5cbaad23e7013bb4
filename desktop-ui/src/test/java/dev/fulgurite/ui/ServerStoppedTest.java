package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.work.Failure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is stopped in the middle of a walk and started again. The server is the graph of a
/// folder, which speaks Bolt, too; what stops is the way to it.
class ServerStoppedTest {

    private static final Pattern PORT = Pattern.compile("\"port\"\\s*:\\s*(\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("\"password\"\\s*:\\s*\"([^\"]+)\"");

    @TempDir static Path folder;
    private static Investigation server;
    private static CuttableLine line;
    private static SampleWindow window;
    private static ShellViewModel model;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() throws Exception {
        Path graph = folder.resolve("g");
        SampleWindow.made(graph);
        server = Investigation.open(new GraphLocation.Folder(graph));
        String running = Files.readString(graph.resolve("running.json"));
        line = CuttableLine.to(Integer.parseInt(found(PORT, running)));
        window =
                SampleWindow.on(
                        GraphSource.of(
                                new GraphLocation.Server(
                                        URI.create("bolt://127.0.0.1:" + line.port()),
                                        "neo4j",
                                        found(PASSWORD, running))));
        model = window.model;
        keyboard = new Keyboard();
        window.untilReady();
        Fx.until("the first story is told", () -> model.desk().story().get() != null);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @AfterAll
    static void close() throws Exception {
        line.mend();
        window.close();
        server.close();
        line.close();
    }

    @Test
    void a_server_that_stops_in_the_middle_of_a_walk_leaves_the_canvas_and_is_found_again()
            throws Exception {
        PivotOffer pivot = firstPivot();
        CanvasState before = Fx.on(() -> model.desk().canvas().state().get());
        line.holdAnswers();
        Fx.run(() -> model.desk().walks().walk(pivot));
        Fx.until("the server was asked", line::isAsked);
        assertThat(Fx.on(() -> model.work().running().get().words())).isEqualTo("Walking on");

        line.cut();

        Fx.until("it is told", () -> model.notice().get() != null);
        Failure told = Fx.on(() -> model.notice().get());
        assertThat(told.happened()).contains("127.0.0.1", "no answer from the graph server");
        assertThat(told.kept()).isEqualTo("The canvas is as it was.");
        assertThat(told.next()).contains("server runs");
        assertThat(told.lost()).isTrue();
        assertThat(Fx.on(() -> model.desk().canvas().state().get())).isEqualTo(before);
        window.pictures("server-stopped");
        keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
        keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(Fx.on(() -> model.desk().story().get())).as("the story stays").isNotNull();

        line.mend();
        Fx.run(() -> ((Button) window.stage.getScene().lookup("#reconnect")).fire());

        Fx.until("it answers again", () -> model.work().count().get() == 0);
        assertThat(Fx.on(() -> model.notice().get())).isNull();
        assertThat(Fx.on(() -> model.state().get())).isInstanceOf(ShellState.Ready.class);
        assertThat(Fx.on(() -> model.desk().canvas().state().get())).isEqualTo(before);
        Fx.run(() -> model.desk().walks().walk(pivot));
        Fx.until("the walk is done", () -> !model.desk().canvas().state().get().equals(before));
        Fx.until("nothing runs", () -> model.work().count().get() == 0);
        assertThat(Fx.on(() -> model.notice().get())).isNull();
    }

    /// Selects the attacker on the canvas, and waits until nothing is under way any more.
    private static PivotOffer firstPivot() {
        NodeRef caller =
                Fx.on(() ->
                        model.desk().canvas().state().get().graph().nodes().stream()
                                .map(Node::ref)
                                .filter(ref -> ref.label().equals("Caller"))
                                .findFirst()
                                .orElseThrow());
        Fx.run(() -> model.desk().canvas().selectNode(caller));
        Fx.until(
                "its pivots are counted",
                () ->
                        model.desk().inspector().pivots().get() instanceof Loadable.Ready
                                && model.work().count().get() == 0);
        return Fx.on(() -> first(model.desk().inspector().pivots().get()));
    }

    private static PivotOffer first(Loadable<List<PivotOffer>> pivots) {
        if (pivots instanceof Loadable.Ready<List<PivotOffer>>(List<PivotOffer> found)) {
            return found.getFirst();
        }
        throw new AssertionError(pivots);
    }
}
