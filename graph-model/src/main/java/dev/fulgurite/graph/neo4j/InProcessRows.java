package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Path;

/// Turns results of the database in this process into [Row]s, as [RowReader] does for those that
/// come over Bolt.
final class InProcessRows {

    private InProcessRows() {}

    static Row row(List<String> columns, Map<String, Object> result) {
        Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(columns.size());
        columns.forEach(column -> values.put(column, ours(result.get(column))));
        return new Row(values);
    }

    private static @Nullable Object ours(@Nullable Object value) {
        return Values.ours(value, InProcessRows::element);
    }

    private static Object element(Object value) {
        return switch (value) {
            case org.neo4j.graphdb.Node node -> new Node(refOf(node), properties(node, "key"));
            case org.neo4j.graphdb.Relationship relationship ->
                    new Relationship(
                            relationship.getType().name(),
                            relationship.getProperty("id", relationship.getElementId()).toString(),
                            refOf(relationship.getStartNode()),
                            refOf(relationship.getEndNode()),
                            properties(relationship, "id"));
            case Path path -> {
                List<@Nullable Object> elements = new ArrayList<>();
                path.nodes().forEach(node -> elements.add(ours(node)));
                path.relationships().forEach(relationship -> elements.add(ours(relationship)));
                yield elements;
            }
            default -> value.getClass().isArray() ? items(value) : value.toString();
        };
    }

    /// Lists come back from properties as arrays.
    private static List<@Nullable Object> items(Object array) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            items.add(ours(Array.get(array, i)));
        }
        return items;
    }

    private static Map<String, Object> properties(Entity entity, String without) {
        return Values.ours(entity.getAllProperties(), without, InProcessRows::element);
    }

    private static NodeRef refOf(org.neo4j.graphdb.Node node) {
        var labels = node.getLabels().iterator();
        return new NodeRef(
                labels.hasNext() ? labels.next().name() : "Node",
                node.getProperty("key", node.getElementId()).toString());
    }
}
