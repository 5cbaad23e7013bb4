package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.ingest.event.CloudActivity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an AzureActivity record adds:
///
/// ```
/// (ActivityEvent)-[:OF]->(Operation)
/// (Caller)-[:INVOKED]->(Operation)-[:TARGETED]->(VirtualMachine)-[:IN]->(Subscription)
///                      (Operation)-[:FROM]->(IpAddress)
/// ```
final class ActivityMapping {

    private final Entity operation;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    private ActivityMapping(Entity operation) {
        this.operation = operation;
        entities.add(operation);
    }

    static GraphEvent map(CloudActivity activity, Evidence evidence) {
        ActivityMapping mapping =
                new ActivityMapping(
                        Entities.operation(
                                activity.correlationId(), activity.resourceId(), activity.id()));
        NodeCarrier carrier = new NodeCarrier("ActivityEvent", Properties.of(activity).all());
        mapping.relations.add(
                new Relation("OF", carrier.ref(activity.id()), mapping.operation.ref()));
        mapping.caller(Entities.callers(activity.caller()));
        mapping.from(Entities.ipAddress(activity.callerIpAddress()));
        mapping.targeted(Entities.virtualMachine(activity.resourceId()));
        return EventGraphMapper.graphEvent(
                activity, evidence, carrier, mapping.entities, mapping.relations);
    }

    private void caller(List<Entity> faces) {
        entities.addAll(faces);
        if (!faces.isEmpty()) {
            relations.add(new Relation("INVOKED", faces.getFirst().ref(), operation.ref()));
        }
    }

    private void from(@Nullable Entity address) {
        if (address != null) {
            entities.add(address);
            relations.add(new Relation("FROM", operation.ref(), address.ref()));
        }
    }

    private void targeted(@Nullable Entity machine) {
        if (machine == null) {
            return;
        }
        entities.add(machine);
        relations.add(new Relation("TARGETED", operation.ref(), machine.ref()));
        Entity subscription =
                Entities.subscription(Entities.segment(machine.ref().key(), "/subscriptions/"));
        if (subscription != null) {
            entities.add(subscription);
            relations.add(new Relation("IN", machine.ref(), subscription.ref()));
        }
    }
}
