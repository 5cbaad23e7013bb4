package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.desk.SaveDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the dialog of the platform.
record SaveChooser(Supplier<@Nullable Window> window) implements SaveDialog {

    @Override
    public Optional<Path> ask(String title, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggested);
        File chosen = chooser.showSaveDialog(window.get());
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
