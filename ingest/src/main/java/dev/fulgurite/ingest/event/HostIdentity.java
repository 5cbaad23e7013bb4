package dev.fulgurite.ingest.event;

/// A host as a record names it: a Defender device id, a name, or both; `""` for what is missing,
/// never for both.
public record HostIdentity(String deviceId, String name) {

    public HostIdentity {
        if (deviceId.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("a host has an id or a name");
        }
    }
}
