package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A first import is a faster way to the same graph.
class FirstImportTest {

    private static final String A = "a".repeat(64);

    @TempDir Path folder;

    @Test
    void a_first_import_gives_what_the_same_batches_give_one_by_one() {
        RandomEvents events = new RandomEvents(20261121);
        List<GraphBatch> batches = events.batches();
        List<GraphBatch> later = new RandomEvents(7).batches().subList(8, 10);
        try (InvestigationGraph oneByOne = Neo4jGraphs.embedded(folder.resolve("one by one"));
                InvestigationGraph imported = Neo4jGraphs.embedded(folder.resolve("imported"))) {
            List<BatchOutcome> expected = batches.stream().map(oneByOne::store).toList();
            List<BatchOutcome> outcomes = firstImport(imported, batches);

            assertThat(outcomes).isEqualTo(expected);
            assertSame(imported, oneByOne);
            assertThat(imported.firstImport()).isEmpty();

            for (GraphBatch batch : later) {
                assertThat(imported.store(batch)).isEqualTo(oneByOne.store(batch));
            }
            assertSame(imported, oneByOne);
        }
    }

    private static List<BatchOutcome> firstImport(
            InvestigationGraph graph, List<GraphBatch> batches) {
        try (FirstImport filling = graph.firstImport().orElseThrow()) {
            List<BatchOutcome> outcomes = batches.stream().map(filling::store).toList();
            assertThat(graph.ledgers()).isEmpty();
            filling.finish();
            return outcomes;
        }
    }

    private static void assertSame(InvestigationGraph actual, InvestigationGraph expected) {
        for (String statement :
                List.of(
                        "MATCH (n) RETURN labels(n) AS l, n.key AS key, n {.*, batch: null, batchStored: null, batchDuplicate: null} AS p ORDER BY l, key",
                        "MATCH (a)-[r]->(b) RETURN type(r) AS t, r.id AS id, a.key AS a, b.key AS b, properties(r) AS p ORDER BY t, id, a, b",
                        "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties RETURN * ORDER BY name",
                        "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name")) {
            List<String> only = rows(actual, statement);
            List<String> missing = rows(expected, statement);
            List<String> same = new ArrayList<>(only);
            same.retainAll(new HashSet<>(missing));
            only.removeAll(new HashSet<>(same));
            missing.removeAll(new HashSet<>(same));
            assertThat(only).as("%s gives, missing %s", statement, missing).isEmpty();
            assertThat(missing).as(statement).isEmpty();
        }
        assertThat(actual.ledgers()).isEqualTo(expected.ledgers());
        assertThat(actual.ledger(A)).isEqualTo(expected.ledger(A));
        assertThat(actual.digest()).isEqualTo(expected.digest());
    }

    private static List<String> rows(InvestigationGraph graph, String statement) {
        List<String> rows = new ArrayList<>();
        graph.scan(
                Query.of(statement),
                row -> {
                    Map<String, Object> sorted = new TreeMap<>();
                    row.values().forEach((column, value) -> sorted.put(column, sorted(value)));
                    rows.add(brief(sorted.toString()));
                });
        assertThat(rows).isNotEmpty();
        return rows;
    }

    /// Long text by its length and hash, so that a difference can be read.
    private static String brief(String text) {
        return text.length() < 2_000
                ? text
                : text.substring(0, 1_000) + "… " + text.length() + " " + text.hashCode();
    }

    private static Object sorted(Object value) {
        return value instanceof Map<?, ?> map ? new TreeMap<>(map) : String.valueOf(value);
    }
}
