package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String HEADER = "TimeGenerated [UTC],Caller,Authorization\n";

    @Test
    void cells_in_quotes_hold_commas_line_breaks_and_doubled_quotes() {
        Readings readings =
                Readings.of(
                        "\uFEFF"
                                + HEADER
                                + "t1,alice,\"{\r\n  \"\"action\"\": \"\"read, write\"\"\r\n}\"\r\n"
                                + "t2,,\"\"\n"
                                + "t3,\"bob\",x");

        assertThat(readings.format()).isEqualTo(LogFormat.CSV);
        assertThat(readings.column("TimeGenerated")).containsExactly("t1", "t2", "t3");
        assertThat(readings.column("Caller")).containsExactly("alice", "", "bob");
        assertThat(readings.column("Authorization"))
                .containsExactly("{\r\n  \"action\": \"read, write\"\r\n}", "", "x");
        assertThat(readings.records())
                .extracting(record -> record.place().number() + "@" + record.place().line())
                .containsExactly("1@2", "2@5", "3@6");
        assertThat(readings.at(readings.records().get(1).place())).isEqualTo("t2,,\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#TYPE System.Management.Automation.PSCustomObject", "sep=,"})
    void a_line_about_the_table_is_not_its_header(String line) {
        Readings readings = Readings.of(line + "\r\n" + HEADER + "t1,alice,x\n");

        assertThat(readings.format()).isEqualTo(LogFormat.CSV);
        assertThat(readings.column("Caller")).containsExactly("alice");
        assertThat(readings.records())
                .extracting(record -> record.place().number() + "@" + record.place().line())
                .containsExactly("1@3");
        assertThat(readings.at(readings.records().getFirst().place())).isEqualTo("t1,alice,x");
    }

    @Test
    void times_in_a_zone_that_is_not_told_are_not_read_as_others() {
        Readings readings =
                Readings.of("TimeGenerated [Local Time],Caller\n16/07/2026 20:26:12.030,alice\n");

        assertThat(readings.records()).isEmpty();
        assertThat(readings.rejected())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.reason())
                                .isEqualTo(
                                        "the times of 'TimeGenerated [Local Time]' are in a zone"
                                                + " that cannot be told; set the portal to show UTC"
                                                + " and export again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cells_are_parted_by_what_parts_the_names_of_the_header(String delimiter) {
        Readings readings =
                Readings.of(
                        """
                        TimeGenerated|Caller|Authorization
                        t1|"a|b"|"x"
                        t2|plain|
                        """
                                .replace("|", delimiter));

        assertThat(readings.format()).isEqualTo(LogFormat.CSV);
        assertThat(readings.column("Caller")).containsExactly("a" + delimiter + "b", "plain");
        assertThat(readings.column("Authorization")).containsExactly("x", "");
        assertThat(readings.rejected()).isEmpty();
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_row_only() {
        Readings readings =
                Readings.of(
                        HEADER
                                + "t1,alice,\"{\"\"a\"\": 1}\"\n"
                                + "t2,bob,\"{\"\"a\"\": 2}\n"
                                + "t3,carol,\"{\"\"a\"\": 3}\"\n"
                                + "t4,dave,plain\n");

        assertThat(readings.column("Caller")).containsExactly("alice", "carol", "dave");
        assertThat(readings.rejected()).hasSize(1);
        assertThat(readings.rejected().getFirst().place()).isEqualTo(new Place(2, 3, 63, 19));
        assertThat(readings.rejected().getFirst().reason()).contains("quote");
        assertThat(readings.records().getLast().place().number()).isEqualTo(4);
    }

    @Test
    void a_quote_never_closed_in_the_last_rows_loses_none_after_it() {
        Readings readings = Readings.of(HEADER + "t1,\"alice,x\nt2,bob,y\nt3,carol,z\n");

        assertThat(readings.column("Caller")).containsExactly("bob", "carol");
        assertThat(readings.rejected()).hasSize(1);
        assertThat(readings.rejected().getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void a_broken_row_of_many_lines_is_one_reject_that_names_its_lines() {
        Readings readings =
                Readings.of(
                        "TimeGenerated,Authorization,Caller\n"
                                + "t1,{\n  \"\"action\"\": \"\"read\"\"\n}\",alice\n"
                                + "t2,\"{\n  \"\"action\"\": \"\"read\"\"\n}\",bob\n");

        assertThat(readings.column("Caller")).containsExactly("bob");
        assertThat(readings.rejected())
                .extracting(Rejected::reason)
                .containsExactly("a row of 2 cells under a header of 3 (lines 2 to 4)");
    }

    @Test
    void a_quote_inside_a_plain_cell_breaks_its_row() {
        Readings readings = Readings.of(HEADER + "t1,al\"ice,x\nt2,bob,y\n");

        assertThat(readings.column("Caller")).containsExactly("bob");
        assertThat(readings.rejected().getFirst().reason()).contains("a quote inside a cell");
    }

    @Test
    void rows_of_another_width_are_rejected_each() {
        Readings readings = Readings.of(HEADER + "t1,alice\nt2,bob,x,y\nt3,carol,z\nt4\n");

        assertThat(readings.column("Caller")).containsExactly("carol");
        assertThat(readings.rejected())
                .extracting(rejected -> rejected.place().line() + ": " + rejected.reason())
                .containsExactly(
                        "2: a row of 2 cells under a header of 3",
                        "3: a row of 4 cells under a header of 3",
                        "5: a row of 1 cells under a header of 3");
    }

    @Test
    void bytes_that_are_no_characters_are_rejected_with_their_row() {
        byte[] bytes = (HEADER + "t1,alice,x\nt2,bob,y\n").getBytes(StandardCharsets.UTF_8);
        bytes[HEADER.length() + 4] = (byte) 0xC3;

        Readings readings = Readings.of(bytes);

        assertThat(readings.column("Caller")).containsExactly("bob");
        assertThat(readings.rejected().getFirst().reason()).contains("UTF-8");
    }

    @Test
    void blank_lines_are_no_records() {
        Readings readings = Readings.of("\n" + HEADER + "\r\n\nt1,alice,x\n\n");

        assertThat(readings.records())
                .extracting(LogRecord::place)
                .containsExactly(new Place(1, 5, 45, 10));
    }
}
