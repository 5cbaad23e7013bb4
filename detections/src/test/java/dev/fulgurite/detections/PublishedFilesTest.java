package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every published form; a new file is tested by existing.
class PublishedFilesTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.packaged();

    @ParameterizedTest
    @MethodSource("files")
    void a_published_form_has_its_head_its_detection_and_its_query(CypherFile file) {
        PublishedRule rule = PublishedRule.of(file);

        assertThat(LIBRARY.has("detections", rule.id())).isTrue();
        assertThat(rule.needs()).isNotEmpty();
        assertThat(queries())
                .filteredOn(query -> query.name().equals(file.head("then")))
                .singleElement()
                .satisfies(
                        query -> assertThat(query.columns()).isNotEmpty().doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_tells_two_rows_to_be_one_is_printed_or_followed(CypherFile file) {
        PublishedRule rule = PublishedRule.of(file);
        PublishedQuery query =
                queries().stream()
                        .filter(each -> each.name().equals(file.head("then")))
                        .findFirst()
                        .orElseThrow();

        assertThat(rule.compares())
                .allMatch(column ->
                        query.columns().contains(column) || rule.follows().contains(column));
    }

    @Test
    void only_the_chain_has_no_published_form() {
        assertThat(LIBRARY.files("detections"))
                .filteredOn(file -> !LIBRARY.has("published", file.id()))
                .extracting(CypherFile::id)
                .containsExactly("cloud-to-host-chain");
    }

    private static List<PublishedQuery> queries() {
        return ServiceLoader.load(PublishedQuery.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Stream<CypherFile> files() {
        return LIBRARY.files("published").stream();
    }
}
