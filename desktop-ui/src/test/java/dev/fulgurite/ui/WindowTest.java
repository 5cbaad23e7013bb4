package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTest {

    @TempDir static Path folder;
    private static SampleWindow window;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("graph"));
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    void the_first_alert_is_open_with_its_story() throws Exception {
        window.pictures("first-alert");

        assertThat(Fx.on(() -> window.model.story().get())).isNotNull();
    }
}
