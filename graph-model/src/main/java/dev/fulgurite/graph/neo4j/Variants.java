package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.EventWriter.Element;
import dev.fulgurite.graph.neo4j.EventWriter.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Settles which form of an event stands when exports give it in several: the greatest form of all
/// that were seen. The others are put aside as `Variant` nodes with their own evidence, so that the
/// graph is the same in any order of files, and any import can be taken back.
final class Variants {

    private final CypherFile file;
    private final CypherLibrary library;
    private final EventWriter events;

    Variants(CypherLibrary library, EventWriter events) {
        this.library = library;
        this.file = library.file("write", "Variant");
        this.events = events;
    }

    /// An event as it stands in the graph, with all its evidence.
    record Standing(String key, EventForm form, Set<String> evidence) {}

    /// Reads a row of the statements that give an event as `stands`.
    static Standing standing(Row row) {
        return switch (row.get("stands")) {
            case Node node ->
                    new Standing(
                            node.key(),
                            EventForm.of(node, List.of()),
                            evidence(node.get("evidence")));
            case Relationship relationship ->
                    new Standing(
                            relationship.id(),
                            EventForm.of(relationship, List.of()),
                            evidence(relationship.get("evidence")));
            case null, default -> throw new IllegalStateException("no event in " + row);
        };
    }

    private static Set<String> evidence(@Nullable Object list) {
        Set<String> evidence = new TreeSet<>();
        if (list instanceof List<?> places) {
            places.forEach(place -> evidence.add(String.valueOf(place)));
        }
        return evidence;
    }

    /// Settles events of one kind after forms of them arrived.
    ///
    /// @param arrived by event; their evidence is among that of the event already
    void settle(
            Transaction transaction, Kind kind, Map<String, Map<EventForm, Set<String>>> arrived) {
        settle(transaction, kind, List.copyOf(arrived.keySet()), arrived, _ -> true);
    }

    /// Settles events of one kind after evidence of them went.
    ///
    /// @param remains which pointers are still evidence
    void settle(Transaction transaction, Kind kind, List<String> ids, Predicate<String> remains) {
        settle(transaction, kind, ids, Map.of(), remains);
    }

    private void settle(
            Transaction transaction,
            Kind kind,
            List<String> ids,
            Map<String, Map<EventForm, Set<String>>> arrived,
            Predicate<String> remains) {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, Map<EventForm, Set<String>>> aside = aside(transaction, ids);
        List<Standing> standing = standing(transaction, kind, ids);
        Map<String, List<Relation>> relations = events.unrelate(transaction, ids);
        List<EventForm> best = new ArrayList<>();
        List<Element> replaced = new ArrayList<>();
        List<Map<String, Object>> losers = new ArrayList<>();
        for (Standing event : standing) {
            Map<EventForm, Set<String>> forms =
                    forms(
                            event,
                            relations.getOrDefault(event.key(), List.of()),
                            aside.getOrDefault(event.key(), Map.of()),
                            arrived.getOrDefault(event.key(), Map.of()));
            forms.values().forEach(places -> places.removeIf(remains.negate()));
            forms.values().removeIf(Set::isEmpty);
            EventForm winner = Collections.max(forms.keySet());
            best.add(winner);
            replaced.add(Element.of(winner, event.evidence()));
            forms.forEach((form, places) -> {
                if (!form.equals(winner)) {
                    losers.add(Map.of("properties", form.aside(places)));
                }
            });
        }
        transaction.run(file.statement(1), Map.of("ids", ids));
        transaction.run(file.statement(2), Map.of("rows", losers));
        events.replace(transaction, kind, replaced);
        events.relate(transaction, best);
    }

    /// All forms of an event with the evidence of each. What stands has what no other form claims.
    private static Map<EventForm, Set<String>> forms(
            Standing event,
            List<Relation> relations,
            Map<EventForm, Set<String>> aside,
            Map<EventForm, Set<String>> arrived) {
        EventForm shown = event.form().with(relations);
        String shownHash = shown.hash();
        Map<String, EventForm> byHash = new LinkedHashMap<>();
        Map<EventForm, Set<String>> forms = new LinkedHashMap<>();
        Set<String> own = new TreeSet<>(event.evidence());
        for (Map<EventForm, Set<String>> more : List.of(aside, arrived)) {
            more.forEach((form, places) -> {
                String hash = form.hash();
                if (!hash.equals(shownHash)) {
                    EventForm one = byHash.computeIfAbsent(hash, _ -> form);
                    forms.computeIfAbsent(one, _ -> new TreeSet<>()).addAll(places);
                    own.removeAll(places);
                }
            });
        }
        forms.put(shown, own);
        return forms;
    }

    private Map<String, Map<EventForm, Set<String>>> aside(
            Transaction transaction, List<String> ids) {
        Map<String, Map<EventForm, Set<String>>> aside = new HashMap<>();
        for (Row row : transaction.run(file.statement(0), Map.of("ids", ids))) {
            if (row.get("variant") instanceof Node variant) {
                EventForm form = EventForm.ofVariant(variant);
                aside.computeIfAbsent(form.key(), _ -> new LinkedHashMap<>())
                        .put(form, evidence(variant.get("evidence")));
            }
        }
        return aside;
    }

    private List<Standing> standing(Transaction transaction, Kind kind, List<String> ids) {
        String statement =
                library.file("read", kind.isNode() ? "event-nodes" : "event-relationships")
                        .statement();
        Map<String, Standing> byKey = new TreeMap<>();
        for (Row row : transaction.run(statement, Map.of("kind", kind.name(), "ids", ids))) {
            Standing standing = standing(row);
            byKey.put(standing.key(), standing);
        }
        return List.copyOf(byKey.values());
    }
}
