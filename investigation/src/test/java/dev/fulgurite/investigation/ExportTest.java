package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is exported can be read back, whole.
class ExportTest {

    @TempDir static Path folder;

    private static InvestigationGraph graph;
    private static Investigation investigation;

    @BeforeAll
    static void open() throws IOException {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
        investigation = Investigation.open(new GraphLocation.Folder(folder.resolve("graph")));
        TinyIncident.store(graph, folder.resolve("log.jsonl"));
        graph.write(transaction ->
                transaction.run(
                        "MATCH (vm:VirtualMachine) MATCH (h:Host) CREATE (vm)-[:IS {id: 'l1',"
                                + " by: 'vm-is-host', confidence: 0.9, reason: $reason,"
                                + " ambiguous: false}]->(h)",
                        Map.of("reason", "name <&> \"vm1\" \\u0041")));
    }

    @AfterAll
    static void close() {
        investigation.close();
        graph.close();
    }

    private static Subgraph everything() {
        return investigation
                .neighbourhood(TinyIncident.OPERATION, 100)
                .graph()
                .plus(investigation.neighbourhood(TinyIncident.HOST, 100).graph());
    }

    private record Exported(String text, String digest) {}

    private static Exported export(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String digest = investigation.export(everything(), format, bytes);
        return new Exported(bytes.toString(StandardCharsets.UTF_8), digest);
    }

    @Test
    void the_digest_of_an_export_of_all_there_is_is_the_graph_s() {
        assertThat(export("json").digest()).isEqualTo(investigation.digest());
    }

    @Test
    void json_holds_the_elements_and_the_raw_records() {
        JsonNode json = new JsonMapper().readTree(export("json").text());

        assertThat(json.get("nodes")).hasSize(7);
        assertThat(json.get("relationships")).hasSize(6);
        assertThat(json.get("evidence"))
                .extracting(record -> record.get("raw").asString())
                .containsExactlyInAnyOrder(TinyIncident.ACTIVITY, TinyIncident.COMMAND);
        JsonNode event =
                json.get("nodes")
                        .valueStream()
                        .filter(node -> node.get("label").asString().equals("ActivityEvent"))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.get("properties").get("at").asString())
                .isEqualTo("2026-03-01T10:00:00.1234567Z");
    }

    @Test
    void graphml_is_well_formed_and_declares_every_attribute_it_uses() throws Exception {
        Document xml =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        export("graphml").text().getBytes(StandardCharsets.UTF_8)));

        assertThat(elements(xml, "node")).hasSize(7);
        assertThat(elements(xml, "edge")).hasSize(6);
        List<String> declared =
                elements(xml, "key").stream().map(key -> key.getAttribute("id")).toList();
        assertThat(elements(xml, "data"))
                .isNotEmpty()
                .allSatisfy(data -> assertThat(declared).contains(data.getAttribute("key")));
        assertThat(elements(xml, "data"))
                .extracting(Element::getTextContent)
                .contains("name <&> \"vm1\" \\u0041", "Get-Process 'a\\b'\n\ufffd", "0.9");
        assertThat(elements(xml, "key"))
                .filteredOn(key -> key.getAttribute("attr.name").equals("confidence"))
                .singleElement()
                .satisfies(key -> assertThat(key.getAttribute("attr.type")).isEqualTo("double"));
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    @Test
    void cypher_replays_into_an_empty_graph_to_the_same_digest() {
        Exported exported = export("cypher");
        try (InvestigationGraph empty = Neo4jGraphs.embedded(folder.resolve("replayed"))) {
            replay(empty, exported.text());
            assertThat(empty.digest()).isEqualTo(exported.digest());
            replay(empty, exported.text());
            assertThat(empty.digest()).isEqualTo(exported.digest());

            try (Investigation replayed =
                    Investigation.open(new GraphLocation.Folder(folder.resolve("replayed")))) {
                assertThat(replayed.evidence("EXECUTED:x1"))
                        .extracting(EvidenceRecord::raw)
                        .containsExactly(TinyIncident.COMMAND);
                assertThat(replayed.node(TinyIncident.HOST))
                        .isEqualTo(investigation.node(TinyIncident.HOST));
                assertThat(replayed.neighbourhood(TinyIncident.HOST, 9).graph())
                        .isEqualTo(investigation.neighbourhood(TinyIncident.HOST, 9).graph());
            }
        }
    }

    /// Statements end in `;` at a line's end, as a Cypher shell reads them.
    private static void replay(InvestigationGraph graph, String script) {
        for (String statement : script.split(";\n")) {
            graph.write(transaction -> transaction.run(statement, Map.of()));
        }
    }

    @Test
    void an_unknown_format_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> export("pdf"))
                .isInstanceOf(InvestigationException.class)
                .hasMessageContaining("cypher, graphml, json");
    }
}
