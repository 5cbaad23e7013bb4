package dev.fulgurite.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.picture.Family;
import dev.fulgurite.investigation.picture.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("(-[a-z-]+):\\s*#([0-9a-f]{6});");

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void the_window_has_the_colours_of_the_graph(Appearance appearance) throws IOException {
        Map<String, Integer> tokens = tokens(appearance.name().toLowerCase(Locale.ROOT) + ".css");
        Theme theme = appearance.picture();

        for (Family family : Family.values()) {
            String name = "-" + family.name().toLowerCase(Locale.ROOT);
            assertThat(tokens).containsEntry(name + "-ink", rgb(theme.tone(family).ink()));
            assertThat(tokens).containsEntry(name + "-tint", rgb(theme.tone(family).tint()));
        }
        assertThat(tokens)
                .containsEntry("-canvas", rgb(theme.canvas()))
                .containsEntry("-card", rgb(theme.card()))
                .containsEntry("-border", rgb(theme.border()))
                .containsEntry("-rule", rgb(theme.rule()))
                .containsEntry("-ink", rgb(theme.ink()))
                .containsEntry("-muted", rgb(theme.muted()))
                .containsEntry("-accent", rgb(theme.accent()));
    }

    /// Of a fixed size they would stay small when an analyst asks for larger letters.
    @Test
    void all_letters_follow_the_size_of_the_window_s() throws IOException {
        String rules = text("window.css");
        Matcher fixed = Pattern.compile("-fx-font-size: [0-9.]+px").matcher(rules);

        assertThat(fixed.results().count()).as("that of the root, to which others stand").isOne();
        assertThat(rules).contains("-fx-font-size: 0.885em");
    }

    private static int rgb(int argb) {
        return argb & 0xFFFFFF;
    }

    private static Map<String, Integer> tokens(String sheet) throws IOException {
        Matcher matcher = TOKEN.matcher(text(sheet));
        Map<String, Integer> tokens = new HashMap<>();
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return tokens;
    }

    private static String text(String sheet) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Appearance.class.getResourceAsStream(sheet))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
