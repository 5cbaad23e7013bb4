package dev.fulgurite.detections;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to run detections.
///
/// @param now the clock of the run
/// @param from rows before this are left out; null for no bound
/// @param to rows after this are left out; null for no bound
/// @param settings values of parameters by `name`, or by `rule.name` for one rule alone
public record DetectionRequest(
        Mode mode,
        Instant now,
        @Nullable Instant from,
        @Nullable Instant to,
        Map<String, String> settings) {

    public DetectionRequest {
        settings = Map.copyOf(settings);
        if (from != null && to != null && from.isAfter(to)) {
            throw new RefusedRequest("the range ends before it begins: " + from + " .. " + to);
        }
    }

    /// Linked mode over the whole graph with every parameter at its default.
    public static DetectionRequest linked(Instant now) {
        return new DetectionRequest(Mode.LINKED, now, null, null, Map.of());
    }

    /// This request with one more setting.
    public DetectionRequest with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new DetectionRequest(mode, now, from, to, more);
    }
}
