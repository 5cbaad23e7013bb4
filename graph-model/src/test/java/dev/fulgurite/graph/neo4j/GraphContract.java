package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store promises. Each store's test hands in its graph, which is emptied before each
/// test.
abstract class GraphContract {

    private static final String FILE = "a".repeat(64);
    private static final String OTHER_FILE = "b".repeat(64);
    private static final String THIRD_FILE = "c".repeat(64);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.1234567Z");

    abstract InvestigationGraph graph();

    @BeforeEach
    void empty() {
        graph().write(transaction ->
                transaction.run("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n", Map.of()));
    }

    @Test
    void a_batch_is_stored_with_its_ledger() {
        BatchOutcome outcome =
                graph().store(batch(FILE, logon("e1", FILE, 0), activity("e2", FILE, 10)));

        assertThat(outcome).isEqualTo(new BatchOutcome(2, 0));
        Ledger ledger = graph().ledger(FILE).orElseThrow();
        assertThat(ledger.stored()).isEqualTo(2);
        assertThat(ledger.tables()).containsEntry("AzureActivity", 1L);
        assertThat(ledger.columns()).containsEntry("AzureActivity", Set.of("Caller", "operation"));
        assertThat(ledger.rejects()).containsExactly(new Reject(7, 9, 120, "no time"));
        assertThat(graph().ledgers()).hasSize(1);
    }

    @Test
    void times_keep_their_100_nanoseconds() {
        graph().store(batch(FILE, logon("e1", FILE, 0)));

        Row row = only("MATCH ()-[r:LOGGED_ON]->() RETURN r.at AS at");
        assertThat(row.instant("at")).isEqualTo(AT);
    }

    @Test
    void a_relationship_knows_its_ends_even_when_they_are_not_in_the_row() {
        graph().store(batch(FILE, logon("e1", FILE, 0)));

        Row row = only("MATCH ()-[r:LOGGED_ON]->() RETURN r");
        Relationship logon = (Relationship) row.get("r");
        assertThat(logon).isNotNull();
        assertThat(logon.from()).isEqualTo(new NodeRef("Account", "name:contoso\\svc"));
        assertThat(logon.to()).isEqualTo(new NodeRef("Host", "device:d1"));
        assertThat(logon.id()).isEqualTo("e1");
    }

    @Test
    void the_same_batch_again_changes_nothing_and_counts_as_duplicates() {
        GraphBatch batch = batch(FILE, logon("e1", FILE, 0), activity("e2", FILE, 10));
        graph().store(batch);
        String digest = graph().digest();

        BatchOutcome again = graph().store(batch);

        assertThat(again).isEqualTo(new BatchOutcome(0, 2));
        assertThat(graph().digest()).isEqualTo(digest);
        assertThat(only("MATCH ()-[r]->() WHERE NOT r:SEEN_IN RETURN count(r) AS n").number("n"))
                .isEqualTo(3);
        assertThat(graph().ledger(FILE).orElseThrow().stored()).isEqualTo(2);
    }

    @Test
    void the_same_event_from_another_file_is_stored_once_with_both_evidences() {
        graph().store(batch(FILE, logon("e1", FILE, 0), activity("e2", FILE, 10)));
        String digest = graph().digest();

        graph().store(
                        batch(
                                OTHER_FILE,
                                logon("e1", OTHER_FILE, 77),
                                activity("e2", OTHER_FILE, 99)));

        Row row = only("MATCH ()-[r:LOGGED_ON]->() RETURN r.evidence AS evidence");
        assertThat(row.list("evidence", String.class))
                .containsExactly(FILE + ":0+5@1", OTHER_FILE + ":77+5@1");
        assertThat(only("MATCH (n:ActivityEvent) RETURN size(n.evidence) AS n").number("n"))
                .isEqualTo(2);
        assertThat(graph().digest()).isEqualTo(digest);
    }

