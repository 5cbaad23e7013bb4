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
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.FileChange;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.event.Logon;
import java.util.List;

/// Says what each kind of event adds to the graph.
public final class EventGraphMapper {

    private EventGraphMapper() {}

    /// The event with its carrier, the entities it names, and how these belong together.
    public static GraphEvent map(Event event, Evidence evidence) {
        return switch (event) {
            case CloudActivity activity -> ActivityMapping.map(activity, evidence);
            case FileChange change ->
                    onHost(change, evidence, change.host(), "FileEvent", Properties.of(change));
            case HostActivity activity ->
                    onHost(
                            activity,
                            evidence,
                            activity.host(),
                            "HostEvent",
                            Properties.of(activity));
            case CommandRun run -> command(run, evidence);
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
        AccountIdentity named = run.account();
        Entity account = named.isKnown() ? Entities.account(named) : null;
        Properties properties =
                Properties.of(run).with("account", account == null ? "" : account.ref().key());
        Carrier carrier =
                new RelationCarrier("EXECUTED", host.ref(), command.ref(), properties.all());
        List<Entity> entities =
                account == null ? List.of(host, command) : List.of(host, command, account);
        return graphEvent(run, evidence, carrier, entities, List.of());
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
