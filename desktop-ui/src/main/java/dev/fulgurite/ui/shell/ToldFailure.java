package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.work.Failure;
import java.time.Instant;

/// A failure and when the analyst was told of it.
public record ToldFailure(Instant at, Failure failure) {}
