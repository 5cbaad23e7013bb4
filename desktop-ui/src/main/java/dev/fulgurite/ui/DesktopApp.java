package dev.fulgurite.ui;

import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellView;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.words.Words;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's life: made, shown, closed with its graph.
public final class DesktopApp extends Application {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    private @Nullable ShellViewModel model;

    @Override
    public void start(Stage stage) {
        String password = System.getenv("FULGURITE_PASSWORD");
        GraphSource source =
                LaunchOptions.parse(getParameters().getRaw())
                        .source(password == null ? "" : password);
        model = open(stage, source, new SimpleObjectProperty<>(Appearance.LIGHT));
    }

    /// Fills a stage with the window on a graph and shows it.
    ///
    /// @return the model behind it; the caller closes it
    public static ShellViewModel open(
            Stage stage, GraphSource source, ObjectProperty<Appearance> appearance) {
        ShellViewModel model = new ShellViewModel(source);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(
                        new ShellView(model, appearance),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        appearance.subscribe(look -> look.apply(scene));
        stage.setTitle(Words.of("window.title"));
        stage.setScene(scene);
        stage.show();
        model.open();
        return model;
    }

    @Override
    public void stop() {
        ShellViewModel open = model;
        if (open != null) {
            open.close();
        }
    }
}
