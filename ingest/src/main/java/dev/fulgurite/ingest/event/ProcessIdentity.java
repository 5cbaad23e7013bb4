package dev.fulgurite.ingest.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The process that did what an event tells.
///
/// @param image file name or path, as written; `""` when unknown
/// @param id null when the record does not say
/// @param created null when the record does not say
/// @param commandLine as written; `""` when unknown
public record ProcessIdentity(
        String image, @Nullable Long id, @Nullable Instant created, String commandLine) {

    public static final ProcessIdentity UNKNOWN = new ProcessIdentity("", null, null, "");
}
