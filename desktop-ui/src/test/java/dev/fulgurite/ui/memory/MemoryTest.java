package dev.fulgurite.ui.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {

    @TempDir Path folder;

    @Test
    void what_is_kept_is_there_at_the_next_start() {
        try (Memory memory = Memory.in(folder.resolve("new"))) {
            memory.keep("font.scale", 1.25);
            memory.keep("split", new double[] {0.2, 0.8});
        }
        try (Memory memory = Memory.in(folder.resolve("new"))) {
            assertThat(memory.recall("font.scale", Double.class, 1.0)).isEqualTo(1.25);
            assertThat(memory.recall("split", double[].class, new double[0]))
                    .containsExactly(0.2, 0.8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"font.scale\": ", "[1]", "\u0000\u0001", "{\"font.scale\":\"x\"}"})
    void a_damaged_file_is_an_empty_memory(String content) throws IOException {
        Files.writeString(folder.resolve("window.json"), content);

        try (Memory memory = Memory.in(folder)) {
            assertThat(memory.recall("font.scale", Double.class, 1.0)).isEqualTo(1.0);
            memory.keep("font.scale", 2.0);
        }
        try (Memory memory = Memory.in(folder)) {
            assertThat(memory.recall("font.scale", Double.class, 1.0)).isEqualTo(2.0);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_troubles_nobody() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Memory memory = Memory.in(file)) {
            memory.keep("a", "b");
            assertThat(memory.recall("a", String.class, "")).isEqualTo("b");
        }
    }

    @Test
    void the_graph_opened_last_is_first_and_only_a_few_are_kept() {
        Recent recent = new Recent(Memory.forgetful());
        IntStream.range(0, 20).forEach(i -> recent.opened(new Recent.Graph("/g" + i, "")));
        recent.opened(new Recent.Graph("/g15", ""));

        assertThat(recent.graphs()).hasSize(8).first().isEqualTo(new Recent.Graph("/g15", ""));
        assertThat(recent.graphs()).extracting(Recent.Graph::location).doesNotHaveDuplicates();

        recent.forget(new Recent.Graph("/g15", ""));
        assertThat(recent.graphs()).first().isEqualTo(new Recent.Graph("/g19", ""));
    }
}
