package dev.fulgurite.investigation;

import dev.fulgurite.detections.AlertBrief;
import java.util.List;

/// Alerts that tell of one thing.
///
/// @param lead the chain from cloud to host, or else the most urgent alert, the earliest of these
/// @param others in the order of time
public record Incident(AlertBrief lead, List<AlertBrief> others) {

    public Incident {
        others = List.copyOf(others);
    }

    public int size() {
        return others.size() + 1;
    }
}
