package dev.fulgurite.graph.event;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one log event adds to the graph. It has one *carrier*, which holds its columns, its time
/// and its evidence: either a small node (its key is the event's id) or a relationship between two
/// entities. Around the carrier stand the entities it names and the plain relationships between
/// these; all of an event's relationships bear its id.
///
/// Two events with equal ids are one event: the graph keeps the first and both evidences.
///
/// @param id computed from the record alone, see `SEMANTICS`: equal for the same event in any
///   export
/// @param entities every entity the event names, the carrier not among them
/// @param relations relationships that only say how the event's entities belong together
public record GraphEvent(
        String id,
        Instant at,
        Evidence evidence,
        Carrier carrier,
        List<Entity> entities,
        List<Relation> relations) {

    public GraphEvent {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
    }

    /// The same event, its carrier marked with `recovered: true`: it was found in bytes that its
    /// log holds no more.
    public GraphEvent recovered() {
        Map<String, @Nullable Object> marked = new LinkedHashMap<>(carrier.properties());
        marked.put("recovered", true);
        Carrier markedCarrier =
                switch (carrier) {
                    case NodeCarrier node -> new NodeCarrier(node.kind(), marked);
                    case RelationCarrier relation ->
                            new RelationCarrier(
                                    relation.kind(), relation.from(), relation.to(), marked);
                };
        return new GraphEvent(id, at, evidence, markedCarrier, entities, relations);
    }

    /// Holds the event's columns. The map it is made of is taken as it is, for there are millions
    /// of them: who made it leaves it alone from then on.
    public sealed interface Carrier {
        /// The label or relationship type in which event ids are looked up.
        String kind();

        Map<String, @Nullable Object> properties();
    }

    /// A small node whose key is the event's id, for example an `ActivityEvent`.
    public record NodeCarrier(String kind, Map<String, @Nullable Object> properties)
            implements Carrier {
        public NodeCarrier {
            properties = Collections.unmodifiableMap(properties);
        }

        /// The node itself, to relate it to entities.
        public NodeRef ref(String eventId) {
            return new NodeRef(kind, eventId);
        }
    }

    /// A relationship between two entities, for example `(Account)-[:LOGGED_ON]->(Host)`.
    public record RelationCarrier(
            String kind, NodeRef from, NodeRef to, Map<String, @Nullable Object> properties)
            implements Carrier {
        public RelationCarrier {
            properties = Collections.unmodifiableMap(properties);
        }
    }

    /// An entity by its key. Its properties follow from the key alone, so that no order of events
    /// matters.
    ///
    /// @param names spellings that this event gives it (a host's names, an account's); the graph
    ///   keeps them as a sorted set
    public record Entity(
            NodeRef ref, Map<String, @Nullable Object> properties, List<String> names) {
        public Entity {
            properties = unmodifiable(properties);
            names = List.copyOf(names);
        }
    }

    /// A relationship of the event's own, for example `(Caller)-[:INVOKED]->(Operation)`; it bears
    /// the event's id and time.
    public record Relation(String type, NodeRef from, NodeRef to) {}

    private static Map<String, @Nullable Object> unmodifiable(
            Map<String, @Nullable Object> properties) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
