package dev.fulgurite.ui.files;

import dev.fulgurite.ui.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks the analyst for files and folders.
public interface Choosers {

    /// None when she thought better of it.
    List<Path> files(Window owner);

    /// One folder, or none.
    List<Path> folder(Window owner, String title);

    /// The choosers of the platform.
    static Choosers ofThePlatform() {
        return new Choosers() {
            @Override
            public List<Path> files(Window owner) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(Words.of("files.choose"));
                List<File> files = chooser.showOpenMultipleDialog(owner);
                return files == null ? List.of() : files.stream().map(File::toPath).toList();
            }

            @Override
            public List<Path> folder(Window owner, String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                File folder = chooser.showDialog(owner);
                return folder == null ? List.of() : List.of(folder.toPath());
            }
        };
    }
}
