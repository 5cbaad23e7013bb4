package dev.fulgurite.investigation.watch;

import java.nio.file.Path;
import java.time.Instant;

/// A file as it was when it was looked at.
record WatchedFile(Path path, long size, Instant modified) {}
