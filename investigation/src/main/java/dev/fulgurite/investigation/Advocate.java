package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.AlertArgument.Hop;
import dev.fulgurite.investigation.AlertArgument.Inference;
import dev.fulgurite.investigation.EvidenceReader.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Argues for an alert: from its case, from what its rule says of itself, and from how often the
/// rule says the same of others.
final class Advocate {

    private static final List<String> SAID =
            List.of("why", "blind spots", "false positives", "triage");
    private static final Set<String> COUNTED =
            Set.of("Caller", "Account", "VirtualMachine", "Host");

    private final AlertStory story;
    private final Read read;

    Advocate(AlertStory story, Read read) {
        this.story = story;
        this.read = read;
    }

    /// @param head of the alert's rule
    AlertArgument argue(RuleState rule, Map<String, String> head) {
        Subgraph graph = story.graph();
        List<Inference> inferences =
                graph.relationships().stream()
                        .filter(Advocate::isInferred)
                        .map(Advocate::inference)
                        .toList();
        EvidenceOf evidence = EvidenceOf.subgraph(graph, read);
        Grounds grounds = new Grounds(graph, evidence);
        Map<String, Source> sources = EvidenceOf.sources(grounds.smallest(), read);
        List<Hop> hops = new ArrayList<>();
        grounds.hops()
                .forEach((told, records) -> hops.add(new Hop(told, places(records, sources))));
        Map<String, String> said = new LinkedHashMap<>();
        SAID.forEach(key -> said.put(key, head.getOrDefault(key, "")));
        return new AlertArgument(
                rule.attack(),
                inferences,
                graph.relationships().size() - inferences.size(),
                hops,
                places(grounds.smallest(), sources),
                grounds.records(),
                prevalence(story.alert()),
                said,
                rule.reasons());
    }

    private static boolean isInferred(Relationship link) {
        return link.inferredBy() != null && link.confidence() < 1;
    }

    private static Inference inference(Relationship link) {
        Object reason = link.get("reason");
        return new Inference(
                link.from().toString(),
                link.type(),
                link.to().toString(),
                link.confidence(),
                String.valueOf(link.inferredBy()),
                reason == null ? "" : reason.toString());
    }

    private List<String> prevalence(Alert alert) {
        List<String> told = new ArrayList<>();
        if (!alert.prevalence().isEmpty()) {
            told.add(alert.prevalence());
        }
        List<String> entities =
                alert.nodes().stream()
                        .filter(node -> COUNTED.contains(node.substring(0, node.indexOf(':'))))
                        .limit(5)
                        .toList();
        Map<String, Object> wanted =
                Map.of("rule", alert.rule(), "wanted", Map.of("entities", entities));
        for (Row row : read.rows("prevalence", wanted)) {
            told.add(
                    String.format(
                            Locale.ROOT,
                            "%s is in %,d of %,d alerts of this rule",
                            row.text("entity"),
                            row.number("having"),
                            row.number("alerts")));
        }
        return told;
    }

    private static List<EvidencePlace> places(List<Evidence> records, Map<String, Source> sources) {
        return records.stream()
                .map(record ->
                        new EvidencePlace(file(sources.get(record.sha256()), record), record))
                .toList();
    }

    private static String file(@Nullable Source source, Evidence record) {
        return source == null || source.places().isEmpty()
                ? record.sha256()
                : source.places().getFirst();
    }
}
