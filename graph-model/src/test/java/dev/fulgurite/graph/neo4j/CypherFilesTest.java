package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFile.Statement;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every Cypher file, whatever its folder; a new file is tested by existing.
class CypherFilesTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.packaged();
    private static final Set<String> READING =
            Set.of("read", "detections", "pivots", "published", "touched");

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

    @Test
    void the_folders_are_those_the_product_knows() {
        assertThat(LIBRARY.folders())
                .contains("read", "schema", "steps", "write")
                .isSubsetOf(
                        "detections",
                        "links",
                        "pivots",
                        "published",
                        "read",
                        "schema",
                        "steps",
                        "templates",
                        "touched",
                        "write");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_has_a_title_and_a_name_in_the_style_of_its_folder(CypherFile file) {
        assertThat(file.head("title")).as(file.source()).isNotBlank();
        boolean names = file.folder().equals("schema") || file.folder().equals("write");
        assertThat(file.id())
                .matches(names ? "[A-Za-z_]+(-[A-Z_]+-[A-Za-z]+)?" : "[a-z0-9]+(-[a-z0-9]+)*");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void
            a_statement_is_understood_names_only_what_the_schema_has_and_reads_or_writes_as_its_folder_says(
                    CypherFile file, Statement statement) {
        String where = file.source() + ":" + statement.line();
        Explanation explanation = graph.explain(statement.text());

        assertThat(explanation.unknown()).as(where).isEmpty();
        if (READING.contains(file.folder())) {
            assertThat(explanation.readsOnly()).as(where + " only reads").isTrue();
        }
        assertThat(statement.text()).as(where + " takes parameters").doesNotContain("${");
    }

    @Test
    void a_misspelt_label_would_be_seen() {
        assertThat(graph.explain("MATCH (n:Hots) RETURN n").unknown()).isNotEmpty();
    }

    @Test
    void every_label_and_type_says_what_it_is_to_an_event() {
        Schema schema = new Schema(LIBRARY);

        assertThat(schema.carrierLabels()).contains("ActivityEvent").doesNotContain("Host");
        assertThat(schema.carrierTypes()).contains("LOGGED_ON").doesNotContain("INVOKED");
        assertThat(schema.relationTypes()).contains("INVOKED").doesNotContain("IN", "RAN");
        assertThat(schema.labels()).contains("Alert", "EvidenceFile").doesNotContain("LOGGED_ON");
        assertThat(schema.types()).contains("LOGGED_ON", "SAME_AS");
    }

    static Stream<CypherFile> files() {
        return LIBRARY.folders().stream().flatMap(name -> LIBRARY.files(name).stream());
    }

    static Stream<Object[]> statements() {
        return files().filter(file -> !file.folder().equals("schema"))
                .flatMap(file ->
                        file.statements().stream()
                                .map(statement -> new Object[] {file, statement}));
    }
}
