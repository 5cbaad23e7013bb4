package dev.fulgurite.bench;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.DesktopApp;
import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.shell.Surroundings;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The real window on a graph, without a screen; it remembers nothing.
record OpenWindow(Stage stage, ShellViewModel model) implements AutoCloseable {

    static OpenWindow on(Path graph) {
        FrameClock.startToolkit();
        Stage stage = FrameClock.on(Stage::new);
        Surroundings with = Surroundings.with(Memory.forgetful(), Choosers.ofThePlatform());
        GraphSource source = GraphSource.of(new GraphLocation.Folder(graph));
        return new OpenWindow(stage, FrameClock.on(() -> DesktopApp.open(stage, source, with)));
    }

    @Override
    public void close() {
        FrameClock.on(() -> {
            stage.close();
            return stage;
        });
        model.close();
        Platform.exit();
    }
}
