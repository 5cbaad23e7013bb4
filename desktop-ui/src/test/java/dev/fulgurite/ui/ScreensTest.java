package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window shows while there is nothing to work on.
class ScreensTest {

    @TempDir Path folder;

    @Test
    void a_graph_that_cannot_be_opened_shows_what_to_do() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "x");

        try (SampleWindow window =
                SampleWindow.on(GraphSource.of(new GraphLocation.Folder(file)))) {
            Fx.until("it failed", () -> window.model.state().get() instanceof ShellState.Failed);

            window.pictures("failed");
            assertThat(Fx.on(() -> window.stage.getScene().lookup("#screen-failed"))).isNotNull();
            assertThat(Fx.on(() -> window.stage.getScene().lookup(".screen-title")))
                    .isInstanceOfSatisfying(
                            Label.class, title -> assertThat(title.getText()).isNotEmpty());
        }
    }

    @Test
    void waiting_is_told_while_a_graph_opens() throws Exception {
        CountDownLatch wait = new CountDownLatch(1);
        try (SampleWindow window = SampleWindow.on(slow(wait))) {
            window.pictures("opening");
            assertThat(Fx.on(() -> window.model.state().get()))
                    .isEqualTo(new ShellState.Opening("Opening a slow graph"));
            wait.countDown();
            Fx.until("it failed", () -> window.model.state().get() instanceof ShellState.Failed);
        }
    }

    @Test
    void logs_without_alerts_offer_to_run_the_detections() throws IOException {
        SampleWindow.read(folder.resolve("g")).close();
        try (SampleWindow window =
                SampleWindow.on(GraphSource.of(new GraphLocation.Folder(folder.resolve("g"))))) {
            Fx.until("it is open", () -> window.model.state().get() instanceof ShellState.NoAlerts);
            window.pictures("no-alerts");

            Fx.run(window.model::detect);

            Fx.until(
                    "alerts are there",
                    () -> window.model.state().get() instanceof ShellState.Ready);
            Fx.until("they are listed", () -> !window.model.desk().alerts().rows().isEmpty());
        }
    }

    @Test
    void waiting_can_be_given_up() throws Exception {
        CountDownLatch wait = new CountDownLatch(1);
        try (SampleWindow window = SampleWindow.on(slow(wait))) {
            Fx.run(window.model::cancelOpening);

            window.pictures("cancelled");
            assertThat(Fx.on(() -> window.model.state().get()))
                    .isInstanceOfSatisfying(
                            ShellState.Failed.class,
                            failed ->
                                    assertThat(failed.failure().happened())
                                            .isEqualTo("Opening was cancelled."));
            wait.countDown();
        }
    }

    @Test
    void a_graph_that_opens_after_the_window_was_closed_is_closed() throws Exception {
        CountDownLatch wait = new CountDownLatch(1);
        CompletableFuture<Investigation> opened = new CompletableFuture<>();
        SampleWindow window =
                SampleWindow.on(
                        slow(
                                wait,
                                () -> {
                                    opened.complete(
                                            Investigation.open(
                                                    new GraphLocation.Folder(folder.resolve("g"))));
                                    return opened.join();
                                }));
        Fx.run(window.stage::close);
        Thread closing = Thread.ofPlatform().start(window.model::close);
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        wait.countDown();
        closing.join();

        // Asking a graph is nothing for the window's thread, which this is done on.
        Fx.unwatched(
                () -> Fx.until("it is closed", () -> opened.isDone() && isClosed(opened.join())));
    }

    private static boolean isClosed(Investigation investigation) {
        try {
            investigation.pulse();
            return false;
        } catch (GraphException closed) {
            return true;
        }
    }

    @Test
    void an_empty_graph_offers_the_sample() throws IOException {
        try (SampleWindow window =
                SampleWindow.on(GraphSource.of(new GraphLocation.Folder(folder.resolve("g"))))) {
            Fx.until(
                    "it is open",
                    () -> window.model.state().get() instanceof ShellState.NoEvidence);

            window.pictures("empty");
            assertThat(Fx.on(() -> window.stage.getScene().lookup("#screen-empty"))).isNotNull();
            assertThat(Fx.on(() -> window.appearance.get())).isEqualTo(Appearance.LIGHT);
        }
    }

    /// A graph that does not open, and that not before it is told to.
    private static GraphSource slow(CountDownLatch wait) {
        return slow(
                wait,
                () -> {
                    throw new IllegalStateException("the slow graph did not open");
                });
    }

    private static GraphSource slow(CountDownLatch wait, Supplier<Investigation> then) {
        return new GraphSource(
                "Opening a slow graph",
                () -> {
                    try {
                        wait.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return then.get();
                });
    }
}
