package dev.fulgurite.ingest.event;

/// An account as a record names it; `""` for what is missing.
public record AccountIdentity(String sid, String domain, String name) {

    public static final AccountIdentity UNKNOWN = new AccountIdentity("", "", "");

    public boolean isKnown() {
        return !sid.isEmpty() || !name.isEmpty();
    }
}
