package dev.fulgurite.ingest.event;

/// A cloud identity as a record names it; `""` for what is missing.
///
/// @param objectId of the directory: lower case, with dashes
/// @param name a user's principal name, or whatever stands in its place
/// @param title a name that is good for showing alone: anybody may choose it
public record CallerIdentity(String objectId, String name, String title) {

    public static final CallerIdentity UNKNOWN = new CallerIdentity("", "", "");

    public boolean isKnown() {
        return !objectId.isEmpty() || !name.isBlank();
    }
}
