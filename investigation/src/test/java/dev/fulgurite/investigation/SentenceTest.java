package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.AlertStory.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// An alert in one sentence, from ever less of a case.
class SentenceTest {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();

    private Node node(String label, String key, Map<String, Object> properties) {
        Node node = new Node(new NodeRef(label, key), properties);
        nodes.add(node);
        return node;
    }

    private void relate(Node from, String type, Node to) {
        String id = "r" + relationships.size();
        relationships.add(new Relationship(type, id, from.ref(), to.ref(), Map.of()));
    }

    private List<Phrase> phrases() {
        Alert alert =
                new Alert(
                        "a1",
                        "rule",
                        Severity.HIGH,
                        "the rule's own title",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        AlertStatus.OPEN,
                        "",
                        "",
                        "",
                        "",
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        "e1");
        return Sentence.of(alert, new Subgraph(nodes, relationships));
    }

    private String sentence() {
        return phrases().stream().map(Phrase::text).collect(Collectors.joining());
    }

    private void cloud() {
        node("Caller", "upn:alice@contoso.com", Map.of("name", "alice@contoso.com"));
        node("IpAddress", "203.0.113.9", Map.of("address", "203.0.113.9"));
        node("Operation", "c1|/vm", Map.of("operation", "x/virtualmachines/runcommand/action"));
        node("VirtualMachine", "/vm", Map.of("name", "testrig1"));
    }

    @Test
    void a_case_that_ends_in_the_cloud() {
        cloud();

        assertThat(sentence())
                .isEqualTo(
                        "alice@contoso.com from 203.0.113.9 invoked Run Command"
                                + " (x/virtualmachines/runcommand/action) on testrig1 at 2026-03-01"
                                + " 10:00:00Z.");
        assertThat(phrases())
                .contains(
                        new Phrase(
                                "alice@contoso.com",
                                new NodeRef("Caller", "upn:alice@contoso.com")));
    }

    @Test
    void a_case_that_goes_on_to_another_host_with_two_faces() {
        cloud();
        Node here = node("Host", "device:d1", Map.of("machine", "device:d1"));
        Node there =
                node("Host", "device:d2", Map.of("machine", "device:d2", "names", List.of("srv2")));
        node("Host", "host:srv2", Map.of("machine", "device:d2", "names", List.of("srv2")));
        node("ScriptFile", "s1", Map.of("name", "script6.ps1"));
        Node local = node("PowerShellSession", "p1", Map.of("machine", "device:d1"));
        Node remote = node("PowerShellSession", "p2", Map.of("machine", "device:d2"));
        Node system = node("Account", "sid:s-1-5-18", Map.of("names", List.of("system")));
        Node service = node("Account", "name:svc", Map.of());
        Node command = node("Command", "whoami", Map.of("name", "whoami"));
        relate(here, "REMOTED", there);
        relate(system, "OPENED", local);
        relate(service, "OPENED", remote);
        relate(local, "RAN", command);
        relate(remote, "RAN", command);
        relate(remote, "RAN", command);

        assertThat(sentence())
                .isEqualTo(
                        "alice@contoso.com from 203.0.113.9 ran script6.ps1 on testrig1 at"
                                + " 2026-03-01 10:00:00Z; it ran 1 command as system and reached"
                                + " srv2, where it ran 2 commands as svc.");
    }

    @Test
    void commands_of_a_session_that_two_logs_saw_count_once() {
        cloud();
        Node here = node("Host", "device:d1", Map.of("machine", "device:d1"));
        Node there = node("Host", "device:d2", Map.of("machine", "device:d2"));
        Node process = node("PowerShellSession", "process|d2", Map.of("machine", "device:d2"));
        Node runspace = node("PowerShellSession", "runspace|d2", Map.of("machine", "device:d2"));
        Node whoami = node("Command", "whoami.exe", Map.of());
        Node date = node("Command", "get-date", Map.of());
        relate(here, "REMOTED", there);
        relate(process, "RAN", whoami);
        relate(process, "RAN", date);
        relate(runspace, "RAN", date);
        relate(runspace, "RAN", date);
        assertThat(sentence()).endsWith("; it reached d2, where it ran 4 commands.");

        relate(process, "SAME_AS", runspace);

        assertThat(sentence()).endsWith("; it reached d2, where it ran 3 commands.");
    }

    @Test
    void a_case_without_a_cloud_part_keeps_the_rule_s_title() {
        node("Host", "device:d1", Map.of());

        assertThat(sentence()).isEqualTo("the rule's own title");
    }
}
