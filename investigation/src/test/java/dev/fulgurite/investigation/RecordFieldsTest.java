package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.EvidenceRecord.Field;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {

    @Test
    void a_json_record_is_taken_apart_and_each_value_found_in_it() {
        String raw = "{\"Caller\":\"alice\",\"Note\":\"alice\",\"Size\":7,\"Path\":\"C:\\\\a\"}";

        assertThat(RecordFields.of("", raw))
                .containsExactly(
                        new Field("Caller", "alice", raw.indexOf("alice")),
                        new Field("Note", "alice", raw.lastIndexOf("alice")),
                        new Field("Size", "7", raw.indexOf('7')),
                        new Field("Path", "C:\\a", -1));
    }

    @Test
    void a_csv_record_takes_its_names_from_the_first_line_of_the_file() {
        String raw = "x,\"y, z\",x";

        assertThat(RecordFields.of(RecordFields.header("a,b,\"c\nd\"\n1,2,3\n"), raw))
                .containsExactly(
                        new Field("a", "x", 0),
                        new Field("b", "y, z", 3),
                        new Field("c\nd", "x", 9));
    }

    @Test
    void a_file_that_is_no_csv_has_no_header() {
        assertThat(RecordFields.header("{\"a\":1}\n")).isEmpty();
        assertThat(RecordFields.header("[\n")).isEmpty();
    }

    @Test
    void what_is_no_record_alone_has_no_fields() {
        assertThat(RecordFields.of("", "")).isEmpty();
        assertThat(RecordFields.of("", "<Event/>")).isEmpty();
    }
}
