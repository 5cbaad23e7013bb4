package dev.fulgurite.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.fulgurite.investigation.picture.PictureFonts;
import dev.fulgurite.investigation.picture.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the whole window looks: AtlantaFX Primer as the base, our tokens above it.
public enum Appearance {
    LIGHT("light.css"),
    DARK("dark.css");

    private final String tokens;

    Appearance(String tokens) {
        this.tokens = tokens;
    }

    /// The colours of the graph.
    public Theme picture() {
        return switch (this) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Makes a scene, and every window after it, look so.
    public void apply(Scene scene) {
        for (PictureFonts font : PictureFonts.values()) {
            load(font);
        }
        Application.setUserAgentStylesheet(
                switch (this) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets().setAll(sheet("window.css"), sheet(tokens));
    }

    private static void load(PictureFonts font) {
        try (InputStream file = font.open()) {
            Font.loadFont(file, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource(name), name).toExternalForm();
    }
}
