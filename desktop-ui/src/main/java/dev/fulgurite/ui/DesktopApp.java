package dev.fulgurite.ui;

import dev.fulgurite.investigation.UserData;
import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellView;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.shell.Surroundings;
import dev.fulgurite.ui.words.Words;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: made, shown, closed with its graph.
public final class DesktopApp extends Application {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    private @Nullable ShellViewModel model;
    private Memory memory = Memory.forgetful();

    @Override
    public void init() {
        memory = Memory.in(UserData.folder());
    }

    @Override
    public void start(Stage stage) {
        String password = System.getenv("FULGURITE_PASSWORD");
        GraphSource source =
                LaunchOptions.parse(getParameters().getRaw())
                        .source(password == null ? "" : password);
        ShellViewModel opened =
                open(
                        stage,
                        source,
                        Surroundings.with(memory, Choosers.ofThePlatform()).lookingAhead());
        model = opened;
        Rehearsal.follow(opened);
    }

    /// Fills a stage with the window on a graph and shows it.
    ///
    /// @return the model behind it; the caller closes it
    public static ShellViewModel open(Stage stage, GraphSource source, Surroundings with) {
        ShellViewModel model = new ShellViewModel(source, with.memory());
        stage.setTitle(Words.of("window.title"));
        if (with.looksAhead()) {
            model.lookAhead();
        }
        new ShellView(model, with).showOn(stage, WIDTH, HEIGHT);
        model.open();
        return model;
    }

    @Override
    public void stop() {
        ShellViewModel open = model;
        if (open != null) {
            open.close();
        }
        memory.close();
    }
}
