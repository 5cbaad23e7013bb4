package dev.fulgurite.graph.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node as read from the graph. Property values are `String`, `Long`, `Double`, `Boolean`,
/// `Instant`, or a list of one of these; a missing property is absent from the map. `key` is not
/// repeated among the properties.
public record Node(NodeRef ref, Map<String, Object> properties) {

    public Node {
        properties = Map.copyOf(properties);
    }

    public String label() {
        return ref.label();
    }

    public String key() {
        return ref.key();
    }

    public @Nullable Object get(String property) {
        return properties.get(property);
    }
}
