package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.Collection;
import java.util.List;

/// The door: runs links and detections over one graph.
public final class Detector {

    private final InvestigationGraph graph;

    private final CypherLibrary library;

    /// @param library whose links and detections are run
    public Detector(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /// Makes every inferred node, relationship and fact what the events say now. Running it again
    /// changes nothing.
    public LinkReport link() {
        throw new UnsupportedOperationException(graph.location());
    }

    /// The catalogue: every detection and whether it can work here, by id.
    public List<RuleState> rules() {
        throw new UnsupportedOperationException(graph.location() + library.folders());
    }

    /// Runs one rule; in linked mode its alerts are in the graph when this returns.
    public DetectionResult detect(String ruleId, DetectionRequest request) {
        throw new UnsupportedOperationException(ruleId + request + graph.location());
    }

    /// Runs several rules, all that are not refused when `ruleIds` is empty. A setting that none of
    /// them knows is refused before any runs; one that only some know goes to these.
    public List<DetectionResult> detect(Collection<String> ruleIds, DetectionRequest request) {
        throw new UnsupportedOperationException(ruleIds.toString() + request + graph.location());
    }
}