    @Test
    void equal_ids_within_one_batch_are_one_event() {
        BatchOutcome outcome =
                graph().store(batch(FILE, logon("e1", FILE, 0), logon("e1", FILE, 50)));

        assertThat(outcome).isEqualTo(new BatchOutcome(1, 1));
        Row row = only("MATCH ()-[r:LOGGED_ON]->() RETURN r.evidence AS evidence");
        assertThat(row.list("evidence", String.class)).hasSize(2);
    }

    @Test
    void two_writers_of_the_same_events_store_each_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<GraphBatch> batches = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            batches.add(batch(FILE, logons(i * 100, 100)));
        }
        Callable<Long> writer =
                () -> {
                    long stored = 0;
                    for (GraphBatch batch : batches) {
                        together.await(1, TimeUnit.MINUTES);
                        stored += graph().store(batch).stored();
                    }
                    return stored;
                };
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            long stored = 0;
            for (Future<Long> each : writers.invokeAll(List.of(writer, writer))) {
                stored += each.get();
            }
            assertThat(stored).isEqualTo(1000);
        }
        assertThat(only("MATCH ()-[r:LOGGED_ON]->() RETURN count(r) AS n").number("n"))
                .isEqualTo(1000);
    }

    @ParameterizedTest(name = "known: {0}")
    @ValueSource(booleans = {true, false})
    void exports_of_the_same_events_that_are_read_at_once_are_all_evidence_of_these(boolean known)
            throws Exception {
        int rounds = 20;
        List<GraphBatch> before = new ArrayList<>();
        List<GraphBatch> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (known) {
                before.add(seenIn(FILE, round));
            }
            all.add(seenIn(OTHER_FILE, round));
            all.add(seenIn(THIRD_FILE, round));
        }
        before.forEach(graph()::store);
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < 2; lane++) {
                int first = lane;
                running.add(
                        writers.submit(() -> {
                            for (int i = first; i < all.size(); i += 2) {
                                together.await(1, TimeUnit.MINUTES);
                                graph().store(all.get(i));
                            }
                            return null;
                        }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(
                        only("MATCH ()-[r:LOGGED_ON]->() RETURN collect(DISTINCT size(r.evidence)) AS n")
                                .list("n", Long.class))
                .containsExactly(known ? 3L : 2L);
        assertThat(
                        only("MATCH (n:ActivityEvent) RETURN collect(DISTINCT size(n.evidence)) AS n")
                                .list("n", Long.class))
                .containsExactly(known ? 3L : 2L);
        assertThat(only("MATCH (h:Host) RETURN h.names AS names").list("names", String.class))
                .hasSize(known ? 3 : 2);
        String atOnce = graph().digest();
        empty();
        before.forEach(graph()::store);
        all.forEach(graph()::store);
        assertThat(graph().digest()).isEqualTo(atOnce);
    }

    /// Logons in one round and operations in the next, so that none waits for locks on the others;
    /// each file has a name of its own for the host, the third its operations in another shape.
    private static GraphBatch seenIn(String file, int round) {
        List<GraphEvent> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = round * 5 + i;
            String operation = "o" + number;
            if (round % 2 == 0) {
                events.add(named("l" + number, file, "SRV2." + file.charAt(0) + ".contoso.com"));
            } else if (file.equals(THIRD_FILE)) {
                events.add(richer(operation, file, number));
            } else {
                events.add(activity(operation, file, number));
            }
        }
        return batch(file, events.toArray(GraphEvent[]::new));
    }

    @Test
    void a_batch_whose_answer_was_lost_is_counted_once() {
        NamedBatch batch = NamedBatch.of(batch(FILE, logon("e1", FILE, 0), logon("e1", FILE, 50)));
        BatchWriter writer =
                new BatchWriter(CypherLibrary.packaged(), new Schema(CypherLibrary.packaged()));

        BatchOutcome first = graph().write(t -> writer.store(t, batch, "token"));
        BatchOutcome again = graph().write(t -> writer.store(t, batch, "token"));

        assertThat(first).isEqualTo(new BatchOutcome(1, 1));
        assertThat(again).isEqualTo(first);
        assertThat(graph().ledger(FILE).orElseThrow().duplicate()).isEqualTo(1);
    }

    /// As a process leaves it that dies between the two.
    @Test
    void what_was_named_without_its_events_is_shown_gone_on_with_and_taken_back() {
        GraphBatch batch = batch(FILE, named("e1", "SRV2.contoso.com"), activity("e2", FILE, 10));
        graph().store(batch(OTHER_FILE, logon("e3", OTHER_FILE, 0)));
        String without = graph().digest();
        BatchWriter killed =
                new BatchWriter(CypherLibrary.packaged(), new Schema(CypherLibrary.packaged()));

        graph().write(transaction -> {
            killed.name(transaction, NamedBatch.of(batch));
            return batch;
        });

        Ledger ledger = graph().ledger(FILE).orElseThrow();
        assertThat(ledger.complete()).isFalse();
        assertThat(ledger.name()).isEqualTo("logs/a.csv");
        assertThat(graph().undo(FILE)).isTrue();
        assertThat(graph().digest()).isEqualTo(without);
        graph().store(batch);
        String stored = graph().digest();
        empty();
        graph().write(transaction -> {
            killed.name(transaction, NamedBatch.of(batch));
            return batch;
        });
        graph().store(batch(OTHER_FILE, logon("e3", OTHER_FILE, 0)));
        assertThat(graph().store(batch)).isEqualTo(new BatchOutcome(2, 0));
        assertThat(graph().digest()).isEqualTo(stored);
    }

    @Test
    void the_same_event_in_two_shapes_is_stored_once_and_the_same_in_either_order() {
        graph().store(batch(FILE, activity("e2", FILE, 10)));
        graph().store(batch(OTHER_FILE, richer("e2", OTHER_FILE, 70)));
        String oneWay = graph().digest();
        Row row = only("MATCH (n:ActivityEvent) RETURN n.OperationName AS name, n.evidence AS e");
        assertThat(row.text("name")).isEqualTo("Run Command");
        assertThat(row.list("e", String.class)).hasSize(2);
        assertThat(only("MATCH (:Caller)-[r:INVOKED]->() RETURN count(r) AS n").number("n"))
                .isEqualTo(1);

        empty();
        BatchOutcome first = graph().store(batch(OTHER_FILE, richer("e2", OTHER_FILE, 70)));
        BatchOutcome second = graph().store(batch(FILE, activity("e2", FILE, 10)));

        assertThat(first.stored() + second.stored()).isEqualTo(1);
        assertThat(graph().digest()).isEqualTo(oneWay);
        empty();
        graph().store(
                        batch(
                                FILE,
                                activity("e2", FILE, 10),
                                richer("e2", FILE, 70),
                                activity("e2", FILE, 90)));
        assertThat(graph().digest()).isEqualTo(oneWay);
    }

    @Test
    void an_import_that_is_taken_back_leaves_the_graph_as_if_it_had_never_been() {
        graph().store(batch(OTHER_FILE, named("e3", OTHER_FILE, "SRV2.contoso.com")));
        graph().store(batch(OTHER_FILE, activity("e2", OTHER_FILE, 10)));
        String without = graph().digest();
        graph().store(
                        batch(
                                FILE,
                                logon("e1", FILE, 0),
                                named("e3", FILE, "SRV2.contoso.com"),
                                richer("e2", FILE, 10),
                                activity("e9", FILE, 40)));
        assertThat(graph().digest()).isNotEqualTo(without);

        assertThat(graph().undo(FILE)).isTrue();

        assertThat(graph().digest()).isEqualTo(without);
        assertThat(graph().ledger(FILE)).isEmpty();
        assertThat(only("MATCH (h:Host) RETURN h.names AS names").list("names", String.class))
                .containsExactly("SRV2.contoso.com");
        assertThat(only("MATCH (n:Reject|Variant) RETURN count(n) AS n").number("n")).isEqualTo(1);
        assertThat(graph().undo(FILE)).isFalse();
    }

    @Test
    void what_another_process_took_back_is_stored_again_with_all_that_the_file_named() {
        graph().store(batch(OTHER_FILE, named("e1", OTHER_FILE, "SRV2.contoso.com")));
        graph().store(batch(FILE, named("e2", FILE, "SRV2.contoso.com")));
        String both = graph().digest();
        // As the undo of another process does, which this one's writer hears nothing of.
        for (String statement :
                List.of(
                        "MATCH ()-[r {id: 'e2'}]->() DELETE r",
                        "MATCH (f:EvidenceFile {key: $file}) DETACH DELETE f")) {
            graph().write(transaction -> transaction.run(statement, Map.of("file", FILE)));
        }

        graph().store(batch(FILE, named("e2", FILE, "SRV2.contoso.com")));

        assertThat(graph().digest()).isEqualTo(both);
        assertThat(
                        only("MATCH (:Host)-[seen:SEEN_IN]->(:EvidenceFile) RETURN count(seen) AS n")
                                .number("n"))
                .isEqualTo(2);
    }

    @Test
    void taking_back_the_poorer_shape_or_the_only_file_is_exact_too() {
        graph().store(batch(OTHER_FILE, richer("e2", OTHER_FILE, 70)));
        String richer = graph().digest();
        graph().store(batch(FILE, activity("e2", FILE, 10), logon("e1", FILE, 0)));

        graph().undo(FILE);
        assertThat(graph().digest()).isEqualTo(richer);
        graph().undo(OTHER_FILE);
        assertThat(only("MATCH (n) WHERE NOT n:SchemaVersion RETURN count(n) AS n").number("n"))
                .isZero();
    }

    @Test
    void the_order_of_events_does_not_change_the_digest() {
        graph().store(batch(FILE, logon("e1", FILE, 0)));
        graph().store(batch(FILE, named("e3", "SRV2.contoso.com")));
        graph().store(batch(FILE, activity("e2", FILE, 10)));
        String oneWay = graph().digest();
        empty();
        graph().store(
                        batch(
                                OTHER_FILE,
                                activity("e2", FILE, 10),
                                named("e3", "SRV2.contoso.com"),
                                logon("e1", FILE, 0)));

        assertThat(graph().digest()).isEqualTo(oneWay);
        Row host = only("MATCH (h:Host) RETURN h.names AS names");
        assertThat(host.list("names", String.class)).containsExactly("SRV2.contoso.com", "srv2");
    }

    @Test
    void a_changed_column_changes_the_digest_and_facts_and_links_do_not() {
        graph().store(batch(FILE, activity("e2", FILE, 10)));
        String before = graph().digest();

        graph().write(transaction ->
                transaction.run(
                        "MATCH (o:Operation) SET o.outcome = 'FAILED' CREATE (o)-[:DROPPED {id: 'x', by: 'y'}]->(:ScriptFile {key: 's'})",
                        Map.of()));
        assertThat(graph().digest()).isEqualTo(before);

        graph().write(transaction ->
                transaction.run("MATCH (n:ActivityEvent) SET n.Caller = 'Bob'", Map.of()));
        assertThat(graph().digest()).isNotEqualTo(before);
    }

    @Test
    void a_read_is_cut_at_its_row_limit_and_says_so() {
        Query query = Query.of("UNWIND range(1, 10) AS i RETURN i");

        Result cut = graph().read(query.limitedTo(3, Duration.ofSeconds(20)));
        assertThat(cut.cut()).isTrue();
        assertThat(cut.rows()).hasSize(3);
        Result whole = graph().read(query.limitedTo(10, Duration.ofSeconds(20)));
        assertThat(whole.cut()).isFalse();
    }

    @Test
    void a_scan_gives_every_row() {
        List<Long> seen = new ArrayList<>();
        graph().scan(
                        Query.of("UNWIND range(1, 2500) AS i RETURN i"),
                        row -> seen.add(row.number("i")));
        assertThat(seen).hasSize(2500).endsWith(2500L);
    }

    @Test
    void a_scan_without_rows_tells_its_columns() {
        assertThat(graph().scan(Query.of("MATCH (h:Host) RETURN h.key AS host, 1 AS n"), _ -> {}))
                .containsExactly("host", "n");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> graph().read(Query.of("CREATE (n:Host {key: 'x'}) RETURN n")))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.BAD_QUERY));
        assertThat(graph().explain("CREATE (n:Host {key: 'x'}) RETURN n").readsOnly()).isFalse();
        assertThat(only("MATCH (n:Host) RETURN count(n) AS n").number("n")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Nobody) DELETE n",
                "MATCH (n:Nobody) SET n.key = 'x' RETURN n",
                "MERGE (n:Nobody {key: 'x'}) RETURN n",
                "CREATE INDEX nobody FOR (n:Nobody) ON (n.key)",
                "DROP INDEX nobody IF EXISTS",
                "DROP CONSTRAINT Host_key",
            })
    void what_would_write_is_refused_in_the_same_words_also_where_it_would_find_nothing(
            String statement) {
        assertThatThrownBy(() -> graph().read(Query.of(statement)))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.BAD_QUERY))
                .hasMessage("the query would write, and only reading is allowed here");
    }

    @Test
    void a_reader_is_told_of_indexes_and_procedures() {
        Query indexes = Query.of("SHOW INDEXES YIELD name WHERE name = 'Host_key' RETURN name");
        assertThat(graph().read(indexes).rows()).hasSize(1);
        assertThat(graph().read(Query.of("CALL db.labels() YIELD label RETURN label")).columns())
                .containsExactly("label");
    }

    @Test
    void a_wrong_statement_is_named_as_such() {
        assertThatThrownBy(() -> graph().read(Query.of("MATCH (n RETURN n")))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.BAD_QUERY));
    }

    @Test
    void a_read_that_runs_too_long_is_stopped() {
        Query endless =
                Query.of(
                        "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS s");
        assertThatThrownBy(() -> graph().read(endless.limitedTo(1, Duration.ofSeconds(1))))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TIMED_OUT));
    }

    @Test
    void a_read_that_is_given_up_stops_in_the_store() throws Exception {
        Cancellation cancellation = new Cancellation();
        assertStops(
                cancellation,
                query -> graph().read(query.limitedTo(1, Duration.ofMinutes(5)), cancellation));
    }

    @Test
    void what_is_read_for_work_stops_with_the_work() throws Exception {
        Cancellation work = new Cancellation();
        assertStops(work, query -> work.cover(() -> graph().read(query)));
    }

    private interface Reading {
        Result of(Query query) throws Exception;
    }

    /// A query that does not end is given up while it runs.
    private void assertStops(Cancellation cancellation, Reading read) throws Exception {
        String text =
                "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS s";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = threads.submit(() -> read.of(Query.of(text)));
            while (running(text) == 0) {
                Thread.onSpinWait();
            }
            cancellation.cancel();

            assertThatThrownBy(reading::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.CANCELLED));
        }
        assertThat(running(text)).isZero();
    }

    private long running(String text) {
        return graph().read(
                        Query.of(
                                "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery ENDS WITH $text AND status = 'Running' RETURN count(*) AS n",
                                Map.of("text", text)))
                .rows()
                .getFirst()
                .number("n");
    }

    @Test
    void a_scan_that_is_given_up_hands_over_the_rows_it_had() {
        Cancellation cancellation = new Cancellation();
        List<Long> seen = new ArrayList<>();

        assertThatThrownBy(() ->
                        graph().scan(
                                        Query.of("UNWIND range(1, 100000000) AS i RETURN i"),
                                        cancellation,
                                        row -> {
                                            seen.add(row.number("i"));
                                            cancellation.cancel();
                                        }))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.CANCELLED));
        assertThat(seen).startsWith(1L, 2L).hasSizeLessThan(100_000_000);
    }

    @Test
    void a_read_given_up_before_it_began_does_not_run_to_its_end() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        Query endless =
                Query.of(
                        "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS s");

        assertThatThrownBy(() -> graph().read(endless, cancellation))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.CANCELLED));
    }

    @Test
    void a_mistake_tells_its_place_in_the_statement_as_it_was_written() {
        assertPlace("MATCH (n) RETURN m", 1, 18);
        assertPlace("MATCH (n)\nRETURN m", 2, 8);
        assertThatThrownBy(() -> graph().explain("MATCH (n) RETURN m"))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.place()).contains(new GraphException.Place(1, 18)));
    }

    private void assertPlace(String text, int line, int column) {
        assertThatThrownBy(() -> graph().read(Query.of(text)))
                .hasMessageContaining("line " + line + ", column " + column)
                .hasMessageNotContaining("CYPHER 25")
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e ->
                                assertThat(e.place())
                                        .contains(new GraphException.Place(line, column)));
    }

    @Test
    void explain_tells_columns_and_misspelt_names_without_running_the_statement() {
        Explanation explanation =
                graph().explain(
                                "MATCH (h:Host)-[r:LOGED_ON]-(:Acount) RETURN h.key AS key, 1 AS one");

        assertThat(explanation.columns()).containsExactly("key", "one");
        assertThat(explanation.readsOnly()).isTrue();
        assertThat(explanation.unknown()).hasSize(2);
        assertThat(explanation.unknown().toString()).contains("LOGED_ON").contains("Acount");
    }

    @Test
    void a_write_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() ->
                        graph().write(transaction -> {
                            transaction.run("CREATE (:Host {key: 'half'})", Map.of());
                            throw new IllegalStateException("stop");
                        }))
                .hasMessage("stop");
        assertThat(only("MATCH (n:Host) RETURN count(n) AS n").number("n")).isZero();
    }

    @Test
    void nodes_come_back_as_plain_records() {
        graph().store(batch(FILE, logon("e1", FILE, 0)));
        Row row = only("MATCH (h:Host) RETURN h");
        assertThat(row.get("h"))
                .isEqualTo(
                        new Node(
                                new NodeRef("Host", "device:d1"),
                                Map.of("names", List.of("srv2"))));
    }

    @Test
    void every_kind_of_value_comes_back_as_ours() {
        Row row =
                only(
                        """
                        RETURN null AS nothing, true AS flag, 7 AS whole, 1.5 AS number,
                          [1, [2.5, 'x']] AS list, {a: 1, b: [true]} AS map,
                          datetime('2026-11-21T10:00:00.1234567+01:00') AS time,
                          localdatetime('2026-11-21T10:00:00') AS local, date('2026-11-21') AS day,
                          duration({days: 1, hours: 2}) AS long, duration({seconds: 90.5}) AS short
                        """);
        Map<String, Object> values = new HashMap<>(row.values());
        assertThat(values.remove("nothing")).isNull();
        assertThat(values)
                .isEqualTo(
                        Map.of(
                                "flag",
                                true,
                                "whole",
                                7L,
                                "number",
                                1.5,
                                "list",
                                List.of(1L, List.of(2.5, "x")),
                                "map",
                                Map.of("a", 1L, "b", List.of(true)),
                                "time",
                                Instant.parse("2026-11-21T09:00:00.1234567Z"),
                                "local",
                                Instant.parse("2026-11-21T10:00:00Z"),
                                "day",
                                "2026-11-21",
                                "long",
                                "P1DT2H",
                                "short",
                                "PT1M30.5S"));
    }

    @Test
    void a_path_comes_back_as_its_nodes_and_relationships() {
        graph().store(batch(FILE, logon("e1", FILE, 0)));
        Row row = only("MATCH p = (:Account)-[:LOGGED_ON]->(:Host) RETURN p, nodes(p) AS n");

        assertThat(row.get("p")).asInstanceOf(LIST).hasSize(3);
        assertThat(row.get("n")).asInstanceOf(LIST).hasSize(2).allMatch(Node.class::isInstance);
    }

    @Test
    void what_goes_wrong_in_the_middle_of_a_scan_is_told() {
        List<Row> rows = new ArrayList<>();
        Query failing = Query.of("UNWIND [1, 2, 0] AS n RETURN 4 / n AS quarter");

        assertThatThrownBy(() -> graph().scan(failing, rows::add))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.BAD_QUERY))
                .hasMessageContaining("zero");
    }

    @Test
    void what_the_reader_of_a_scan_throws_comes_through() {
        IllegalArgumentException enough = new IllegalArgumentException("enough");

        assertThatThrownBy(() ->
                        graph().scan(
                                        Query.of("UNWIND range(1, 9) AS n RETURN n"),
                                        _ -> {
                                            throw enough;
                                        }))
                .isSameAs(enough);
    }

    private Row only(String statement) {
        List<Row> rows = graph().read(Query.of(statement)).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static GraphBatch batch(String file, GraphEvent... events) {
        Ledger ledger =
                new Ledger(
                        file,
                        "logs/" + file.charAt(0) + ".csv",
                        "",
                        1000,
                        "csv",
                        Map.of("AzureActivity", 1L),
                        Map.of("AzureActivity", Set.of("Caller", "operation")),
                        3,
                        0,
                        0,
                        0,
                        1,
                        "",
                        List.of(new Reject(7, 9, 120, "no time")),
                        List.of(),
                        true);
        return new GraphBatch(List.of(events), ledger);
    }

    private static GraphEvent logon(String id, String file, long offset) {
        NodeRef account = new NodeRef("Account", "name:contoso\\svc");
        NodeRef host = new NodeRef("Host", "device:d1");
        return new GraphEvent(
                id,
                AT,
                new Evidence(file, offset, 5, 1),
                new RelationCarrier(
                        "LOGGED_ON",
                        account,
                        host,
                        Map.of("LogonType", "Network", "FileSize", 12L)),
                List.of(
                        new Entity(account, Map.of(), List.of("contoso\\svc")),
                        new Entity(host, Map.of(), List.of("srv2"))),
                List.of());
    }

    private static GraphEvent[] logons(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> logon("l" + i, FILE, i))
                .toArray(GraphEvent[]::new);
    }

    private static GraphEvent named(String id, String hostName) {
        return named(id, FILE, hostName);
    }

    /// The same event as [#activity] in a shape that says more.
    private static GraphEvent richer(String id, String file, long offset) {
        GraphEvent poor = activity(id, file, offset);
        NodeRef subscription = new NodeRef("IpAddress", "10.0.0.1");
        List<Entity> entities = new ArrayList<>(poor.entities());
        entities.add(new Entity(subscription, Map.of(), List.of()));
        List<Relation> relations = new ArrayList<>(poor.relations());
        relations.add(
                new Relation(
                        "FROM", new NodeRef("Operation", "c1|/subscriptions/s"), subscription));
        return new GraphEvent(
                id,
                AT,
                poor.evidence(),
                new NodeCarrier(
                        "ActivityEvent",
                        Map.of("Caller", "alice@contoso.com", "OperationName", "Run Command")),
                entities,
                relations);
    }

    private static GraphEvent named(String id, String file, String hostName) {
        NodeRef account = new NodeRef("Account", "name:contoso\\svc");
        NodeRef host = new NodeRef("Host", "device:d1");
        return new GraphEvent(
                id,
                AT,
                new Evidence(file, 400, 5, 8),
                new RelationCarrier("LOGGED_ON", account, host, Map.of("LogonType", "Network")),
                List.of(
                        new Entity(account, Map.of(), List.of("contoso\\svc")),
                        new Entity(host, Map.of(), List.of(hostName))),
                List.of());
    }

    private static GraphEvent activity(String id, String file, long offset) {
        NodeRef caller = new NodeRef("Caller", "upn:alice@contoso.com");
        NodeRef operation = new NodeRef("Operation", "c1|/subscriptions/s");
        NodeCarrier carrier =
                new NodeCarrier("ActivityEvent", Map.of("Caller", "Alice@contoso.com"));
        return new GraphEvent(
                id,
                AT,
                new Evidence(file, offset, 5, 1),
                carrier,
                List.of(
                        new Entity(caller, Map.of("kind", "upn"), List.of("Alice@contoso.com")),
                        new Entity(operation, Map.of("correlationId", "c1"), List.of())),
                List.of(
                        new Relation("OF", carrier.ref(id), operation),
                        new Relation("INVOKED", caller, operation)));
    }
}
