package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Carrier;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes the events of a small estate as ingest would, one line of a test each. Times are given as
/// `10:00:12` of 2021-11-22, or in full.
final class Estate {

    static final String RUN_COMMAND = "microsoft.compute/virtualmachines/runcommand/action";
    static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

    static final String FILE = "e".repeat(64);

    private final String file;
    private final List<GraphEvent> events = new ArrayList<>();
    private final Map<String, Long> tables = new TreeMap<>();
    private final Map<String, Set<String>> columns = new TreeMap<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private int number;

    Estate() {
        this(FILE);
    }

    /// @param file SHA-256 of the file that tells of it
    Estate(String file) {
        this.file = file;
    }

    /// The next event is the one of this number, also when another file tells of it.
    Estate numbered(int number) {
        this.number = number;
        return this;
    }

    static Instant time(String text) {
        return Instant.parse(text.contains("T") ? text : "2021-11-22T" + text + "Z");
    }

    static String vmId(String subscription, String vm) {
        return ("/subscriptions/"
                        + subscription
                        + "/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/"
                        + vm)
                .toLowerCase(Locale.ROOT);
    }

    /// One activity record of a Run Command on a VM of the usual subscription.
    Estate activity(
            String time, String status, String correlation, String caller, String ip, String vm) {
        return activity(
                time, status, correlation, caller, ip, vmId(SUBSCRIPTION, vm), RUN_COMMAND, "");
    }

