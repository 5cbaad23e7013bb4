package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.event.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedTest {

    private static final Instant NIGHT = Instant.parse("2021-11-22T02:00:00Z");
    private static final Instant MORNING = Instant.parse("2021-11-22T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2021-11-22T20:00:00Z");

    @Test
    void a_table_that_no_file_holds_is_missed() {
        assertThat(complaints("DeviceEvents", held(Map.of())))
                .containsExactly("no DeviceEvents was ingested");
        assertThat(complaints("DeviceEvents or Sysmon", held(Map.of())))
                .containsExactly("no DeviceEvents or Sysmon was ingested");
        assertThat(complaints("DeviceEvents or Sysmon", held(Map.of("Sysmon", Set.of("a")))))
                .isEmpty();
    }

    @Test
    void a_table_whose_records_were_all_rejected_is_missed() {
        Ingested held = new Ingested(List.of(ledger(Map.of("T", 12L), Map.of())), List.of());

        assertThat(complaints("T", held))
                .containsExactly("none of the 12 records of T could be used; the ledger says why");
    }

    @Test
    void a_column_that_no_record_fills_is_missed_unless_another_replaces_it() {
        Ingested held = held(Map.of("T", Set.of("A", "B")));

        assertThat(complaints("T[A B]", held)).isEmpty();
        assertThat(complaints("T[A C|B]", held)).isEmpty();
        assertThat(complaints("T[A C|D E]", held))
                .containsExactly("no record of T has C or D", "no record of T has E");
        assertThat(complaints("T[C] or U[A]", held))
                .containsExactly("no record of T has C", "no U was ingested");
    }

    @Test
    void a_table_that_may_be_absent_has_its_columns_where_it_is_not() {
        assertThat(complaints("U?[A]", held(Map.of("T", Set.of("A"))))).isEmpty();
        assertThat(complaints("U?[A]", held(Map.of("U", Set.of("A"))))).isEmpty();
        assertThat(complaints("U?[A]", held(Map.of("U", Set.of("B")))))
                .containsExactly("no record of U has A");
        assertThat(need("T[A] or U[A]").isToldBy(List.of(need("U?[A]")), held(Map.of()))).isFalse();
    }

    @Test
    void columns_of_several_files_complete_each_other() {
        Ingested held =
                new Ingested(
                        List.of(
                                ledger(Map.of("T", 1L), Map.of("T", Set.of("A"))),
                                ledger(Map.of("T", 1L), Map.of("T", Set.of("B")))),
                        List.of());

        assertThat(complaints("T[A B]", held)).isEmpty();
    }

    @Test
    void a_spelling_is_missed_only_where_the_column_is_spelt_otherwise() {
        String need = "T[Name:Mixed]";

        assertThat(complaints(need, held(Map.of("T", Set.of("Name:Mixed", "Name:UPPER")))))
                .isEmpty();
        assertThat(complaints(need, held(Map.of("T", Set.of("Name"))))).isEmpty();
        assertThat(complaints(need, held(Map.of("T", Set.of("Name:UPPER")))))
                .containsExactly(
                        "no record of T has Name spelt as the rule compares it (Mixed); here it is UPPER");
    }

    @Test
    void a_gap_counts_when_the_range_meets_it_and_no_other_source_covers_it() {
        Gap gap = new Gap.Silence("Windows PowerShell", "ws1", NIGHT, MORNING);
        Map<String, Set<String>> columns =
                Map.of("WindowsPowerShell", Set.of("hostId"), "DeviceEvents", Set.of("command"));
        Ingested held = new Ingested(List.of(ledger(Map.of(), columns)), List.of(gap));

        assertThat(need("WindowsPowerShell").complaints(held, NIGHT, EVENING))
                .singleElement()
                .asString()
                .contains(gap.told(), "--to before its beginning or --from after its end");
        assertThat(need("WindowsPowerShell").complaints(held, EVENING, EVENING)).isEmpty();
        assertThat(need("WindowsPowerShell or Sysmon").complaints(held, NIGHT, EVENING))
                .as("of a source that is not there nothing is to be said")
                .singleElement()
                .asString()
                .contains(gap.told());
        assertThat(need("WindowsPowerShell or DeviceEvents").complaints(held, NIGHT, EVENING))
                .isEmpty();
    }

    @Test
    void what_is_not_written_as_a_need_is_refused() {
        assertThat(Need.parse("T[A")).isEmpty();
        assertThat(Need.parse("[A]")).isEmpty();
        assertThat(Need.parse("T or ")).isEmpty();
    }

    private static Need need(String text) {
        return Need.parse(text).orElseThrow();
    }

    private static List<String> complaints(String need, Ingested held) {
        return need(need).complaints(held, Instant.MIN, Instant.MAX);
    }

    private static Ingested held(Map<String, Set<String>> columns) {
        return new Ingested(List.of(ledger(Map.of(), columns)), List.of());
    }

    private static Ledger ledger(Map<String, Long> tables, Map<String, Set<String>> columns) {
        return new Ledger(
                "a", "a", "", 1, "csv", tables, columns, 0, 0, 0, 0, 0, "", List.of(), List.of(),
                true);
    }
}
