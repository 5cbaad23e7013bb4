package dev.fulgurite.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFailureTest {

    private static final Path FILE = Path.of("logs", "a.csv");

    @Test
    void a_reason_is_told_without_the_file_that_is_named_beside_it() {
        assertThat(FileFailure.why(FILE, new AccessDeniedException("logs/a.csv")))
                .isEqualTo("no right to use it");
        assertThat(FileFailure.why(FILE, new NoSuchFileException("logs")))
                .isEqualTo("logs is not there");
        assertThat(
                        FileFailure.why(
                                FILE,
                                new FileSystemException(
                                        "logs/a.csv", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileFailure.why(FILE, new IOException("Input/output error")))
                .isEqualTo("Input/output error");
        assertThat(FileFailure.why(FILE, new IOException())).isEqualTo("java.io.IOException");
    }
}
