package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.Path;
import org.neo4j.values.storable.DurationValue;

/// Turns the driver's records into [Row]s. A relationship names its ends only by inner ids there:
/// these are found among the nodes of the same records, else asked of the graph in one go.
final class RowReader {

    private final Function<Set<String>, Map<String, NodeRef>> lookUp;
    private final Map<String, NodeRef> known = new HashMap<>();

    RowReader(Function<Set<String>, Map<String, NodeRef>> lookUp) {
        this.lookUp = lookUp;
    }

    List<Row> rows(List<Record> records) {
        Set<String> ends = new HashSet<>();
        records.forEach(record -> record.values().forEach(value -> note(value.asObject(), ends)));
        ends.removeAll(known.keySet());
        if (!ends.isEmpty()) {
            known.putAll(lookUp.apply(ends));
        }
        return records.stream().map(this::row).toList();
    }

    /// Lets go of the nodes seen so far, so that a long scan stays small.
    void forget() {
        known.clear();
    }

    private void note(@Nullable Object value, Set<String> ends) {
        switch (value) {
            case org.neo4j.driver.types.Node node -> known.put(node.elementId(), refOf(node));
            case org.neo4j.driver.types.Relationship relationship -> {
                ends.add(relationship.startNodeElementId());
                ends.add(relationship.endNodeElementId());
            }
            case Path path -> {
                path.nodes().forEach(node -> note(node, ends));
                path.relationships().forEach(relationship -> note(relationship, ends));
            }
            case List<?> list -> list.forEach(item -> note(item, ends));
            case Map<?, ?> map -> map.values().forEach(item -> note(item, ends));
            case null, default -> {}
        }
    }

    private Row row(Record record) {
        Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(record.size());
        record.keys().forEach(column -> values.put(column, ours(record.get(column).asObject())));
        return new Row(values);
    }

    private @Nullable Object ours(@Nullable Object value) {
        return Values.ours(value, this::element);
    }

    private Object element(Object value) {
        return switch (value) {
            case org.neo4j.driver.types.Node node ->
                    new Node(refOf(node), properties(node.asMap(), "key"));
            case org.neo4j.driver.types.Relationship relationship -> relationship(relationship);
            case Path path -> elements(path);
            case IsoDuration duration -> written(duration);
            default -> value.toString();
        };
    }

    /// As the database writes it, not as the driver does.
    private static String written(IsoDuration duration) {
        return DurationValue.duration(
                        duration.months(),
                        duration.days(),
                        duration.seconds(),
                        duration.nanoseconds())
                .toString();
    }

    private List<@Nullable Object> elements(Path path) {
        List<@Nullable Object> elements = new ArrayList<>();
        path.nodes().forEach(node -> elements.add(ours(node)));
        path.relationships().forEach(relationship -> elements.add(ours(relationship)));
        return elements;
    }

    private Relationship relationship(org.neo4j.driver.types.Relationship relationship) {
        Map<String, Object> properties = properties(relationship.asMap(), "id");
        return new Relationship(
                relationship.type(),
                named(relationship, "id", relationship.elementId()),
                end(relationship.startNodeElementId()),
                end(relationship.endNodeElementId()),
                properties);
    }

    private NodeRef end(String elementId) {
        NodeRef ref = known.get(elementId);
        return ref == null ? new NodeRef("Node", elementId) : ref;
    }

    private Map<String, Object> properties(Map<String, Object> raw, String without) {
        return Values.ours(raw, without, this::element);
    }

    private static NodeRef refOf(org.neo4j.driver.types.Node node) {
        var labels = node.labels().iterator();
        return new NodeRef(
                labels.hasNext() ? labels.next() : "Node", named(node, "key", node.elementId()));
    }

    /// One property, without a copy of all of them.
    private static String named(MapAccessor entity, String property, String otherwise) {
        Value value = entity.get(property);
        return value.isNull() ? otherwise : value.asObject().toString();
    }
}
