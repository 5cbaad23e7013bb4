package dev.fulgurite.graph.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CypherFileReaderTest {

    private static final String GOOD =
            """
            // title: Hosts
            // why: one line
            //   and more of it
            MATCH (h:Host)
            // a comment within
            RETURN h;

            UNWIND $rows AS row
            RETURN row;

            // fires on: a host
            CREATE (:Host {key: 'a'});
            CREATE (:Host {key: 'b'});
            // stays quiet on: nothing
            CREATE (:Account {key: 'a'});
            """;

    @Test
    void a_head_a_list_of_statements_and_examples_are_read() {
        CypherFile file = read(GOOD);

        assertThat(file.head("title")).isEqualTo("Hosts");
        assertThat(file.head("why")).isEqualTo("one line and more of it");
        assertThat(file.head("severity")).isEmpty();
        assertThat(file.statements()).hasSize(2);
        assertThat(file.statements().get(1))
                .isEqualTo(new CypherFile.Statement("UNWIND $rows AS row\nRETURN row", 8));
        assertThat(file.statement(0)).contains("// a comment within");
        assertThat(file.examples())
                .extracting(CypherFile.Example::fires)
                .containsExactly(true, false);
        assertThat(file.examples().getFirst().statements()).hasSize(2);
    }

    @Test
    void a_list_in_the_head_is_split_at_commas_and_none_is_empty() {
        assertThat(read("// title: a\n// needs: x, y ,z\nRETURN 1;").headList("needs"))
                .containsExactly("x", "y", "z");
        assertThat(read("// title: a\n// needs: none\nRETURN 1;").headList("needs")).isEmpty();
    }

    @Test
    void every_error_names_file_and_line() {
        refused("MATCH (n)\nRETURN n;", "t.cypher:1: no head");
        refused("// title: a\n", "t.cypher:1: no statement");
        refused("// title: a\nRETURN 1", "t.cypher:2: a statement without ';'");
        refused("// title: a\n// title: b\nRETURN 1;", "t.cypher:2: 'title' stands twice");
        refused("// Title without colon\nRETURN 1;", "t.cypher:1: a head line is");
        refused(
                "// title: a\nRETURN 1;\n// fires on: x\n",
                "t.cypher:3: an example without a statement");
    }

    private static CypherFile read(String text) {
        return CypherFileReader.read("t", "detections", "t.cypher", text);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CypherFileException.class)
                .hasMessageStartingWith(message);
    }
}
