package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table LEFT =
            table(List.of("k", "a"), row("x", 1L), row("x", 2L), row("X", 3L), row(null, 4L));
    private static final Table RIGHT =
            table(List.of("k", "a"), row("x", 10L), row("y", 20L), row("x", 30L), row(null, 40L));

    @Test
    void rows_are_grouped_by_case_and_summarized_under_the_names_of_kql() {
        Table summary =
                LEFT.summarize(
                        List.of("k"),
                        Aggregate.count(),
                        Aggregate.min("a"),
                        Aggregate.max("a"),
                        Aggregate.makeList("a"),
                        Aggregate.makeSet("a", Aggregate.MANY),
                        Aggregate.dcount("a"),
                        Aggregate.sum("a"),
                        Aggregate.countIf(row -> row.text("a").equals("2")));

        assertThat(summary.columns())
                .containsExactly(
                        "k",
                        "count_",
                        "min_a",
                        "max_a",
                        "list_a",
                        "set_a",
                        "dcount_a",
                        "sum_a",
                        "countif_");
        assertThat(summary.rows()).extracting(row -> row.text("k")).containsExactly("x", "X", "");
        assertThat(summary.rows().getFirst().values(summary.columns()))
                .isEqualTo(
                        Arrays.asList(
                                "x", 2L, 1L, 2L, List.of(1L, 2L), List.of(1L, 2L), 2L, 3L, 1L));
    }

    @Test
    void a_list_keeps_empty_texts_and_leaves_nulls_out() {
        Table table = table(List.of("a"), row("b"), row(""), row((Object) null), row("b"));

        assertThat(only(table, Aggregate.makeList("a"))).isEqualTo(List.of("b", "", "b"));
        assertThat(only(table, Aggregate.makeSet("a", 1))).isEqualTo(List.of("b"));
        assertThat(only(table, Aggregate.count())).isEqualTo(4L);
        assertThat(only(table, Aggregate.dcount("a"))).isEqualTo(2L);
    }

    @Test
    void the_old_spelling_of_a_set_holds_128_values() {
        Table table =
                Table.of(
                        List.of("a"),
                        IntStream.range(0, 200).mapToObj(TableTest::row).toList(),
                        false);

        assertThat((List<?>) only(table, Aggregate.makeSet("a", Aggregate.FEW))).hasSize(128);
    }

    @Test
    void the_greatest_text_is_the_last_by_code_unit_not_by_meaning() {
        Table ips = table(List.of("a"), row("203.0.113.10"), row("203.0.113.9"), row(""));

        assertThat(only(ips, Aggregate.max("a"))).isEqualTo("203.0.113.9");
        assertThat(only(ips, Aggregate.min("a"))).isEqualTo("");
    }

    @Test
    void the_least_of_some_rows_is_null_when_there_are_none() {
        assertThat(only(LEFT, Aggregate.minIf("a", row -> row.text("k").equals("z")))).isNull();
        assertThat(only(LEFT, Aggregate.minIf("a", row -> row.text("k").equals("X"))))
                .isEqualTo(3L);
    }

    @Test
    void of_rows_with_the_greatest_time_the_greatest_value_counts() {
        Table table = table(List.of("t", "c"), row(1L, 9L), row(2L, 3L), row(2L, 5L));

        assertThat(only(table, Aggregate.argMax("t", "c"))).isEqualTo(5L);
    }

    @Test
    void a_bag_joins_the_members_of_bags() {
        Table table =
                table(List.of("p"), row(Map.of("vm1", "rg1")), row(Map.of("vm1", "rg2")), row("x"));

        assertThat(only(table, Aggregate.makeBag("p"))).isEqualTo(Map.of("vm1", "rg1"));
    }

    @Test
    void joins_pair_equal_keys_and_number_names_that_are_there_already() {
        Table inner = LEFT.join(JoinKind.INNER, RIGHT, "k");

        assertThat(inner.columns()).containsExactly("k", "a", "k1", "a1");
        assertThat(pairs(inner)).containsExactly("1-10", "1-30", "2-10", "2-30");
        assertThat(inner.join(JoinKind.INNER, RIGHT, "k").columns())
                .containsExactly("k", "a", "k1", "a1", "k2", "a2");
    }

    @Test
    void the_kinds_of_join_differ_in_what_stays_alone() {
        assertThat(pairs(LEFT.join(JoinKind.LEFTOUTER, RIGHT, "k")))
                .containsExactly("1-10", "1-30", "2-10", "2-30", "3-", "4-");
        assertThat(pairs(LEFT.join(JoinKind.INNERUNIQUE, RIGHT, "k")))
                .containsExactly("1-10", "1-30");
        assertThat(alone(LEFT.join(JoinKind.LEFTSEMI, RIGHT, "k"))).containsExactly("1", "2");
        assertThat(alone(LEFT.join(JoinKind.LEFTANTI, RIGHT, "k"))).containsExactly("3", "4");
        assertThat(alone(LEFT.join(JoinKind.RIGHTSEMI, RIGHT, "k"))).containsExactly("10", "30");
        assertThat(alone(LEFT.join(JoinKind.RIGHTANTI, RIGHT, "k"))).containsExactly("20", "40");
    }

    @Test
    void order_puts_nulls_first_when_it_ascends_and_last_when_it_descends() {
        assertThat(LEFT.order(Order.ascending("k")).rows())
                .extracting(row -> row.text("a"))
                .containsExactly("4", "3", "1", "2");
        assertThat(LEFT.order(Order.descending("k")).rows())
                .extracting(row -> row.text("a"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void columns_are_added_replaced_renamed_and_picked() {
        Table table =
                LEFT.extend("b", row -> row.text("k") + "!")
                        .extend("a", row -> 0L)
                        .rename("b", "c")
                        .project(List.of("c", "a"));

        assertThat(table.columns()).containsExactly("c", "a");
        assertThat(table.rows().getFirst().values(table.columns())).isEqualTo(List.of("x!", 0L));
        assertThat(LEFT.rows().getFirst().get("a")).isEqualTo(1L);
        assertThatThrownBy(() -> LEFT.rows().getFirst().get("c"))
                .hasMessageContaining("no column c");
    }

    @Test
    void a_table_with_its_history_tells_what_took_a_row_away() {
        Table remembered =
                Table.of(List.of("k"), new ArrayList<>(List.of(row("x"), row("y"))), true)
                        .where("k == \"x\"", "k", row -> row.text("k").equals("x"));

        assertThat(remembered.history()).hasSize(1);
        assertThat(remembered.history().getFirst().operator()).isEqualTo("k == \"x\"");
        assertThat(remembered.history().getFirst().before().rows()).hasSize(2);
        assertThat(remembered.join(JoinKind.INNER, RIGHT, "k").history())
                .extracting(Step::operator)
                .containsExactly("k == \"x\"", "join kind=inner on k", "join kind=inner on k");
        assertThat(LEFT.where("true", "", _ -> true).history()).isEmpty();
    }

    private static Object only(Table table, Aggregate aggregate) {
        return table.summarize(List.of(), aggregate.as("it")).rows().getFirst().get("it");
    }

    private static List<String> pairs(Table table) {
        return table.rows().stream().map(row -> row.text("a") + "-" + row.text("a1")).toList();
    }

    private static List<String> alone(Table table) {
        assertThat(table.columns()).containsExactly("k", "a");
        return table.rows().stream().map(row -> row.text("a")).toList();
    }

    private static Table table(List<String> columns, List<?>... rows) {
        List<List<Object>> all = new ArrayList<>();
        for (List<?> row : rows) {
            all.add(new ArrayList<>(row));
        }
        return Table.of(columns, all, false);
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }
}
