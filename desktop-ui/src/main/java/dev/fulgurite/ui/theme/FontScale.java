package dev.fulgurite.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;

/// How large all letters of the window are, in steps; menus and tooltips follow.
public final class FontScale {

    private static final double[] STEPS = {0.85, 1, 1.15, 1.3, 1.5, 1.75, 2};
    private static final double PIXELS = 13;
    private static final String SHEET = "data:text/css;base64,";

    private final DoubleProperty value = new SimpleDoubleProperty(1);

    /// 1 is the usual size.
    public ReadOnlyDoubleProperty value() {
        return value;
    }

    /// Takes the step nearest to a size.
    public void set(double wanted) {
        double nearest = 1;
        for (double step : STEPS) {
            if (Math.abs(step - wanted) < Math.abs(nearest - wanted)) {
                nearest = step;
            }
        }
        value.set(nearest);
    }

    public void larger() {
        for (double step : STEPS) {
            if (step > value.get()) {
                value.set(step);
                return;
            }
        }
    }

    public void smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < value.get()) {
                value.set(STEPS[i]);
                return;
            }
        }
    }

    public void usual() {
        value.set(1);
    }

    /// Gives a scene this size; to be called again after its look changed.
    public void apply(Scene scene) {
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith(SHEET));
        if (value.get() != 1) {
            String css =
                    String.format(
                            Locale.ROOT, ".root { -fx-font-size: %.2fpx; }", PIXELS * value.get());
            byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
            scene.getStylesheets().add(SHEET + Base64.getEncoder().encodeToString(bytes));
        }
    }
}
