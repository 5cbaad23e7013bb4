package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

    private static final double READABLE = 4.5;
    private static final double VISIBLE = 2.5;

    static Theme[] themes() {
        return new Theme[] {Theme.LIGHT, Theme.DARK};
    }

    @ParameterizedTest
    @MethodSource("themes")
    void every_family_is_readable_on_its_tint_and_on_a_card(Theme theme) {
        for (Family family : Family.values()) {
            Theme.Tone tone = theme.tone(family);
            assertThat(contrast(tone.ink(), tone.tint())).as("%s", family).isGreaterThan(READABLE);
            assertThat(contrast(tone.ink(), theme.card())).as("%s", family).isGreaterThan(READABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void words_are_readable_on_every_ground(Theme theme) {
        for (int ground : new int[] {theme.canvas(), theme.hostGround(), theme.card()}) {
            assertThat(contrast(theme.ink(), ground)).isGreaterThan(READABLE);
            assertThat(contrast(theme.muted(), ground)).isGreaterThan(READABLE);
            assertThat(contrast(theme.accent(), ground)).isGreaterThan(READABLE);
            assertThat(contrast(theme.edge(), ground)).isGreaterThan(VISIBLE);
        }
    }

    /// As WCAG defines it.
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF)
                + 0.7152 * linear(argb >> 8 & 0xFF)
                + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
