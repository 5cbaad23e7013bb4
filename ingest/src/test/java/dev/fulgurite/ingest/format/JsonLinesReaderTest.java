package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {

    @Test
    void each_line_is_a_record_with_its_place() {
        Readings readings =
                Readings.of(
                        """
                        {"a": 1}

                        {"a": "é"}\r
                          {"a": 3}\
                        """);

        assertThat(readings.format()).isEqualTo(LogFormat.JSONL);
        assertThat(readings.all())
                .extracting(Reading::place)
                .containsExactly(
                        new Place(1, 1, 0, 8), new Place(2, 3, 10, 11), new Place(3, 4, 25, 8));
        assertThat(readings.column("a")).containsExactly("1", "é", "3");
    }

    @Test
    void a_line_cut_in_half_is_rejected_with_its_line_and_costs_no_other() {
        Readings readings =
                Readings.of(
                        """
                        {"a": 1, "b": "x"}
                        {"a": 2, "b": "x
                        {"a": 3, "b": "x"}
                        """);

        assertThat(readings.column("a")).containsExactly("1", "3");
        assertThat(readings.rejected()).hasSize(1);
        assertThat(readings.rejected().getFirst().place()).isEqualTo(new Place(2, 2, 19, 16));
        assertThat(readings.rejected().getFirst().reason())
                .isEqualTo("not JSON at column 17: the line ends in the middle of the record");
    }

    @Test
    void a_first_line_cut_at_either_end_is_rejected_alone() {
        String whole = "{\"a\": 2, \"b\": \"x\"}\n{\"a\": 3, \"b\": \"y\"}\n";

        Readings tailMissing = Readings.of("{\"a\": 1, \"b\n" + whole);
        Readings headMissing = Readings.of("1, \"b\": \"x\"}\n" + whole);

        assertThat(tailMissing.column("a")).containsExactly("2", "3");
        assertThat(tailMissing.rejected()).hasSize(1);
        assertThat(headMissing.column("a")).containsExactly("2", "3");
        assertThat(headMissing.rejected()).hasSize(1);
    }

    @Test
    void a_single_line_cut_in_half_is_a_rejected_line_of_json() {
        Readings readings = Readings.of("{\"TimeGenerated\": \"2021-11");

        assertThat(readings.format()).isEqualTo(LogFormat.JSONL);
        assertThat(readings.rejected()).hasSize(1);
    }

    @Test
    void records_wrapped_in_lines_have_places_of_their_own() {
        Readings readings =
                Readings.of(
                        """
                        {"records": [{"a": 1}, {"a": 2}]}
                        {"records": []}
                        {"records": [{"a": 3}], "more": {"x": [1]}}
                        """);

        assertThat(readings.column("a")).containsExactly("1", "2", "3");
        assertThat(readings.records())
                .extracting(record -> record.place().number() + "@" + record.place().line())
                .containsExactly("1@1", "2@1", "3@3");
        assertThat(readings.records())
                .extracting(record -> readings.at(record.place()))
                .containsExactly("{\"a\": 1}", "{\"a\": 2}", "{\"a\": 3}");
    }

    @Test
    void a_broken_record_among_others_wrapped_in_a_line_is_rejected_alone() {
        String deep = "[".repeat(200) + "]".repeat(200);

        Readings readings =
                Readings.of(
                        "{\"records\": [{\"a\": 1}, {\"a\": "
                                + deep
                                + "}, {\"a\": 3}]}\n"
                                + "{\"records\": [{\"a\": 4}, {\"a\": 5\n"
                                + "{\"a\": 6}\n");

        assertThat(readings.column("a")).containsExactly("1", "3", "4", "6");
        assertThat(readings.rejected())
                .extracting(rejected -> rejected.place().number() + "@" + rejected.place().line())
                .containsExactly("2@1", "5@2");
    }

    @Test
    void objects_beside_each_other_on_a_line_are_records_each() {
        Readings readings = Readings.of("{\"a\": 1} {\"a\": 2}\n{\"a\": 3}\n");

        assertThat(readings.column("a")).containsExactly("1", "2", "3");
        assertThat(readings.rejected()).isEmpty();
    }

    @Test
    void bytes_that_are_no_characters_are_rejected() {
        byte[] bytes = "{\"a\": \"x\"}\n{\"a\": \"y\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xFF;

        Readings readings = Readings.of(bytes);

        assertThat(readings.column("a")).containsExactly("y");
        assertThat(readings.rejected().getFirst().reason()).contains("UTF-8");
    }

    @Test
    void nesting_without_end_is_rejected_and_not_followed() {
        String deep = "{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        Readings readings = Readings.of("{\"a\": 1}\n" + deep + "\n{\"a\": 3}\n");

        assertThat(readings.column("a")).containsExactly("1", "3");
        assertThat(readings.rejected().getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void a_line_longer_than_any_record_is_rejected_and_the_next_one_read() {
        byte[] bytes = new byte[ByteWindow.MAX_RECORD + 1_000];
        java.util.Arrays.fill(bytes, (byte) 'x');
        byte[] start = "{\"a\": 1}\n{\"b\": \"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}\n{\"a\": 3}\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);

        Readings readings = Readings.of(bytes);

        assertThat(readings.column("a")).containsExactly("1", "3");
        assertThat(readings.rejected().getFirst().reason()).contains("64 MB");
        assertThat(readings.records().getLast().place().line()).isEqualTo(3);
        assertThat(readings.at(readings.records().getLast().place())).isEqualTo("{\"a\": 3}");
    }

    @Test
    void a_line_that_is_no_object_is_rejected() {
        Readings readings = Readings.of("{\"a\": 1}\n42\n[{\"a\": 2}]\n\"x\"\n{\"a\": 3}\n");

        assertThat(readings.column("a")).containsExactly("1", "2", "3");
        assertThat(readings.rejected())
                .extracting(rejected -> rejected.place().line())
                .containsExactly(2L, 4L);
    }
}
