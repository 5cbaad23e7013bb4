package dev.fulgurite.ui.inspector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens the folder of a file in the desktop's own file manager.
public interface Folders {

    /// Called off the window's thread.
    void open(Path file) throws IOException;

    /// As this machine does it.
    static Folders ofDesktop() {
        return file -> {
            Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IOException(file + ": its folder is not there any more");
            }
            new ProcessBuilder(command(folder.toString())).start();
        };
    }

    private static List<String> command(String folder) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("explorer.exe", folder);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", folder);
    }
}
