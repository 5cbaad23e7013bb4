package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void a_bar_tells_rate_and_time_left() {
        Progress progress = progress(true);

        progress.started("logs/events.jsonl", 1000);
        progress.progressed("logs/events.jsonl", 100, 1000, 50_000);
        nanos += 10_000_000_000L;
        progress.progressed("logs/events.jsonl", 600, 1000, 300_000);

        assertThat(shown())
                .endsWith(
                        "[##############..........] 300,000 records  25,000/s  0:08 left "
                                + " logs/events.jsonl");
    }

    @Test
    void what_follows_reading_is_told_and_wiped_when_it_is_over() {
        Progress progress = progress(true);

        progress.building(0.5);
        progress.linking("Ties the sessions of a machine to what ran in them", 7, 21, 0.25);
        String under = shown();
        progress.linking("Last", 21, 21, 1);

        assertThat(under)
                .contains("[############............] making the graph of all that was read")
                .endsWith(
                        "[#######.................] link 7 of 21: Ties the sessions of a machine to…");
        assertThat(shown()).endsWith("\r\u001b[K");
    }

    @Test
    void no_time_is_guessed_from_next_to_nothing() {
        Progress progress = progress(true);

        progress.progressed("a", 100, 1000, 50_000);
        progress.progressed("a", 110, 1000, 50_001);

        assertThat(shown()).doesNotContain("left");
    }

    @Test
    void long_names_are_cut_and_do_not_steer_the_terminal() {
        progress(true).started("x".repeat(50) + "\u0007/the-end.jsonl", 10);

        assertThat(shown())
                .contains("…")
                .contains("\\u0007/the-end.jsonl")
                .doesNotContain("\u0007");
    }

    @Test
    void nothing_is_shown_when_nobody_watches() {
        Progress progress = progress(false);

        progress.started("a", 10);
        progress.progressed("a", 1, 10, 1);
        progress.building(0.5);
        progress.linking("Ties", 1, 2, 0);

        assertThat(shown()).isEmpty();
    }

    private Progress progress(boolean terminal) {
        Console console =
                Console.of(
                        OutputStream.nullOutputStream(),
                        err,
                        InputStream.nullInputStream(),
                        terminal,
                        () -> null);
        return new Progress(console, () -> false, () -> nanos);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
