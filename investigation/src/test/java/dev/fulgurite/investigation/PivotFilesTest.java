package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFile.Example;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every pivot; a new file is tested by existing.
class PivotFilesTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.packaged();

    @TempDir static Path folder;

    private static InvestigationGraph graph;

    @BeforeAll
    static void open() {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @ParameterizedTest
    @MethodSource("pivots")
    void a_pivot_says_where_it_starts_and_why_one_takes_it(CypherFile pivot) {
        assertThat(new Schema(LIBRARY).labels()).contains(pivot.head("from"));
        assertThat(pivot.head("title")).isNotBlank();
        assertThat(pivot.head("why")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pivots")
    void a_pivot_only_reads_is_bounded_and_returns_a_path(CypherFile pivot) {
        var explanation = graph.explain(pivot.statement(0));

        assertThat(explanation.readsOnly()).isTrue();
        assertThat(explanation.columns()).containsExactly("path");
        assertThat(pivot.statement(0)).contains("$key").endsWith("LIMIT $limit");
    }

    @ParameterizedTest
    @MethodSource("pivots")
    void a_pivot_that_counts_reads_no_more_records_than_it_lists(CypherFile pivot) {
        for (CypherFile.Statement counting :
                pivot.statements().subList(1, pivot.statements().size())) {
            assertThat(graph.explain(counting.text()).columns())
                    .containsExactly("total", "records", "rare", "near");
            assertThat(counting.text()).contains("$key", "LIMIT $scan");
            assertThat(pivot.statement(0)).contains("LIMIT $scan", "CASE WHEN $newest");
        }
    }

    /// Neo4j may begin at all nodes of a label that is named at the far end, and then takes twenty
    /// times as long on a node with many relationships and looks at others than the last.
    @ParameterizedTest
    @MethodSource("pivots")
    void a_pivot_that_may_find_much_names_no_label_that_the_relationship_tells(CypherFile pivot) {
        for (CypherFile.Statement statement : pivot.statements()) {
            if (statement.text().contains("$scan")) {
                for (CypherFile type : LIBRARY.files("schema")) {
                    assertThat(statement.text())
                            .doesNotContainPattern(
                                    farEnd(type, "from", "[(]\\w+:%s[)]-\\[\\w*:%s\\b"))
                            .doesNotContainPattern(
                                    farEnd(type, "to", "-\\[\\w*:%2$s\\b[^]]*]->[(]\\w+:%1$s[)]"));
                }
            }
        }
    }

    /// What only matches when a relationship type with one label at an end has it named there.
    private static String farEnd(CypherFile type, String end, String pattern) {
        List<String> labels = type.headList(end);
        return labels.size() == 1 ? pattern.formatted(labels.getFirst(), type.id()) : "(?!)";
    }

    @ParameterizedTest
    @MethodSource("pivots")
    void a_pivot_has_an_example_of_each_kind(CypherFile pivot) {
        assertThat(pivot.examples()).extracting(Example::fires).contains(true, false);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void an_example_does_what_it_says(
            String source, String title, CypherFile pivot, Example example) {
        empty();
        graph.write(transaction -> {
            example.statements().forEach(each -> transaction.run(each.text(), Map.of()));
            return "";
        });
        Pivots pivots = new Pivots(graph, LIBRARY);

        List<Neighbourhood> found =
                starts(pivot).stream()
                        .map(start -> pivots.run(start, pivot.id(), PivotOrder.UNUSUAL, 10))
                        .toList();

        assertThat(found).as(source + " has a " + pivot.head("from")).isNotEmpty();
        assertThat(found.stream().anyMatch(each -> each.total() > 0))
                .as(source + ": " + title)
                .isEqualTo(example.fires());
        assertThat(found)
                .filteredOn(each -> each.total() > 0)
                .allSatisfy(each -> assertThat(each.graph().relationships()).isNotEmpty());
        for (NodeRef start : starts(pivot)) {
            long total = pivots.run(start, pivot.id(), PivotOrder.NEWEST, 10).total();
            assertThat(pivots.from(start, null))
                    .filteredOn(offer -> offer.id().equals(pivot.id()))
                    .extracting(PivotOffer::count)
                    .isEqualTo(total == 0 ? List.of() : List.of(total));
        }
    }

    private static List<NodeRef> starts(CypherFile pivot) {
        Map<String, Object> label = Map.of("label", pivot.head("from"));
        List<Row> rows =
                graph.read(Query.of("MATCH (n:$($label)) RETURN n.key AS key", label)).rows();
        return rows.stream().map(row -> new NodeRef(pivot.head("from"), row.text("key"))).toList();
    }

    private static void empty() {
        graph.write(transaction -> transaction.run("MATCH (n) DETACH DELETE n", Map.of()));
    }

    static List<CypherFile> pivots() {
        return LIBRARY.files("pivots");
    }

    static Stream<Object[]> examples() {
        return pivots().stream()
                .flatMap(pivot ->
                        pivot.examples().stream()
                                .map(example ->
                                        new Object[] {
                                            pivot.source() + ":" + example.line(),
                                            example.title(),
                                            pivot,
                                            example
                                        }));
    }
}
