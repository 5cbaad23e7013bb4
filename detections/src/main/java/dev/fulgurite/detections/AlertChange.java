package dev.fulgurite.detections;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an analyst says of an alert. Null leaves a thing as it is.
///
/// @param closed closes it
/// @param opened opens it again
/// @param owner who works on it; `""` for nobody
/// @param note replaces the note
public record AlertChange(
        @Nullable ClosingReason closed,
        boolean opened,
        @Nullable String owner,
        @Nullable String note) {

    public AlertChange {
        if (closed != null && opened) {
            throw new RefusedRequest("an alert is either closed or opened again, not both");
        }
    }

    public static AlertChange close(ClosingReason reason, @Nullable String note) {
        return new AlertChange(reason, false, null, note);
    }

    public static AlertChange reopen() {
        return new AlertChange(null, true, null, null);
    }

    /// Whether it says nothing.
    public boolean isEmpty() {
        return closed == null && !opened && owner == null && note == null;
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        if (closed != null) {
            properties.put("status", AlertStatus.CLOSED.word());
            properties.put("statusReason", closed.words());
        }
        if (opened) {
            properties.put("status", AlertStatus.OPEN.word());
            properties.put("statusReason", "");
        }
        if (owner != null) {
            properties.put("owner", owner.strip());
        }
        if (note != null) {
            properties.put("note", note.strip());
        }
        return properties;
    }
}
