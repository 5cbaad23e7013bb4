package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Carrier;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.BehaviorAnomaly;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Connection;
import dev.fulgurite.ingest.event.DirectoryChange;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.FileChange;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.event.Logon;
import dev.fulgurite.ingest.event.ProcessStart;
import dev.fulgurite.ingest.event.ScriptBlockPart;
import dev.fulgurite.ingest.event.SignIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what each kind of event adds to the graph.
public final class EventGraphMapper {

    private EventGraphMapper() {}

    /// The event with its carrier, the entities it names, and how these belong together.
    public static GraphEvent map(Event event, Evidence evidence) {
        return switch (event) {
            case CloudActivity activity -> ActivityMapping.map(activity, evidence);
            case SignIn signIn -> IdentityMapping.map(signIn, evidence);
            case DirectoryChange change -> IdentityMapping.map(change, evidence);
            case BehaviorAnomaly anomaly -> IdentityMapping.map(anomaly, evidence);
            case FileChange change ->
                    onHost(change, evidence, change.host(), "FileEvent", Properties.of(change));
            case HostActivity activity ->
                    onHost(
                            activity,
                            evidence,
                            activity.host(),
                            "HostEvent",
                            Properties.of(activity));
            case ScriptBlockPart part -> scriptBlock(part, evidence);
            case CommandRun run -> command(run, evidence);
            case ProcessStart start -> processStart(start, evidence);
            case Connection connection -> connection(connection, evidence);
            case Logon logon -> logon(logon, evidence);
        };
    }

    /// (FileEvent|HostEvent)-[:ON]->(Host)
    private static GraphEvent onHost(
            Event event,
            Evidence evidence,
            HostIdentity named,
            String kind,
            Properties properties) {
        Entity host = Entities.host(named);
        NodeCarrier carrier = new NodeCarrier(kind, properties.all());
        Relation on = new Relation("ON", carrier.ref(event.id()), host.ref());
        return graphEvent(event, evidence, carrier, List.of(host), List.of(on));
    }

    /// (Host)-[:EXECUTED]->(Command)
    private static GraphEvent command(CommandRun run, Evidence evidence) {
        Entity host = Entities.host(run.host());
        Entity command = Entities.command(run.command());
        Entity account = known(run.account());
        Properties properties =
                Properties.of(run).with("account", account == null ? "" : account.ref().key());
        Carrier carrier =
                new RelationCarrier("EXECUTED", host.ref(), command.ref(), properties.all());
        return graphEvent(run, evidence, carrier, entities(account, host, command), List.of());
    }

    /// (ProcessEvent)-[:ON]->(Host)
    private static GraphEvent processStart(ProcessStart start, Evidence evidence) {
        Entity host = Entities.host(start.host());
        Entity account = known(start.account());
        NodeCarrier carrier =
                new NodeCarrier("ProcessEvent", Properties.of(start).withKey(account).all());
        Relation on = new Relation("ON", carrier.ref(start.id()), host.ref());
        return graphEvent(start, evidence, carrier, entities(account, host), List.of(on));
    }

    /// (Host)-[:CONNECTED]->(IpAddress), to the other side; without its address only what the host
    /// reports.
    private static GraphEvent connection(Connection connection, Evidence evidence) {
        Entity host = Entities.host(connection.host());
        Entity remote = Entities.ipAddress(connection.remoteIp());
        Entity account = known(connection.account());
        Properties properties = Properties.of(connection).withKey(account);
        if (remote == null) {
            return onHost(connection, evidence, connection.host(), "HostEvent", properties);
        }
        Carrier carrier =
                new RelationCarrier("CONNECTED", host.ref(), remote.ref(), properties.all());
        return graphEvent(
                connection, evidence, carrier, entities(account, host, remote), List.of());
    }

    /// (HostEvent)-[:ON]->(Host)
    private static GraphEvent scriptBlock(ScriptBlockPart part, Evidence evidence) {
        Entity host = Entities.host(part.host());
        Entity account = known(part.account());
        NodeCarrier carrier =
                new NodeCarrier("HostEvent", Properties.of(part).withKey(account).all());
        Relation on = new Relation("ON", carrier.ref(part.id()), host.ref());
        return graphEvent(part, evidence, carrier, entities(account, host), List.of(on));
    }

    private static @Nullable Entity known(AccountIdentity account) {
        return account.isKnown() ? Entities.account(account) : null;
    }

    private static List<Entity> entities(@Nullable Entity account, Entity... others) {
        List<Entity> entities = new ArrayList<>(List.of(others));
        if (account != null) {
            entities.add(account);
        }
        return entities;
    }

    /// (Account)-[:LOGGED_ON|ATTEMPTED_LOGON]->(Host)
    private static GraphEvent logon(Logon logon, Evidence evidence) {
        Entity host = Entities.host(logon.host());
        Entity account = Entities.account(logon.account());
        NodeRef from = account.ref();
        String type = logon.succeeded() ? "LOGGED_ON" : "ATTEMPTED_LOGON";
        Carrier carrier = new RelationCarrier(type, from, host.ref(), Properties.of(logon).all());
        return graphEvent(logon, evidence, carrier, List.of(host, account), List.of());
    }

    static GraphEvent graphEvent(
            Event event,
            Evidence evidence,
            Carrier carrier,
            List<Entity> entities,
            List<Relation> relations) {
        return new GraphEvent(event.id(), event.at(), evidence, carrier, entities, relations);
    }
}
