package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which tables the evidence files had records of.
final class Tables {

    private Tables() {}

    static Set<String> in(InvestigationGraph graph) {
        return graph.ledgers().stream()
                .flatMap(ledger -> ledger.tables().entrySet().stream())
                .filter(table -> table.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
