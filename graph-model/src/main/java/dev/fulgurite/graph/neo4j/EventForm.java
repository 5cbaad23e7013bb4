package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphDigest;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one export says of an event: the carrier's contents without its evidence, and the event's
/// relations. Two exports of one event in different shapes give two forms; the graph shows the
/// better one, by an order that no order of files can change.
///
/// @param key of the event
/// @param from the ends of a carrier that is a relationship; null when it is a node
/// @param columns what the carrier holds besides key and evidence
/// @param relations those that each event has of its own: one that stands once whatever the number
///   of events belongs to none of them
record EventForm(
        String key,
        String kind,
        @Nullable NodeRef from,
        @Nullable NodeRef to,
        Map<String, Object> columns,
        List<Relation> relations)
        implements Comparable<EventForm> {

    private static final String MINE = "variant";
    private static final String EVIDENCE = "evidence";

    static EventForm of(GraphEvent event, Schema schema) {
        Map<String, ? extends @Nullable Object> properties = event.carrier().properties();
        Map<String, Object> columns = LinkedHashMap.newLinkedHashMap(properties.size() + 1);
        // Neo4j's importer keeps this order, and a property is looked for from the first on.
        columns.put("at", event.at());
        properties.forEach((name, value) -> {
            if (value != null) {
                columns.putIfAbsent(name, value);
            }
        });
        List<Relation> own =
                event.relations().stream()
                        .filter(relation -> schema.repeats(relation.type()))
                        .toList();
        return switch (event.carrier()) {
            case NodeCarrier node ->
                    new EventForm(event.id(), node.kind(), null, null, columns, own);
            case RelationCarrier carrier ->
                    new EventForm(
                            event.id(), carrier.kind(), carrier.from(), carrier.to(), columns, own);
        };
    }

    static EventForm of(Node stands, List<Relation> relations) {
        Map<String, Object> columns = new LinkedHashMap<>(stands.properties());
        columns.remove(EVIDENCE);
        return new EventForm(stands.key(), stands.label(), null, null, columns, relations);
    }

    static EventForm of(Relationship stands, List<Relation> relations) {
        Map<String, Object> columns = new LinkedHashMap<>(stands.properties());
        columns.remove(EVIDENCE);
        return new EventForm(
                stands.id(), stands.type(), stands.from(), stands.to(), columns, relations);
    }

    /// What the carrier holds before its columns when this form stands with such evidence.
    Map<String, Object> head(Collection<String> evidence) {
        return Map.of(from == null ? "key" : "id", key, EVIDENCE, sorted(evidence));
    }

    /// Nearly every event stands in one place.
    private static List<String> sorted(Collection<String> evidence) {
        return evidence.size() == 1 ? List.copyOf(evidence) : evidence.stream().sorted().toList();
    }

    /// This form with the relations that the graph keeps apart from it.
    EventForm with(List<Relation> relations) {
        return new EventForm(key, kind, from, to, columns, relations);
    }

    /// A form that was put aside, see [#aside].
    static EventForm ofVariant(Node variant) {
        Map<String, Object> columns = new LinkedHashMap<>();
        variant.properties()
                .forEach((name, value) -> {
                    if (!name.startsWith(MINE) && !name.equals(EVIDENCE)) {
                        columns.put(name, value);
                    }
                });
        List<Relation> relations = new ArrayList<>();
        if (variant.get(MINE + "Relations") instanceof List<?> written) {
            for (int i = 0; i + 2 < written.size(); i += 3) {
                relations.add(
                        new Relation(
                                String.valueOf(written.get(i)),
                                NodeRef.parse(String.valueOf(written.get(i + 1))).orElseThrow(),
                                NodeRef.parse(String.valueOf(written.get(i + 2))).orElseThrow()));
            }
        }
        return new EventForm(
                text(variant, MINE + "Of"),
                text(variant, MINE + "Kind"),
                NodeRef.parse(text(variant, MINE + "From")).orElse(null),
                NodeRef.parse(text(variant, MINE + "To")).orElse(null),
                columns,
                relations);
    }

    /// This form as a `Variant` node beside the event that stands.
    Map<String, Object> aside(Set<String> evidence) {
        Map<String, Object> properties = new LinkedHashMap<>(columns);
        properties.put("key", key + "#" + hash());
        properties.put(EVIDENCE, sorted(evidence));
        properties.put(MINE + "Of", key);
        properties.put(MINE + "Kind", kind);
        properties.put(MINE + "From", from == null ? "" : from.toString());
        properties.put(MINE + "To", to == null ? "" : to.toString());
        properties.put(
                MINE + "Relations",
                relations.stream()
                        .flatMap(r -> Stream.of(r.type(), r.from().toString(), r.to().toString()))
                        .toList());
        return properties;
    }

    /// Names this form among those of its event.
    String hash() {
        TreeMap<String, Object> all = new TreeMap<>(columns);
        all.put(MINE + "From", String.valueOf(from));
        all.put(MINE + "To", String.valueOf(to));
        all.put(
                MINE + "Relations",
                relations.stream().map(Relation::toString).sorted().toList().toString());
        return GraphDigest.hash(kind, all);
    }

    /// The better form is the greater one: the one that says more, else by its hash.
    @Override
    public int compareTo(EventForm other) {
        int bySize = Integer.compare(columns.size(), other.columns.size());
        return bySize != 0 ? bySize : hash().compareTo(other.hash());
    }

    private static String text(Node node, String property) {
        return String.valueOf(node.properties().getOrDefault(property, ""));
    }
}
