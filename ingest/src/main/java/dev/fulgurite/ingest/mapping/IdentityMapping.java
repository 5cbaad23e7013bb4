package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.event.BehaviorAnomaly;
import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.DirectoryChange;
import dev.fulgurite.ingest.event.DirectoryChange.Target;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.SignIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the directory's records add:
///
/// ```
/// (Caller)-[:SIGNED_IN]->(SignIn)-[:FROM]->(IpAddress)
/// (Caller)-[:INITIATED]->(DirectoryChange)-[:AFFECTED]->(Caller)
/// (Caller)-[:SHOWED]->(BehaviorAnomaly)-[:FROM]->(IpAddress)
/// ```
final class IdentityMapping {

    /// Targets that can act themselves; a group, a role or a policy cannot.
    private static final Set<String> ACTING = Set.of("", "user", "serviceprincipal", "application");

    private final Event event;
    private final NodeCarrier carrier;
    private final Map<NodeRef, Entity> entities = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();

    private IdentityMapping(Event event, String kind, Properties properties) {
        this.event = event;
        carrier = new NodeCarrier(kind, properties.all());
    }

    static GraphEvent map(SignIn signIn, Evidence evidence) {
        return new IdentityMapping(signIn, "SignIn", Properties.of(signIn))
                .by(signIn.caller(), "SIGNED_IN")
                .from(signIn.ipAddress())
                .graphEvent(evidence);
    }

    static GraphEvent map(BehaviorAnomaly anomaly, Evidence evidence) {
        return new IdentityMapping(anomaly, "BehaviorAnomaly", Properties.of(anomaly))
                .by(anomaly.caller(), "SHOWED")
                .from(anomaly.ipAddress())
                .graphEvent(evidence);
    }

    /// An application is affected under its own object's id, which nobody signs in with, and under
    /// its application id, which its service principals sign in with.
    static GraphEvent map(DirectoryChange change, Evidence evidence) {
        IdentityMapping mapping =
                new IdentityMapping(change, "DirectoryChange", Properties.of(change))
                        .by(change.initiator(), "INITIATED");
        change.targets().forEach(mapping::affected);
        mapping.affected(new Target("Application", new CallerIdentity(change.appId(), "", "")));
        return mapping.graphEvent(evidence);
    }

    private IdentityMapping by(CallerIdentity caller, String type) {
        List<Entity> faces = faces(caller);
        if (!faces.isEmpty()) {
            relations.add(new Relation(type, faces.getFirst().ref(), ref()));
        }
        return this;
    }

    private IdentityMapping from(String written) {
        Entity address = Entities.ipAddress(written);
        if (address != null) {
            entities.put(address.ref(), address);
            relations.add(new Relation("FROM", ref(), address.ref()));
        }
        return this;
    }

    private void affected(Target target) {
        if (!ACTING.contains(Properties.lower(target.type()))) {
            return;
        }
        List<Entity> faces = faces(target.identity());
        if (!faces.isEmpty()) {
            Relation affected = new Relation("AFFECTED", ref(), faces.getFirst().ref());
            if (!relations.contains(affected)) {
                relations.add(affected);
            }
        }
    }

    private List<Entity> faces(CallerIdentity caller) {
        List<Entity> faces = Entities.callers(caller);
        faces.forEach(face -> entities.merge(face.ref(), face, Entities::withNames));
        return faces;
    }

    private NodeRef ref() {
        return carrier.ref(event.id());
    }

    private GraphEvent graphEvent(Evidence evidence) {
        return EventGraphMapper.graphEvent(
                event, evidence, carrier, List.copyOf(entities.values()), relations);
    }
}
