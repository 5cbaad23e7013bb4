package dev.fulgurite.ui.desk;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where a file is to be written.
@FunctionalInterface
public interface SaveDialog {

    /// The place that the analyst chooses.
    ///
    /// @param suggested a file name
    /// @return empty when the analyst thought better of it
    Optional<Path> ask(String title, String suggested);
}
