package dev.fulgurite.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentReaderTest {

    @Test
    void a_list_gives_its_records_with_their_places() {
        Readings readings =
                Readings.of(
                        """
                        [
                          {"a": "[}", "b": {"c": [1, 2]}},
                          {"a": "\\"{"}
                        ]
                        """);

        assertThat(readings.format()).isEqualTo(LogFormat.JSON);
        assertThat(readings.column("a")).containsExactly("[}", "\"{");
        assertThat(readings.records())
                .extracting(record -> record.place().line())
                .containsExactly(2L, 3L);
        assertThat(readings.at(readings.records().getLast().place()))
                .isEqualTo("{\"a\": \"\\\"{\"}");
    }

    @Test
    void an_object_over_several_lines_is_one_record() {
        Readings readings =
                Readings.of("{\n  \"a\": 1,\n  \"b\": {\n    \"records\": [1]\n  }\n}\n");

        assertThat(readings.format()).isEqualTo(LogFormat.JSON);
        assertThat(readings.column("a")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"records", "value", "Results", "results"})
    void an_answer_of_an_interface_is_the_list_within_it(String name) {
        String answer =
                "{\"count\": 2, \"" + name + "\": [{\"a\": 1}, {\"a\": 2}], \"next\": \"x\"}";

        assertThat(Readings.of(answer + "\n").column("a")).containsExactly("1", "2");
        assertThat(Readings.of(answer.replace(", ", ",\n") + "\n").column("a"))
                .containsExactly("1", "2");
    }

    @Test
    void records_in_an_object_are_read_and_what_stands_around_them_is_not() {
        Readings readings =
                Readings.of(
                        """
                        {
                          "count": 2, "records": [
                            {"a": 1},
                            {"a": 2}
                          ],
                          "next": {"records": [{"a": 3}]}
                        }
                        """);

        assertThat(readings.column("a")).containsExactly("1", "2");
        assertThat(readings.rejected()).isEmpty();
    }

    /// As Event Hubs hands messages on.
    @Test
    void a_list_of_objects_with_records_gives_their_records() {
        Readings readings =
                Readings.of(
                        """
                        [{"records": [{"a": 1}, {"a": 2}], "of": 1}, {"a": 3},
                         {"records": []}, {"records": [{"a": 4}]}]
                        {"a": 5}
                        """);

        assertThat(readings.column("a")).containsExactly("1", "2", "3", "4", "5");
        assertThat(readings.rejected()).isEmpty();
    }

    /// As evtx_dump writes them.
    @Test
    void a_line_that_numbers_the_next_record_is_no_record() {
        Readings readings = Readings.of("Record 1\n{\n  \"a\": 1\n}\nRecord 2\n{\"a\": 2}\n");

        assertThat(readings.format()).isEqualTo(LogFormat.JSON);
        assertThat(readings.column("a")).containsExactly("1", "2");
        assertThat(readings.rejected()).isEmpty();
        assertThat(Readings.of("Record 1\n{\"a\": 1}\n").column("a")).containsExactly("1");
        assertThat(LogFormat.recognise("Record 1\n<?xml version".getBytes(UTF_8)).reason())
                .startsWith("XML: of Windows events export the log itself");
    }

    @Test
    void documents_in_a_row_are_read_all() {
        Readings readings = Readings.of("{\n\"a\": 1\n}\n{\n\"a\": 2\n}\n[{\"a\": 3}]");

        assertThat(readings.column("a")).containsExactly("1", "2", "3");
    }

    @Test
    void a_broken_record_costs_no_other_when_its_brackets_match() {
        Readings readings = Readings.of("[{\"a\": 1}, {\"a\": 2 {}}, 7, {\"a\": 3}]");

        assertThat(readings.column("a")).containsExactly("1", "3");
        assertThat(readings.rejected())
                .extracting(rejected -> rejected.place().number())
                .containsExactly(2L, 3L);
    }

    @Test
    void a_document_that_is_cut_keeps_what_stands_before_the_cut() {
        Readings inRecord = Readings.of("[{\"a\": 1},\n{\"a\": 2},\n{\"a\": \"th");
        Readings between = Readings.of("{\"records\": [{\"a\": 1},\n{\"a\": 2},\n");

        assertThat(inRecord.column("a")).containsExactly("1", "2");
        assertThat(inRecord.rejected().getFirst().place().line()).isEqualTo(3);
        assertThat(inRecord.rejected().getFirst().reason()).contains("ends inside this record");
        assertThat(between.column("a")).containsExactly("1", "2");
        assertThat(between.rejected()).hasSize(1);
    }

    @Test
    void a_record_cut_in_half_costs_no_other() {
        String inText = "[\n{\"a\": 1},\n{\"a\": 2, \"b\": \"x\n{\"a\": 3},\n{\"a\": 4}\n]\n";
        String behindNumber =
                "[\n{\"a\": 1},\n{\"a\": 2, \"b\": {\"c\": 1\n{\"a\": 3},\n{\"a\": 4}\n]\n";
        String pretty =
                """
                {"records": [
                  {
                    "a": 1,
                    "b": {
                      "c": "cut
                    },
                    "d": [
                      {"e": 1}
                    ]
                  },
                  {
                    "a": 3
                  },
                  {
                    "a": 4
                  }
                ]}
                """;

        for (String text : List.of(inText, behindNumber, pretty)) {
            Readings readings = Readings.of(text);
            assertThat(readings.rejected()).hasSize(1);
            assertThat(readings.column("a")).endsWith("3", "4");
        }
        assertThat(Readings.of(inText).rejected().getFirst().place())
                .isEqualTo(new Place(2, 3, 12, 17));
        assertThat(Readings.of(inText).records().getLast().place().line()).isEqualTo(5);
    }

    @Test
    void a_last_record_cut_in_half_leaves_the_list_whole() {
        Readings readings = Readings.of("[\n{\"a\": 1},\n{\"a\": \"x\n]\n{\"a\": 2}\n");

        assertThat(readings.column("a")).containsExactly("1", "2");
        assertThat(readings.rejected()).hasSize(1);
    }

    @Test
    void a_bracket_too_many_costs_no_record() {
        Readings readings = Readings.of("[{\"a\": 1}}, {\"a\": 2}]");

        assertThat(readings.column("a")).containsExactly("1", "2");
        assertThat(readings.rejected()).hasSize(1);
    }

    @Test
    void stray_text_between_documents_is_rejected() {
        Readings readings = Readings.of("[{\"a\": 1}]\nnonsense\n[{\"a\": 2}]\n}\n");

        assertThat(readings.column("a")).containsExactly("1", "2");
        assertThat(readings.rejected())
                .extracting(rejected -> rejected.place().line())
                .containsExactly(2L, 4L);
    }

    @Test
    void a_list_larger_than_memory_would_be_is_read_record_by_record() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"a\": ")
                    .append(i)
                    .append(", \"b\": \"")
                    .append("x".repeat(100))
                    .append("\"}");
        }
        Readings readings = Readings.of(text.append("]").toString());

        assertThat(readings.records()).hasSize(20_000);
        assertThat(readings.records().getLast().place().line()).isEqualTo(20_000);
    }
}
