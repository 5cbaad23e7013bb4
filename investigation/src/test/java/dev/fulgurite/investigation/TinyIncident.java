package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.NodeRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// One run command and one command it ran, from a log file of two lines: the least that reaches
/// from a caller to a host.
final class TinyIncident {

    static final Instant START = Instant.parse("2026-03-01T10:00:00.1234567Z");
    static final String ACTIVITY = "{\"Caller\":\"Alice@contoso.com\",\"note\":\"Zürich\"}";
    static final String COMMAND = "{\"Command\":\"Get-Process 'a\\\\b'\"}";

    static final NodeRef ALICE = new NodeRef("Caller", "upn:alice@contoso.com");
    static final NodeRef ADDRESS = new NodeRef("IpAddress", "203.0.113.9");
    static final NodeRef OPERATION = new NodeRef("Operation", "c1|/vm1");
    static final NodeRef MACHINE = new NodeRef("VirtualMachine", "/vm1");
    static final NodeRef HOST = new NodeRef("Host", "device:d1");
    static final NodeRef GET_PROCESS = new NodeRef("Command", "get-process");

    private TinyIncident() {}

    /// Writes the log file and stores what ingest would.
    static void store(InvestigationGraph graph, Path log) throws IOException {
        byte[] bytes = (ACTIVITY + "\n" + COMMAND + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(log, bytes);
        String sha256 = sha256(bytes);
        long first = ACTIVITY.getBytes(StandardCharsets.UTF_8).length;
        Evidence line1 = new Evidence(sha256, 0, first, 1);
        Evidence line2 = new Evidence(sha256, first + 1, bytes.length - first - 2, 2);
        Ledger ledger =
                new Ledger(
                        sha256,
                        log.toString(),
                        "",
                        bytes.length,
                        "jsonl",
                        Map.of("AzureActivity", 1L, "DeviceEvents", 1L),
                        Map.of(),
                        2,
                        0,
                        0,
                        0,
                        0,
                        "",
                        List.of(),
                        List.of(),
                        true);
        graph.store(new GraphBatch(List.of(activity(line1), command(line2)), ledger));
    }

    private static GraphEvent activity(Evidence evidence) {
        NodeCarrier carrier =
                new NodeCarrier(
                        "ActivityEvent", Map.of("table", "AzureActivity", "status", "SUCCESS"));
        return new GraphEvent(
                "e1",
                START,
                evidence,
                carrier,
                List.of(
                        entity(ALICE, Map.of("kind", "upn", "name", "alice@contoso.com")),
                        entity(ADDRESS, Map.of("address", "203.0.113.9", "version", 4L)),
                        entity(OPERATION, Map.of("correlationId", "c1", "resourceId", "/vm1")),
                        entity(MACHINE, Map.of("name", "vm1"))),
                List.of(
                        new Relation("OF", carrier.ref("e1"), OPERATION),
                        new Relation("INVOKED", ALICE, OPERATION),
                        new Relation("FROM", OPERATION, ADDRESS),
                        new Relation("TARGETED", OPERATION, MACHINE)));
    }

    private static GraphEvent command(Evidence evidence) {
        return new GraphEvent(
                "x1",
                START.plusSeconds(12),
                evidence,
                new RelationCarrier(
                        "EXECUTED",
                        HOST,
                        GET_PROCESS,
                        Map.of("table", "DeviceEvents", "command", "Get-Process 'a\\b'\n\u0001")),
                List.of(
                        new Entity(HOST, Map.of(), List.of("vm1.contoso.com")),
                        entity(GET_PROCESS, Map.of("name", "get-process"))),
                List.of());
    }

    private static Entity entity(NodeRef ref, Map<String, Object> properties) {
        return new Entity(ref, Map.copyOf(properties), List.of());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
