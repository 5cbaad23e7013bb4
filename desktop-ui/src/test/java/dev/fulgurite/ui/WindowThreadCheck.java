package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails every test during which one task held up the window: see [ThreadWatch] for the rule. JUnit
/// finds it by itself, so no test has to ask for it.
public final class WindowThreadCheck implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(Fx.heldUp())
                .as("Tasks on the window's thread that held it up: work belongs into Work.")
                .isEmpty();
    }
}
