package dev.fulgurite.acceptance;

import java.nio.file.Path;

/// The checkout that these tests are part of.
final class Repository {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }
}
