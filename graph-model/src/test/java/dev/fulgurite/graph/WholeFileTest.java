package dev.fulgurite.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir Path folder;

    @Test
    void a_write_that_fails_leaves_the_file_as_it_was_and_no_draft() throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), "before");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                to -> {
                                    to.write(1);
                                    throw new IOException("disk full");
                                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("before");
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void a_file_is_replaced_and_only_the_user_may_read_it() throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), "before");
        WholeFile.write(file, "after ✓");
        assertThat(file).hasContent("after ✓");
        assertThat(inFolder()).containsExactly(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private List<Path> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
