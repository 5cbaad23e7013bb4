package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The analyst's queue of alerts, kept in the graph.
public final class Alerts {

    private final InvestigationGraph graph;

    public Alerts(InvestigationGraph graph) {
        this.graph = graph;
    }

    /// Alerts of a status and a rule (null: of any), the most urgent first, then the newest.
    public List<Alert> list(@Nullable AlertStatus status, @Nullable String rule) {
        throw new UnsupportedOperationException(graph.location());
    }

    /// The alert with this id or this unique beginning of an id; refuses one that is unknown, and
    /// one that fits several, with the candidates.
    public Alert one(String idOrPrefix) {
        throw new UnsupportedOperationException(graph.location());
    }

    /// Sets the status of an alert with the reason for it, and returns it as it is then.
    public Alert decide(String idOrPrefix, AlertStatus status, String reason) {
        throw new UnsupportedOperationException(graph.location());
    }
}
