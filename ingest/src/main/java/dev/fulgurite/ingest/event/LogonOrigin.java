package dev.fulgurite.ingest.event;

import org.jspecify.annotations.Nullable;

/// Where a logon came from, as its record says it; `""` for what it does not say.
///
/// @param port null when the record does not say
public record LogonOrigin(String ip, @Nullable Long port, String workstation) {

    public static final LogonOrigin UNKNOWN = new LogonOrigin("", null, "");
}
