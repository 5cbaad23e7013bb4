package dev.fulgurite.investigation;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where this platform keeps what a program stores for its user.
public final class UserData {

    private UserData() {}

    /// The system property `fulgurite.data` names another place.
    public static Path folder() {
        String elsewhere = System.getProperty("fulgurite.data", "");
        if (!elsewhere.isEmpty()) {
            return Path.of(elsewhere);
        }
        return folder(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv("XDG_DATA_HOME"),
                System.getenv("LOCALAPPDATA"));
    }

    static Path folder(
            String platform, Path home, @Nullable String xdgDataHome, @Nullable String appData) {
        String name = platform.toLowerCase(Locale.ROOT);
        if (xdgDataHome != null && Path.of(xdgDataHome).isAbsolute()) {
            return Path.of(xdgDataHome).resolve("fulgurite");
        }
        if (name.startsWith("windows") && appData != null) {
            return Path.of(appData).resolve("Fulgurite");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Fulgurite");
        }
        return home.resolve(".local/share/fulgurite");
    }
}
