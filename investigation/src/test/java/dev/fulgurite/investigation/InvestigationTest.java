package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.investigation.EvidenceRecord.Hash;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.query.Journal;
import dev.fulgurite.investigation.search.CommandResult;
import dev.fulgurite.investigation.search.Search;
import dev.fulgurite.investigation.search.SearchResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The door, on a real graph with one tiny incident.
class InvestigationTest {

    @TempDir static Path folder;

    private static InvestigationGraph graph;
    private static Investigation investigation;
    private static Path log;

    @BeforeAll
    static void open() throws IOException {
        Path place = folder.resolve("graph");
        graph = Neo4jGraphs.embedded(place);
        investigation = Investigation.open(new GraphLocation.Folder(place));
        log = folder.resolve("log.jsonl");
        TinyIncident.store(graph, log);
        graph.write(transaction ->
                transaction.run(
                        "CREATE (:Host {key: 'twin'}) CREATE (:Account {key: 'twin'})", Map.of()));
    }

    @AfterAll
    static void close() {
        investigation.close();
        graph.close();
    }

    @Test
    void a_node_is_found_by_label_and_key_and_by_a_key_that_it_alone_has() {
        assertThat(investigation.find("Host:device:d1").ref()).isEqualTo(TinyIncident.HOST);
        assertThat(investigation.find("device:d1").ref()).isEqualTo(TinyIncident.HOST);
        assertThat(investigation.node(TinyIncident.HOST).get("names"))
                .isEqualTo(java.util.List.of("vm1.contoso.com"));
    }

    @Test
    void neighbours_are_counted_by_type_and_direction() {
        Neighbours around = investigation.neighbours(TinyIncident.HOST);

        assertThat(around.complete()).isTrue();
        assertThat(around.counts())
                .anySatisfy(one -> {
                    assertThat(one.type()).isEqualTo("EXECUTED");
                    assertThat(one.outgoing()).isTrue();
                    assertThat(one.label()).isEqualTo("Command");
                    assertThat(one.neighbours()).isEqualTo(1);
                });
    }

