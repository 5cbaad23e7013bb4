package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class JsonColumnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "text"                | text
                    ""                    | ''
                    null                  | ''
                    true                  | true
                    7                     | 7
                    -7                    | -7
                    4294967296            | 4294967296
                    12345678901234567890  | 12345678901234567890
                    1.50                  | 1.50
                    0.0000001             | 1E-7
                    1e5                   | 1E+5
                    { "a": [ 1, "b" ] }   | {"a":[1,"b"]}
                    [ ]                   | []
                    """)
    void a_value_is_a_text_that_is_the_same_whatever_its_kind(String json, String text) {
        byte[] bytes = ("{\"column\": " + json + "}").getBytes(StandardCharsets.UTF_8);

        JsonColumns columns = new JsonColumns((ObjectNode) Json.parse(bytes, 0, bytes.length));

        assertThat(columns.text("column")).isEqualTo(text);
        assertThat(columns.text("other")).isEmpty();
    }
}
