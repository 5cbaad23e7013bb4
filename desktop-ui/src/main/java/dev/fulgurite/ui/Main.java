package dev.fulgurite.ui;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.application.Application;

/// Starts the desktop: `./fulgurite desktop [--graph DIR|URI] [--user NAME] [--demo]`. The password
/// of a server comes from `FULGURITE_PASSWORD`.
public final class Main {

    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            LaunchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.Logger log = System.getLogger("fulgurite");
            log.log(System.Logger.Level.ERROR, e.getMessage());
            log.log(System.Logger.Level.ERROR, Words.of("launch.usage"));
            System.exit(WRONG_USAGE);
        }
        Application.launch(DesktopApp.class, arguments);
    }
}