    Estate activity(
            String time,
            String status,
            String correlation,
            String caller,
            String ip,
            String vmId,
            String operation,
            String computer) {
        NodeRef op = new NodeRef("Operation", correlation + "|" + vmId);
        NodeRef vm = new NodeRef("VirtualMachine", vmId);
        String name = vmId.substring(vmId.lastIndexOf('/') + 1);
        NodeRef who = callers(caller).getFirst().ref();
        List<Entity> entities = new ArrayList<>();
        entities.add(entity(op, Map.of("correlationId", correlation, "resourceId", vmId)));
        entities.add(entity(vm, Map.of("name", name)));
        entities.addAll(callers(caller));
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation("INVOKED", who, op));
        relations.add(new Relation("TARGETED", op, vm));
        if (!ip.isEmpty()) {
            NodeRef address = new NodeRef("IpAddress", ip);
            entities.add(entity(address, Map.of("address", ip)));
            relations.add(new Relation("FROM", op, address));
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "AzureActivity");
        columns.put("operation", operation);
        columns.put("status", status);
        columns.put("Caller", caller);
        columns.put("OperationNameValue", operation);
        columns.put("ActivityStatusValue", status);
        columns.put("CorrelationId", correlation);
        columns.put("_ResourceId", vmId);
        if (!computer.isEmpty()) {
            columns.put("computerName", computer);
        }
        return carrierNode(
                "ActivityEvent", "AzureActivity", time, columns, "OF", op, entities, relations);
    }

    /// The log of a table reaches from one time to another.
    Estate coverage(String table, String from, String to) {
        coverage.add(new Coverage(table, "", time(from), time(to), 1, List.of(), List.of()));
        return this;
    }

    /// One file event of a device.
    Estate file(String time, String device, String name, long size, String action) {
        return file(time, device, name, size, action, "RunCommandExtension.exe", Map.of());
    }

    Estate file(
            String time,
            String device,
            String name,
            long size,
            String action,
            String writer,
            Map<String, ?> more) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(more);
        columns.put("table", "DeviceFileEvents");
        columns.put("DeviceName", name(device));
        columns.put("ActionType", action);
        columns.put("FileName", name);
        columns.put("FileSize", size);
        columns.put("InitiatingProcessFileName", writer);
        NodeRef host = host(device);
        return carrierNode(
                "FileEvent",
                "DeviceFileEvents",
                time,
                columns,
                "ON",
                host,
                List.of(hostEntity(device)),
                List.of());
    }

    /// One PowerShell command that Defender saw without process identity.
    Estate command(String time, String device, String commandLine, String command) {
        return command(time, device, commandLine, command, "", "", Map.of());
    }

    Estate command(
            String time,
            String device,
            String commandLine,
            String command,
            String process,
            String account,
            Map<String, ?> more) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "DeviceEvents");
        columns.put("DeviceName", name(device));
        columns.put("ActionType", "PowerShellCommand");
        columns.put("InitiatingProcessCommandLine", commandLine);
        columns.put("command", command);
        columns.put("commandLine", commandLine);
        columns.put("process", process);
        columns.put("account", account.isEmpty() ? "" : account(account).key());
        columns.putAll(more);
        NodeRef name = new NodeRef("Command", command.toLowerCase(Locale.ROOT));
        List<Entity> entities = new ArrayList<>();
        entities.add(hostEntity(device));
        entities.add(entity(name, Map.of("name", name.key())));
        if (!account.isEmpty()) {
            entities.add(accountEntity(account));
        }
        return add(
                "DeviceEvents",
                time,
                new RelationCarrier("EXECUTED", host(device), name, columns),
                entities,
                List.of());
    }

    /// One logon of an account.
    Estate logon(
            String time, String account, String device, String type, String from, String fromIp) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "DeviceLogonEvents");
        columns.put("logonType", type);
        columns.put("RemoteDeviceName", from);
        columns.put("RemoteIP", fromIp);
        return add(
                "DeviceLogonEvents",
                time,
                new RelationCarrier("LOGGED_ON", account(account), host(device), columns),
                List.of(hostEntity(device), accountEntity(account)),
                List.of());
    }

    /// One Windows PowerShell engine event.
    Estate record(String time, String computer, long eventId, String hostId, String runspaceId) {
        return record(time, computer, eventId, hostId, runspaceId, Map.of());
    }

    Estate record(
            String time,
            String computer,
            long eventId,
            String hostId,
            String runspaceId,
            Map<String, ?> more) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "WindowsPowerShell");
        columns.put("eventId", eventId);
        columns.put("hostName", "ServerRemoteHost");
        columns.put("hostId", hostId);
        columns.put("runspaceId", runspaceId);
        columns.putAll(more);
        return carrierNode(
                "HostEvent",
                "WindowsPowerShell",
                time,
                columns,
                "ON",
                host(computer),
                List.of(hostEntity(computer)),
                List.of());
    }

    /// One start of a process.
    Estate process(
            String time, String computer, String process, long id, long parentId, String account) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "DeviceProcessEvents");
        columns.put("process", process);
        columns.put("processId", id);
        columns.put("processCreated", time(time));
        columns.put("parentProcessId", parentId);
        columns.put("account", account(account).key());
        NodeCarrier carrier = new NodeCarrier("ProcessEvent", columns);
        return add(
                "DeviceProcessEvents",
                time,
                carrier,
                List.of(hostEntity(computer), accountEntity(account)),
                List.of(new Relation("ON", carrier.ref(nextId()), host(computer))));
    }

    /// One connection to the port of remote PowerShell, as the host logged it that opened it or
    /// took it.
    Estate connection(
            String time,
            String computer,
            boolean initiated,
            String from,
            String to,
            String account) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "DeviceNetworkEvents");
        columns.put("initiated", initiated);
        columns.put("sourceIp", from);
        columns.put("sourcePort", 50_000L);
        columns.put("destinationIp", to);
        columns.put("destinationPort", 5985L);
        columns.put("account", account(account).key());
        NodeRef address = new NodeRef("IpAddress", initiated ? to : from);
        return add(
                "DeviceNetworkEvents",
                time,
                new RelationCarrier("CONNECTED", host(computer), address, columns),
                List.of(
                        hostEntity(computer),
                        accountEntity(account),
                        entity(address, Map.of("address", address.key()))),
                List.of());
    }

    /// One sign-in of `oid=name` or of a name alone; `user@…` to the users' log, anything else to
    /// that of service principals.
    Estate signIn(String time, String caller, String ip, Map<String, ?> more) {
        boolean user = caller.contains("@");
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", user ? "SigninLogs" : "AADServicePrincipalSignInLogs");
        columns.put("IPAddress", ip);
        columns.put("succeeded", true);
        columns.put("risky", false);
        columns.putAll(more);
        List<Entity> entities = new ArrayList<>(callers(caller));
        List<Relation> relations = new ArrayList<>(from("SignIn", ip, entities));
        return by(
                caller,
                "SIGNED_IN",
                new NodeCarrier("SignIn", columns),
                String.valueOf(columns.get("table")),
                time,
                entities,
                relations);
    }

    Estate signIn(String time, String caller, String ip) {
        return signIn(time, caller, ip, Map.of());
    }

    /// One note of behaviour analysis about a sign-in.
    Estate anomaly(String time, String caller, String ip, Map<String, ?> more) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "BehaviorAnalytics");
        columns.put("EventSource", "Azure AD");
        columns.put("ActionType", "Sign-in");
        columns.put("SourceIPLocation", "NL");
        columns.put("uncommon", true);
        columns.put("dormant", false);
        columns.putAll(more);
        List<Entity> entities = new ArrayList<>(callers(caller));
        List<Relation> relations = new ArrayList<>(from("BehaviorAnomaly", ip, entities));
        return by(
                caller,
                "SHOWED",
                new NodeCarrier("BehaviorAnomaly", columns),
                "BehaviorAnalytics",
                time,
                entities,
                relations);
    }

    /// One change of the directory to a target.
    Estate change(String time, String operation, String by, String target) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("table", "AuditLogs");
        columns.put("OperationName", operation);
        columns.put("operation", operation.replace('–', '-').toLowerCase(Locale.ROOT));
        columns.put("Result", "success");
        columns.put("succeeded", true);
        List<Entity> entities = new ArrayList<>(callers(by));
        callers(target).stream().filter(face -> !entities.contains(face)).forEach(entities::add);
        NodeCarrier carrier = new NodeCarrier("DirectoryChange", columns);
        List<Relation> relations = new ArrayList<>();
        relations.add(
                new Relation("AFFECTED", carrier.ref(nextId()), callers(target).getFirst().ref()));
        return by(by, "INITIATED", carrier, "AuditLogs", time, entities, relations);
    }

    private Estate by(
            String caller,
            String type,
            NodeCarrier carrier,
            String table,
            String time,
            List<Entity> entities,
            List<Relation> relations) {
        relations.add(new Relation(type, callers(caller).getFirst().ref(), carrier.ref(nextId())));
        return add(table, time, carrier, entities, relations);
    }

    private List<Relation> from(String label, String ip, List<Entity> entities) {
        if (ip.isEmpty()) {
            return List.of();
        }
        NodeRef address = new NodeRef("IpAddress", ip);
        entities.add(entity(address, Map.of("address", ip)));
        return List.of(new Relation("FROM", new NodeRef(label, nextId()), address));
    }

    /// `oid=name` is an identity under both, anything with `@` a principal name, else an object id.
    private static List<Entity> callers(String caller) {
        int equals = caller.indexOf('=');
        String name = caller.substring(equals + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean upn = lower.contains("@");
        NodeRef named = new NodeRef("Caller", (upn ? "upn:" : "oid:") + lower);
        Entity face =
                new Entity(
                        named,
                        Map.of("kind", upn ? "upn" : "oid", "name", lower),
                        upn ? List.of(name) : List.of());
        if (equals < 0) {
            return List.of(face);
        }
        NodeRef object = new NodeRef("Caller", "oid:" + caller.substring(0, equals));
        return List.of(face, new Entity(object, Map.of("kind", "oid"), List.of(name)));
    }

    private Estate carrierNode(
            String label,
            String table,
            String time,
            Map<String, @Nullable Object> columns,
            String type,
            NodeRef to,
            List<Entity> entities,
            List<Relation> relations) {
        NodeCarrier carrier = new NodeCarrier(label, columns);
        List<Relation> all = new ArrayList<>(relations);
        all.add(new Relation(type, carrier.ref(nextId()), to));
        return add(table, time, carrier, entities, all);
    }

    private Estate add(
            String table,
            String time,
            Carrier carrier,
            List<Entity> entities,
            List<Relation> relations) {
        long n = events.size();
        events.add(
                new GraphEvent(
                        nextId(),
                        time(time),
                        new Evidence(file, n * 100, 99, n + 1),
                        carrier,
                        entities,
                        relations));
        tables.merge(table, 1L, Long::sum);
        Set<String> filled = columns.computeIfAbsent(table, _ -> new TreeSet<>());
        carrier.properties()
                .forEach((name, value) -> {
                    if (value != null && !value.equals("")) {
                        filled.add(name);
                    }
                });
        number++;
        return this;
    }

    private String nextId() {
        return "event-" + number;
    }

    /// `d1=name` is a device with an id, anything else a host by name.
    private static NodeRef host(String device) {
        int equals = device.indexOf('=');
        return new NodeRef(
                "Host",
                equals < 0
                        ? "host:" + device.toLowerCase(Locale.ROOT)
                        : "device:" + device.substring(0, equals));
    }

    private static Entity hostEntity(String device) {
        return new Entity(host(device), Map.of(), List.of(name(device)));
    }

    private static String name(String device) {
        return device.substring(device.indexOf('=') + 1).toLowerCase(Locale.ROOT);
    }

    /// `S-1-…=domain\name` is an account with a SID, anything else one by name.
    private static NodeRef account(String account) {
        int equals = account.indexOf('=');
        String lower = account.toLowerCase(Locale.ROOT);
        return new NodeRef(
                "Account", equals < 0 ? "name:" + lower : "sid:" + lower.substring(0, equals));
    }

    private static Entity accountEntity(String account) {
        String name = account.substring(account.indexOf('=') + 1).toLowerCase(Locale.ROOT);
        return new Entity(account(account), Map.of(), List.of(name));
    }

    private static Entity entity(NodeRef ref, Map<String, ?> properties) {
        return new Entity(ref, new LinkedHashMap<>(properties), List.of());
    }

    /// Stores everything as one file whose tables are those of the events.
    void storeIn(InvestigationGraph graph) {
        long n = events.size();
        Ledger ledger =
                new Ledger(
                        file,
                        "estate.json",
                        "",
                        n * 100,
                        "jsonl",
                        tables,
                        columns,
                        n,
                        0,
                        0,
                        0,
                        0,
                        "",
                        List.of(),
                        coverage,
                        true);
        for (int i = 0; i < events.size(); i += 5000) {
            graph.store(
                    new GraphBatch(events.subList(i, Math.min(events.size(), i + 5000)), ledger));
        }
    }
}
