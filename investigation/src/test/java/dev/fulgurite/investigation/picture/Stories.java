package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Small graphs made by hand, in the shapes that rules give.
final class Stories {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final List<Node> nodes = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();

    /// A caller runs a script on a machine, which runs commands there and reaches another host.
    static Subgraph chain() {
        Stories s = new Stories();
        Node alice =
                s.node(
                        "Caller",
                        "upn:alice@contoso.com",
                        Map.of("kind", "upn", "name", "alice@contoso.com"));
        Node ip =
                s.node("IpAddress", "203.0.113.9", Map.of("address", "203.0.113.9", "version", 4L));
        Node operation =
                s.node(
                        "Operation",
                        "c1|/vm/testrig1",
                        Map.of(
                                "operation", "microsoft.compute/virtualmachines/runcommand/action",
                                "outcome", "SUCCEEDED",
                                "start", START));
        Node vm =
                s.node(
                        "VirtualMachine",
                        "/vm/testrig1",
                        Map.of("name", "testrig1", "resourceGroup", "contoso-rg"));
        Node host = s.node("Host", "device:d1", Map.of("names", List.of("testrig1.contoso.local")));
        Node script =
                s.node(
                        "ScriptFile",
                        "f1",
                        Map.of("name", "script6.ps1", "at", START.plusSeconds(4), "size", 1204L));
        Node session =
                s.node(
                        "PowerShellSession",
                        "s1",
                        Map.of(
                                "processId",
                                4321L,
                                "user",
                                "NT AUTHORITY\\SYSTEM",
                                "start",
                                START.plusSeconds(5)));
        Node system =
                s.node("Account", "sid:s-1-5-18", Map.of("names", List.of("nt authority\\system")));
        s.edge("INVOKED", alice, operation, 1, 0);
        s.edge("FROM", operation, ip, 1, 0);
        s.edge("TARGETED", operation, vm, 1, 0);
        s.edge("IS", vm, host, 0.95, 0);
        s.edge("DROPPED", operation, script, 0.9, 4);
        s.edge("ON", script, host, 1, 4);
        s.edge("RAN_AS", script, session, 0.95, 5);
        s.edge("ON", session, host, 1, 5);
        s.edge("OPENED", system, session, 1, 5);
        s.run(session, "Get-LocalGroupMember", "Get-LocalGroupMember -Group Administrators", 6);
        s.run(
                session,
                "Invoke-Command",
                "Invoke-Command -ComputerName srv2 -ScriptBlock {whoami}",
                8);
        Node onward = s.node("Host", "device:d2", Map.of("names", List.of("srv2.contoso.local")));
        Node service =
                s.node(
                        "Account",
                        "name:contoso\\svc-backup",
                        Map.of("names", List.of("contoso\\svc-backup")));
        s.edge("REMOTED", host, onward, 0.8, 9);
        s.edge("LOGGED_ON", service, onward, 1, 9);
        return s.graph();
    }

    /// A session that ran many commands.
    static Subgraph busySession(int commands) {
        Stories s = new Stories();
        Node session = s.node("PowerShellSession", "s1", Map.of("start", START));
        for (int i = 0; i < commands; i++) {
            s.run(session, "Get-Thing" + i, "Get-Thing" + i, i);
        }
        return s.graph();
    }

    /// A session that was opened from one of several hosts.
    static Subgraph candidates(int count) {
        Stories s = new Stories();
        Node session = s.node("PowerShellSession", "s1", Map.of("start", START));
        for (int i = 0; i < count; i++) {
            Node host = s.node("Host", "device:d" + i, Map.of());
            s.relationships.add(
                    new Relationship(
                            "OPENED_FROM",
                            "e" + i,
                            session.ref(),
                            host.ref(),
                            Map.of(
                                    "by",
                                    "session-connection",
                                    "confidence",
                                    1.0 / count,
                                    "ambiguous",
                                    true,
                                    "reason",
                                    "one of three connections at that time")));
        }
        return s.graph();
    }

    /// One host under two keys.
    static Subgraph twoFaces(Map<String, Object> identity) {
        Stories s = new Stories();
        Node name = s.node("Host", "host:srv2", Map.of());
        Node device = s.node("Host", "device:d2", Map.of());
        s.relationships.add(new Relationship("SAME_AS", "e0", name.ref(), device.ref(), identity));
        return s.graph();
    }

    /// A session that two logs saw, as a process and as a runspace, each with the one command.
    static Subgraph seenTwice() {
        Stories s = new Stories();
        Node process = s.node("PowerShellSession", "process|1", Map.of("start", START));
        Node runspace =
                s.node("PowerShellSession", "runspace|1", Map.of("start", START, "user", "ann"));
        Node command = s.node("Command", "get-date", Map.of());
        s.edge("SAME_AS", process, runspace, 1, 0);
        s.edge("RAN", process, command, 1, 1);
        s.edge("RAN", runspace, command, 1, 1);
        return s.graph();
    }

    /// Nodes and relationships of every kind, joined without sense.
    static Subgraph random(long seed, int size) {
        Random random = new Random(seed);
        String[] labels = {
            "Caller",
            "IpAddress",
            "Operation",
            "VirtualMachine",
            "Host",
            "ScriptFile",
            "PowerShellSession",
            "Command",
            "Account",
            "HostEvent",
            "Something"
        };
        String[] types = {
            "INVOKED", "ON", "REMOTED", "OPENED", "RAN", "SAME_AS", "OPENED_FROM", "IS"
        };
        Stories s = new Stories();
        for (int i = 0; i < size; i++) {
            s.node(
                    labels[random.nextInt(labels.length)],
                    "n" + i,
                    Map.of("start", START.plusSeconds(random.nextInt(99))));
        }
        for (int i = 0; i < size * 3 / 2; i++) {
            s.edge(
                    types[random.nextInt(types.length)],
                    s.nodes.get(random.nextInt(size)),
                    s.nodes.get(random.nextInt(size)),
                    random.nextBoolean() ? 1 : 0.7,
                    i);
        }
        return s.graph();
    }

    Subgraph graph() {
        return new Subgraph(nodes, relationships);
    }

    Node node(String label, String key, Map<String, Object> properties) {
        Node node = new Node(new NodeRef(label, key), properties);
        nodes.add(node);
        return node;
    }

    void edge(String type, Node from, Node to, double confidence, int second) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("at", START.plusSeconds(second));
        if (confidence < 1) {
            properties.put("by", "a-link");
            properties.put("confidence", confidence);
        }
        relationships.add(
                new Relationship(
                        type, "e" + relationships.size(), from.ref(), to.ref(), properties));
    }

    private void run(Node session, String name, String text, int second) {
        Node command =
                node("Command", name.toLowerCase(java.util.Locale.ROOT), Map.of("name", name));
        relationships.add(
                new Relationship(
                        "RAN",
                        "e" + relationships.size(),
                        session.ref(),
                        command.ref(),
                        Map.of("at", START.plusSeconds(second), "command", text)));
    }
}
