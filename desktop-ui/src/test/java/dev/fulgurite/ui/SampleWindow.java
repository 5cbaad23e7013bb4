package dev.fulgurite.ui;

import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.shell.Surroundings;
import dev.fulgurite.ui.theme.Appearance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The real window on the sample incident.
final class SampleWindow implements AutoCloseable {

    /// Where pictures of the window go; `docs/` of the repository takes over `desktop.png` from
    /// here.
    private static final Path PICTURES = Path.of("target", "pictures");

    /// An analyst who thinks better of it whenever she is asked for files.
    static final Choosers NOBODY =
            new Choosers() {
                @Override
                public List<Path> files(Window owner) {
                    return List.of();
                }

                @Override
                public List<Path> folder(Window owner, String title) {
                    return List.of();
                }
            };

    private static @Nullable Path original;

    final ShellViewModel model;
    final Stage stage;
    final ObjectProperty<Appearance> appearance;
    final Surroundings with;

    private SampleWindow(GraphSource source, Memory memory, Choosers choosers) {
        Fx.start();
        with = Surroundings.with(memory, choosers);
        appearance = with.appearance();
        stage = Fx.on(Stage::new);
        model = Fx.unwatched(() -> Fx.on(() -> DesktopApp.open(stage, source, with)));
    }

    /// Makes the incident's graph in a folder and opens the window on it.
    static SampleWindow open(Path folder) {
        return open(folder, GraphSource.of(new GraphLocation.Folder(folder)));
    }

    /// As [#open(Path)], with a folder for rules of the analyst's own.
    static SampleWindow open(Path folder, Path rules) {
        return open(folder, GraphSource.of(new GraphLocation.Folder(folder), rules));
    }

    private static SampleWindow open(Path folder, GraphSource source) {
        made(folder);
        SampleWindow window = on(source);
        window.untilReady();
        Fx.until("the first story is told", () -> window.model.desk().story().get() != null);
        return window;
    }

    /// Puts the incident's graph into a folder. It is made once in a process: detections that run
    /// for the first time are what takes long.
    static void made(Path folder) {
        Path original = original();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(original.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path original() {
        Path known = original;
        if (known == null) {
            known = Path.of("target", "sample-graph-" + ProcessHandle.current().pid());
            try (Investigation made = read(known)) {
                made.detectAll();
            }
            original = known;
        }
        return known;
    }

    static SampleWindow on(GraphSource source) {
        return on(source, Memory.forgetful(), NOBODY);
    }

    static SampleWindow on(GraphSource source, Memory memory, Choosers choosers) {
        return new SampleWindow(source, memory, choosers);
    }

    /// A graph of the incident on which no detection ran.
    static Investigation read(Path folder) {
        Investigation made = Investigation.open(new GraphLocation.Folder(folder));
        made.ingest(List.of(incident()), IngestListener.silent());
        return made;
    }

    private static Path incident() {
        return Path.of("..", "samples", "incident").toAbsolutePath().normalize();
    }

    /// Waits until the graph is open and its desk is shown: the first showing of a page in a window
    /// may hold up its thread.
    void untilReady() {
        Fx.unwatched(() ->
                Fx.until(
                        "the graph is open",
                        () -> model.state().get() instanceof ShellState.Ready));
    }

    /// Takes back all that was done on the canvas, and selects nothing.
    void beginCanvasAnew() {
        CanvasViewModel canvas = model.desk().canvas();
        Fx.run(() -> {
            while (canvas.canUndo()) {
                canvas.undo();
            }
            canvas.select(Selection.NOTHING);
        });
    }

    Scene scene() {
        return Fx.on(stage::getScene);
    }

    void picture(String name) throws IOException {
        Fx.picture(scene(), PICTURES.resolve(name + ".png"));
    }

    /// One picture in light, one in dark.
    void pictures(String name) throws IOException {
        picture(name);
        look(Appearance.DARK);
        picture(name + "-dark");
        look(Appearance.LIGHT);
    }

    /// Styles every node anew, which is the one thing an analyst waits for knowingly.
    private void look(Appearance next) {
        Fx.unwatched(() -> Fx.run(() -> appearance.set(next)));
    }

    @Override
    public void close() {
        Fx.run(stage::close);
        model.close();
    }
}