    @Test
    void the_timeline_of_an_operation_has_the_records_it_is_made_of() {
        Subgraph shown =
                new Subgraph(
                        java.util.List.of(investigation.node(TinyIncident.OPERATION)),
                        java.util.List.of());

        Timeline timeline = investigation.timeline(shown);

        assertThat(timeline.moments())
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.at()).isEqualTo(TinyIncident.START);
                    assertThat(moment.node()).isEqualTo(TinyIncident.OPERATION);
                    assertThat(investigation.evidence(moment.ref())).hasSize(1);
                });
    }

    @Test
    void an_alert_is_found_from_what_it_is_about() {
        graph.write(transaction ->
                transaction.run(
                        "MATCH (host:Host {key: 'device:d1'}) "
                                + "CREATE (:Alert {key: 'a1', status: 'open', severity: 'high', "
                                + "title: 't', rule: 'r', nodes: [$vm]})-[:ABOUT {id: 'x'}]->(host)",
                        Map.of("vm", TinyIncident.MACHINE.toString())));

        assertThat(investigation.alertsOn(TinyIncident.HOST, 10)).hasSize(1);
        assertThat(investigation.alertsOn(TinyIncident.MACHINE, 10)).hasSize(1);
        assertThat(investigation.alertsOn(TinyIncident.GET_PROCESS, 10)).isEmpty();
        graph.write(transaction ->
                transaction.run("MATCH (alert:Alert {key: 'a1'}) DETACH DELETE alert", Map.of()));
    }

    @Test
    void an_alert_is_found_from_a_node_of_its_case_by_the_whole_key_whatever_signs_that_has() {
        NodeRef account = new NodeRef("Account", "name:con\\toso\\\"a b*\" (?) AND");
        graph.write(transaction -> {
            transaction.run(
                    "CREATE (:Account {key: $key}) "
                            + "CREATE (:Alert {key: 'a2', severity: 'high', status: 'open', nodes: ['Account:a', $account]}) "
                            + "CREATE (:Alert {key: 'a3', severity: 'high', status: 'open', nodes: ['Account:a', $other]})",
                    Map.of(
                            "key", account.key(),
                            "account", account.toString(),
                            "other", account.toString().toUpperCase(Locale.ROOT)));
            return transaction;
        });

        assertThat(investigation.alertsOn(account, 10)).extracting(Alert::id).containsExactly("a2");
        graph.write(transaction ->
                transaction.run(
                        "MATCH (n) WHERE n.key IN ['a2', 'a3', $key] DETACH DELETE n",
                        Map.of("key", account.key())));
    }

    @Test
    void a_record_comes_with_its_fields_and_where_they_stand() {
        EvidenceRecord record =
                investigation.evidence(TinyIncident.GET_PROCESS.toString()).getFirst();

        assertThat(record.fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.name()).isEqualTo("Command");
                    assertThat(field.value()).isEqualTo("Get-Process 'a\\b'");
                    assertThat(field.at()).isEqualTo(-1);
                });
    }

    @Test
    void a_key_that_several_nodes_have_is_refused_with_the_candidates() {
        assertThatThrownBy(() -> investigation.find("twin"))
                .isInstanceOfSatisfying(
                        InvestigationException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(Kind.AMBIGUOUS_NODE);
                            assertThat(e.candidates())
                                    .containsExactly(
                                            new NodeRef("Account", "twin"),
                                            new NodeRef("Host", "twin"));
                        });
    }

    @Test
    void a_key_is_looked_for_among_all_labels_of_the_schema() {
        CypherLibrary library = CypherLibrary.packaged();
        assertThat(new Schema(library).labels())
                .filteredOn(label -> !label.equals("SchemaVersion"))
                .allSatisfy(label ->
                        assertThat(library.file("read", "nodes-with-key").statement())
                                .containsPattern("[:|]" + label + "[| ]"));
    }

    @Test
    void an_unknown_node_is_refused_with_what_resembles_it() {
        assertThatThrownBy(() -> investigation.find("alice"))
                .isInstanceOfSatisfying(
                        InvestigationException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_NODE);
                            assertThat(e.candidates()).containsExactly(TinyIncident.ALICE);
                        });
    }

    @Test
    void a_search_finds_names_in_any_case() {
        assertThat(search("VM1.Contoso")).containsExactly(TinyIncident.HOST);
        assertThat(search(" ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALICE@Contoso.com, Caller:upn:alice@contoso.com",
        "203.0.113.9:443, IpAddress:203.0.113.9",
        "'[203.0.113.9]', IpAddress:203.0.113.9",
        "/VM1, VirtualMachine:/vm1",
        "C1, Operation:c1|/vm1",
        "D1, Host:device:d1",
        "Get-Process, Command:get-process",
        "Host:device:d1, Host:device:d1"
    })
    void what_is_pasted_is_found_by_its_key_before_anything_else(String pasted, String ref) {
        assertThat(investigation.search(pasted, 5, new Cancellation()).hits())
                .first()
                .satisfies(hit -> {
                    assertThat(hit.node().ref()).hasToString(ref);
                    assertThat(hit.match()).isNotEqualTo(SearchResult.Match.INSIDE);
                });
    }

    @Test
    void a_hit_says_when_it_was_last_seen_and_a_cut_that_there_are_more() {
        SearchResult one = investigation.search("alice", 5, new Cancellation());
        assertThat(one.hits())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.lastSeen()).isEqualTo(TinyIncident.START);
                    assertThat(hit.match()).isEqualTo(SearchResult.Match.BEGINNING);
                });
        assertThat(one.more()).isFalse();
        assertThat(investigation.search("vm1", 1, new Cancellation()).more()).isTrue();
        assertThat(investigation.searchKeys("alice", 5, new Cancellation())).isEqualTo(one);
    }

    @Test
    void a_search_whose_time_is_up_gives_what_the_indexes_know_and_says_so() {
        Search hasty = new Search(graph, CypherLibrary.packaged(), java.time.Duration.ZERO);

        SearchResult found = hasty.entities("alice@", 5, new Cancellation());
        assertThat(found.nodes()).extracting(Node::ref).containsExactly(TinyIncident.ALICE);
        assertThat(found.stopped()).isTrue();
    }

    @Test
    void commands_are_found_by_the_words_of_their_lines() {
        CommandResult found = investigation.searchCommands("PROCESS get 'A", 5, new Cancellation());

        assertThat(found.hits())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.host()).isEqualTo("vm1.contoso.com");
                    assertThat(hit.node()).isEqualTo(TinyIncident.GET_PROCESS);
                    assertThat(hit.graph().relationships()).hasSize(1);
                });
        assertThat(investigation.searchCommands("get nothing", 5, new Cancellation()).hits())
                .isEmpty();
    }

    private static java.util.List<NodeRef> search(String text) {
        return investigation.search(text, 5, new Cancellation()).nodes().stream()
                .map(Node::ref)
                .toList();
    }

    @Test
    void what_was_asked_is_written_down_and_runs_as_it_stands() {
        investigation.pivots(TinyIncident.ALICE);
        investigation.neighbourhood(TinyIncident.OPERATION, 10);
        investigation.evidence("Caller:upn:alice@contoso.com");
        investigation.alerts(null, null);

        java.util.List<Journal.Asked> asked = investigation.journal().latest();
        assertThat(asked)
                .extracting(Journal.Asked::file)
                .contains("pivots/caller-operations", "read/around", "read/events-of-node");
        assertThat(asked)
                .hasSizeLessThanOrEqualTo(Journal.KEPT)
                .allSatisfy(one -> investigation.query(one.literal()));
        assertThat(asked)
                .filteredOn(one -> one.file().equals("pivots/caller-operations"))
                .first()
                .satisfies(one -> assertThat(investigation.query(one.literal()).rows()).hasSize(1));
    }

    @Test
    void what_a_table_holds_of_the_graph_comes_with_the_ends_of_its_lines() {
        var rows = investigation.query("MATCH (:Caller)-[r:INVOKED]->() RETURN [r] AS list").rows();

        assertThat(investigation.graphOf(rows, 10).nodes())
                .extracting(Node::ref)
                .containsExactlyInAnyOrder(TinyIncident.ALICE, TinyIncident.OPERATION);
    }

    @Test
    void pivots_are_offered_with_their_counts_and_lead_to_a_part_of_the_graph() {
        assertThat(investigation.pivots(TinyIncident.ALICE))
                .extracting(PivotOffer::id, PivotOffer::count)
                .contains(
                        org.assertj.core.api.Assertions.tuple("caller-operations", 1L),
                        org.assertj.core.api.Assertions.tuple("caller-ips", 1L));

        Neighbourhood found = investigation.pivot(TinyIncident.ALICE, "caller-operations", 10);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.graph().nodes())
                .extracting(Node::ref)
                .containsExactly(TinyIncident.ALICE, TinyIncident.OPERATION);
        assertThatThrownBy(() -> investigation.pivot(TinyIncident.ALICE, "host-onward", 10))
                .hasMessageContaining("caller-operations");
    }

    @Test
    void a_neighbourhood_says_how_much_it_leaves_out() {
        Neighbourhood all = investigation.neighbourhood(TinyIncident.OPERATION, 10);
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.cut()).isFalse();

        Neighbourhood cut = investigation.neighbourhood(TinyIncident.OPERATION, 3);
        assertThat(cut.graph().relationships()).hasSize(3);
        assertThat(cut.total()).isEqualTo(4);
        assertThat(cut.cut()).isTrue();
    }

    @Test
    void evidence_of_an_entity_is_that_of_the_events_that_name_it() {
        assertThat(investigation.evidence("Caller:upn:alice@contoso.com"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.raw()).isEqualTo(TinyIncident.ACTIVITY);
                    assertThat(record.hash()).isEqualTo(Hash.OK);
                    assertThat(record.place()).isEqualTo(log + ":1");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVOKED:e1", "OF:e1", "ActivityEvent:e1"})
    void a_plain_relationship_stands_on_its_event(String ref) {
        assertThat(investigation.evidence(ref))
                .extracting(EvidenceRecord::raw)
                .containsExactly(TinyIncident.ACTIVITY);
    }

    @Test
    void an_event_that_is_a_relationship_has_its_own_evidence() {
        assertThat(investigation.evidence("EXECUTED:x1"))
                .extracting(EvidenceRecord::raw, EvidenceRecord::line)
                .containsExactly(org.assertj.core.api.Assertions.tuple(TinyIncident.COMMAND, 2L));
    }

    @Test
    void an_altered_file_is_told_and_so_is_one_that_is_gone() throws IOException {
        byte[] original = Files.readAllBytes(log);
        try {
            Files.writeString(
                    log, new String(original, StandardCharsets.UTF_8).replace("Alice", "Mallo"));
            assertThat(investigation.evidence("INVOKED:e1"))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.hash()).isEqualTo(Hash.ALTERED);
                        assertThat(record.raw()).contains("Mallo@contoso.com");
                    });
            Files.delete(log);
            assertThat(investigation.evidence("INVOKED:e1"))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.hash()).isEqualTo(Hash.MISSING);
                        assertThat(record.raw()).isEmpty();
                        assertThat(record.file()).isEqualTo(log.toString());
                    });
        } finally {
            Files.write(log, original);
        }
    }

    @Test
    void a_query_reads() {
        assertThat(investigation.query("MATCH (c:Caller) RETURN c.key AS key;\n").rows())
                .extracting(row -> row.text("key"))
                .containsExactly("upn:alice@contoso.com");
        assertThat(investigation.query("RETURN 'SHOW USERS; LOAD CSV' AS text").rows()).hasSize(1);
        assertThat(
                        investigation
                                .query("CALL db.labels() YIELD label RETURN count(label) AS n")
                                .rows())
                .hasSize(1);
        assertThat(investigation.query("UNWIND range(1, 20000) AS n RETURN n"))
                .satisfies(result -> {
                    assertThat(result.rows()).hasSize(Investigation.QUERY_ROWS);
                    assertThat(result.cut()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CREATE (:Host {key: 'new'})",
                "MATCH (n) DETACH DELETE n",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "MATCH (n) WITH n LIMIT 1 LOAD /* x */ CSV FROM 'https://x/' AS l RETURN l",
                "SHOW USERS",
                "// a comment\nSHOW SETTINGS",
                "CYPHER 25 SHOW TRANSACTIONS",
                "TERMINATE TRANSACTION 'neo4j-transaction-1'",
                "CALL dbms.listConfig()",
                "CALL `dbms`.`listConfig`()",
                "CALL db.clearQueryCaches()",
                "\\u0053HOW USERS",
                "MATCH (n) USE`system` RETURN n",
                "USE(system) MATCH (n) RETURN n",
                "USE graph.byName('system') MATCH (n) RETURN n",
                "LOAD\u00a0CSV FROM 'https://x/' AS l RETURN l",
                "SHOW\u2003USERS",
                "CALL`dbms`.`listConfig`() YIELD name RETURN name",
                "OPTIONAL CALL dbms.listConfig() YIELD name RETURN name",
                "CALL dbms . listConfig ()",
                "CALL /* db.labels() */ dbms.listConfig()",
                "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
                "RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV …', {})",
                "RETURN `apoc` . `load`.xml('x')",
                "UNWIND [1] AS i CALL (i) { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
                "UNWIND [1] AS i CALL (i) { RETURN 1 AS x } IN 2 CONCURRENT TRANSACTIONS RETURN x",
                "CYPHER 5 RETURN '\\u0027 AS t LOAD CSV FROM \"https://x/\" AS l RETURN l //'",
                "PROFILE MATCH (n) RETURN n",
                "MATCH (n) SET n.x = 1",
                "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
                "MERGE (:Host {key: 'new'})",
                "FOREACH (x IN [1] | CREATE (:Host {key: 'new'}))",
                "CREATE INDEX x FOR (n:Host) ON (n.x)",
                "DROP CONSTRAINT Host_key",
                "CREATE USER eve SET PASSWORD 'x'",
                "CALL db.createLabel('x')",
                "DENY READ {*} ON GRAPH * TO eve",
                "RETURN 1; MATCH (n) DETACH DELETE n"
            })
    void a_query_that_does_not_read_the_graph_is_refused_before_it_runs(String text) {
        assertThatThrownBy(() -> investigation.query(text))
                .satisfiesAnyOf(
                        e ->
                                assertThat(e)
                                        .isInstanceOfSatisfying(
                                                InvestigationException.class,
                                                refused ->
                                                        assertThat(refused.kind())
                                                                .isEqualTo(Kind.QUERY_REFUSED)),
                        e ->
                                assertThat(e)
                                        .isInstanceOfSatisfying(
                                                GraphException.class,
                                                wrong ->
                                                        assertThat(wrong.kind())
                                                                .isEqualTo(
                                                                        GraphException.Kind
                                                                                .BAD_QUERY)));
        assertThat(investigation.query("MATCH (h:Host {key: 'new'}) RETURN h").rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 'it\\'s' AS used, 'CALL dbms.x()' AS user",
                "MATCH (n) WHERE n.name IN ['a'] RETURN count(*) AS calls",
                "RETURN duration.between(datetime('2026-01-01T00:00:00Z'), datetime()) AS d",
                "MATCH (h:Host) CALL (h) { MATCH (h)--(x) RETURN count(x) AS n } RETURN h.key, n",
                "MATCH p = (:Host)-[*1..2]-() RETURN p LIMIT 1",
                "// LOAD CSV is not asked for\nRETURN 1 AS one",
                "MATCH (n) WHERE EXISTS { (n)-[:INVOKED]->(:Operation) } RETURN n.key"
            })
    void a_query_that_only_looks_like_a_command_runs(String text) {
        assertThat(investigation.query(text).columns()).isNotEmpty();
    }

    @Test
    void a_long_text_in_a_query_is_looked_over() {
        String text = "x".repeat(200_000) + "\\'";
        assertThat(investigation.query("RETURN size('" + text + "') AS n").rows())
                .extracting(row -> row.number("n"))
                .containsExactly(200_001L);
    }

    @Test
    void a_query_with_a_mistake_is_the_graph_s_own_message() {
        assertThatThrownBy(() -> investigation.query("MATCH (n RETURN n"))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.BAD_QUERY));
    }

    @Test
    void standard_input_is_kept_once() {
        Path first = keep("one\n");
        Path again = keep("one\n");

        assertThat(again).isEqualTo(first).hasContent("one\n");
        assertThat(first.getParent()).isEqualTo(folder.resolve("graph").resolve("evidence"));
        assertThat(keep("two\n")).isNotEqualTo(first);
        assertThat(first.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    private static Path keep(String text) {
        return investigation.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_newest_event_is_the_last_of_any_kind() {
        assertThat(investigation.newestEvent()).contains(TinyIncident.START.plusSeconds(12));
    }
}
