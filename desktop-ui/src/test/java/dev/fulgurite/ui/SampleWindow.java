package dev.fulgurite.ui;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window on the sample incident.
final class SampleWindow implements AutoCloseable {

    /// Where pictures of the window go; `docs/` of the repository takes over `desktop.png` from
    /// here.
    private static final Path PICTURES = Path.of("target", "pictures");

    final ShellViewModel model;
    final Stage stage;
    final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.LIGHT);

    private SampleWindow(GraphSource source) {
        Fx.start();
        stage = Fx.on(Stage::new);
        model = Fx.unwatched(() -> Fx.on(() -> DesktopApp.open(stage, source, appearance)));
    }

    /// Makes the incident's graph in a folder and opens the window on it.
    static SampleWindow open(Path folder) {
        try (Investigation made = read(folder)) {
            Instant now = made.newestEvent().orElseThrow();
            made.detect(List.of(), DetectionRequest.linked(now));
        }
        SampleWindow window = on(GraphSource.of(new GraphLocation.Folder(folder)));
        Fx.until(
                "the alerts are listed",
                () -> window.model.state().get() instanceof ShellState.Ready);
        Fx.until("the first story is told", () -> window.model.desk().story().get() != null);
        return window;
    }

    static SampleWindow on(GraphSource source) {
        return new SampleWindow(source);
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
        Fx.unwatched(() -> {
            Fx.run(() -> appearance.set(next));
            return true;
        });
    }

    @Override
    public void close() {
        Fx.run(stage::close);
        model.close();
    }
}
