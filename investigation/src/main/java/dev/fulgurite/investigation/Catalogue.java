package dev.fulgurite.investigation;

import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The detections of one graph as they were read at a moment.
///
/// @param refused own files that cannot even be read as Cypher files, or do not do what their
///   examples say
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

    /// Own rules that could be read.
    List<CypherFile> own() {
        Set<String> wrong = refused.stream().map(RuleState::rule).collect(Collectors.toSet());
        return texts.keySet().stream()
                .filter(id -> !wrong.contains(id))
                .map(id -> library.file("detections", id))
                .toList();
    }

    /// This one with further own rules refused; the product's own run again in the place of these.
    Catalogue without(InvestigationGraph graph, List<RuleState> wrong) {
        List<RuleState> all = new ArrayList<>(refused);
        all.addAll(wrong);
        Catalogue named = new Catalogue(library, all, texts, detector);
        CypherLibrary left = CypherLibrary.packaged().plus(named.own());
        return new Catalogue(left, all, texts, Detector.keeping(graph, left));
    }

    /// Refuses ids of rules that are refused and that the product has none of.
    void checkNamed(Collection<String> ids) {
        for (RuleState no : refused) {
            if (ids.contains(no.rule()) && !library.has("detections", no.rule())) {
                throw new RefusedRequest(String.join("; ", no.reasons()));
            }
        }
    }
}
