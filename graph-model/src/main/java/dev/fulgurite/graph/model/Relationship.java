package dev.fulgurite.graph.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A relationship as read from the graph. Within its type its `id` property is unique, so `TYPE:id`
/// ([#ref()]) names it everywhere: on the command line, in JSON, in an alert. Values of properties
/// are those of [Node].
///
/// @param id the event it stands for, or, for a relationship that a link added, a hash of what it
///   joins
public record Relationship(
        String type, String id, NodeRef from, NodeRef to, Map<String, Object> properties) {

    public Relationship {
        properties = Map.copyOf(properties);
    }

    /// `TYPE:id`.
    public String ref() {
        return type + ":" + id;
    }

    /// The link that inferred this relationship; null when it was observed in a log.
    public @Nullable String inferredBy() {
        return (String) properties.get("by");
    }

    /// How sure an inferred relationship is, from 0 to 1; observed ones are 1.
    public double confidence() {
        return properties.get("confidence") instanceof Number n ? n.doubleValue() : 1.0;
    }

    public @Nullable Object get(String property) {
        return properties.get(property);
    }
}
