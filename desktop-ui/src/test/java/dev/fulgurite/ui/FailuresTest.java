package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.work.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// How the window bears a graph that stops answering, and work that takes long.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresTest {

    @TempDir static Path folder;
    private static final AtomicReference<Investigation> graph = new AtomicReference<>();
    private static SampleWindow window;
    private static ShellViewModel model;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        SampleWindow.made(folder.resolve("g"));
        window =
                SampleWindow.on(
                        new GraphSource(
                                "a graph that will fail",
                                () -> {
                                    graph.set(
                                            Investigation.open(
                                                    new GraphLocation.Folder(folder.resolve("g"))));
                                    return graph.get();
                                }));
        model = window.model;
        keyboard = new Keyboard();
        window.untilReady();
        Fx.until("the first story is told", () -> model.desk().story().get() != null);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    @Order(1)
    void how_much_runs_is_told() {
        CountDownLatch wait = new CountDownLatch(1);
        Fx.until("nothing runs", () -> model.work().count().get() == 0);
        Fx.run(() -> {
            for (int i = 0; i < 3; i++) {
                model.work()
                        .start(
                                "work.pivot",
                                () -> {
                                    wait.await();
                                    return 1;
                                },
                                _ -> {},
                                _ -> {});
            }
        });
        int running = Fx.on(() -> model.work().count().get());
        String told = Fx.on(() -> words(".busy .label"));
        wait.countDown();
        assertThat(running).isEqualTo(3);
        assertThat(told).contains("and 2 more");
        Fx.until("all is done", () -> model.work().count().get() == 0);
    }

    @Test
    @Order(2)
    void a_lost_server_is_told_and_can_be_connected_again() throws IOException {
        Fx.run(() ->
                model.tell(
                        Failure.of(
                                "work.pivot",
                                new GraphException(
                                        GraphException.Kind.UNREACHABLE,
                                        "neo4j://graph.contoso.com:7687 does not answer.",
                                        null))));
        window.pictures("server-lost");
        Fx.run(() -> ((Button) find("#reconnect")).requestFocus());
        keyboard.type(KeyCode.SPACE);
        assertThat(Fx.on(() -> model.notice().get())).isNull();
        Fx.until("it answers again", () -> model.work().count().get() == 0);
        assertThat(Fx.on(() -> model.state().get())).isInstanceOf(ShellState.Ready.class);
    }

    @Test
    @Order(3)
    void a_graph_lost_in_the_middle_of_a_walk_leaves_the_canvas_and_the_window() {
        var before = Fx.on(() -> model.desk().canvas().state().get());
        graph.get().close();
        Fx.run(() -> find("#canvas").requestFocus());
        keyboard.type(KeyCode.RIGHT, KeyCode.ENTER);

        Fx.until("it is told", () -> model.notice().get() != null);
        assertThat(Fx.on(() -> model.desk().canvas().state().get())).isEqualTo(before);
        keyboard.type(KeyCode.F6);
        assertThat(Fx.on(() -> window.stage.getScene().getFocusOwner())).isNotNull();
    }

    @Test
    @Order(4)
    void what_failed_can_be_read_again() throws IOException {
        Fx.run(model::dismissNotice);
        Fx.run(() -> ((Button) find("#failures-button")).fire());
        window.pictures("failures");
        assertThat(Fx.on(() -> ((ListView<?>) find("#failures")).getItems().size()))
                .isGreaterThanOrEqualTo(2);
        keyboard.type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> find("#failures"))).isNull();
    }

    private static Node find(String selector) {
        return window.stage.getScene().lookup(selector);
    }

    private static String words(String selector) {
        StringBuilder all = new StringBuilder();
        window.stage
                .getScene()
                .getRoot()
                .lookupAll(selector)
                .forEach(label -> all.append(((Label) label).getText()).append('\n'));
        return all.toString();
    }
}
