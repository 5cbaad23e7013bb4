package dev.fulgurite.investigation;

import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// The detections of one graph as they were read at a moment.
///
/// @param refused own files that cannot even be read as Cypher files
/// @param texts what the own files held, by the ids of their rules
record Catalogue(
        CypherLibrary library,
        List<RuleState> refused,
        SortedMap<String, String> texts,
        Detector detector) {

    static Catalogue of(InvestigationGraph graph, OwnRules own) {
        return new Catalogue(
                own.library(), own.refused(), own.texts(), Detector.keeping(graph, own.library()));
    }

    /// Every detection and whether it can work on this graph.
    List<RuleState> rules() {
        List<RuleState> all = new ArrayList<>(detector.rules());
        all.addAll(refused);
        return all;
    }
}
