package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.watch.Due;
import dev.fulgurite.detections.watch.Lease;
import dev.fulgurite.detections.watch.Roster;
import dev.fulgurite.detections.watch.Run;
import dev.fulgurite.detections.watch.Schedule;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Days of schedules in milliseconds, on a clock that the tests turn.
class RosterTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration LAG = Duration.ofMinutes(15);
    private static final Schedule HOURLY = Schedule.parse("1h");
    private static final int KEEP = 5;

    private Roster roster;

    @BeforeEach
    void start() {
        TestGraph.empty();
        restart();
    }

    private void restart() {
        roster = new Roster(TestGraph.graph(), CypherLibrary.packaged(), LAG, KEEP);
    }

    private Optional<Due> due(Instant now) {
        return roster.due("rule", HOURLY, "v1", now);
    }

    private Due run(Instant now) {
        Due due = due(now).orElseThrow();
        roster.record(
                List.of(
                        due.changed()
                                ? new Run(
                                        due,
                                        now,
                                        2,
                                        1,
                                        "complete",
                                        List.of(),
                                        true,
                                        Duration.ofMillis(7))
                                : Run.unchanged(due, now)));
        return due;
    }

    /// A file with records from one time to another is read and linked.
    private static void ingest(String file, Instant first, Instant last) {
        Map<String, Object> parameters = Map.of("key", file, "first", first, "last", last);
        TestGraph.graph()
                .write(transaction ->
                        transaction.run(
                                "CREATE (:EvidenceFile {key: $key, stored: 1, duplicate: 0}) CREATE (:Coverage {key: $key, file: $key, first: $first, last: $last})",
                                parameters));
        linked(false);
    }

    /// All links were made; what they are does not matter here.
    private static void linked(boolean identity) {
        CypherLibrary library = CypherLibrary.packaged();
        CypherFile linked = library.file("write", "Linked");
        List<Map<String, @Nullable Object>> files =
                TestGraph.rows(library.file("read", "unlinked").statement(1)).stream()
                        .map(Row::values)
                        .toList();
        if (identity) {
            TestGraph.change(linked.statement(0));
        }
        TestGraph.graph()
                .write(transaction -> transaction.run(linked.statement(2), Map.of("files", files)));
    }

    @Test
    void a_first_run_covers_all_there_is_but_what_may_still_be_on_its_way() {
        assertThat(run(MORNING))
                .isEqualTo(new Due("rule", "v1", null, MORNING.minus(LAG), 0, true, false));
    }

    @Test
    void a_rule_is_due_at_each_full_hour_and_not_between() {
        run(MORNING.plusSeconds(60));

        assertThat(due(MORNING.plusSeconds(3599))).isEmpty();
        assertThat(due(MORNING.plusSeconds(3600))).isPresent();
        assertThat(roster.next("rule", HOURLY)).isEqualTo(MORNING.plusSeconds(3600));
    }

    @Test
    void nothing_is_run_over_a_graph_in_which_nothing_happened_and_that_is_kept_too() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        run(MORNING);

        Due second = run(MORNING.plusSeconds(3600));

        assertThat(second.changed()).isFalse();
        assertThat(states()).containsExactly("complete", "unchanged");
    }

    @Test
    void a_run_begins_where_the_last_one_ended_less_the_period() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        run(MORNING);
        ingest("f2", MORNING.plusSeconds(60), MORNING.plusSeconds(600));

        Due second = run(MORNING.plusSeconds(3600));

        assertThat(second.changed()).isTrue();
        assertThat(second.from()).isEqualTo(MORNING.minus(LAG).minusSeconds(3600));
        assertThat(second.to()).isEqualTo(MORNING.plusSeconds(3600).minus(LAG));
        assertThat(due(MORNING.plusSeconds(3700))).isEmpty();
        assertThat(run(MORNING.plusSeconds(7200)).changed()).isFalse();
    }

    @Test
    void what_was_read_before_but_happened_within_the_lag_is_seen_when_its_time_has_come() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(60));
        run(MORNING);

        Due second = run(MORNING.plusSeconds(3600));

        assertThat(second.changed()).isTrue();
        assertThat(run(MORNING.plusSeconds(7200)).changed()).isFalse();
    }

    @Test
    void what_comes_late_is_reached_back_for_once() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        run(MORNING);
        Instant late = MORNING.minusSeconds(50_000);
        ingest("f2", late, late.plusSeconds(10));

        Due second = run(MORNING.plusSeconds(3600));

        assertThat(second.changed()).isTrue();
        assertThat(second.from()).isEqualTo(late.minusSeconds(3600));
        assertThat(run(MORNING.plusSeconds(7200)).changed()).isFalse();
    }

    @Test
    void a_file_without_known_times_may_concern_all_times() {
        run(MORNING);
        TestGraph.change("CREATE (:EvidenceFile {key: 'f2', stored: 1, duplicate: 0})");
        linked(false);

        Due second = run(MORNING.plusSeconds(3600));

        assertThat(second.changed()).isTrue();
        assertThat(second.from()).isNull();
    }

    @Test
    void names_that_turn_out_to_be_one_thing_may_concern_all_times() {
        TestGraph.change("CREATE (:Host {key: 'device:d1', names: ['vm1.contoso.com']})");
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        run(MORNING);
        TestGraph.change(
                "CREATE (:Host {key: 'host:vm1.contoso.com', names: ['vm1.contoso.com']})");
        TestGraph.change("MATCH (f:EvidenceFile) SET f.linked = false");
        TestGraph.detector().link();

        assertThat(run(MORNING.plusSeconds(3600)).from()).isNull();
    }

    @Test
    void a_file_that_grew_while_links_were_made_is_linked_again() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        TestGraph.change("MATCH (f:EvidenceFile) SET f.linked = false, f.batch = 'b1'");
        CypherLibrary library = CypherLibrary.packaged();
        List<Map<String, Object>> before = List.of(Map.of("key", "f1", "batch", "b0"));
        TestGraph.graph()
                .write(transaction ->
                        transaction.run(
                                library.file("write", "Linked").statement(2),
                                Map.of("files", before)));

        assertThat(TestGraph.rows(library.file("read", "unlinked").statement(1))).hasSize(1);
        TestGraph.detector().link();
        assertThat(TestGraph.rows(library.file("read", "unlinked").statement(1))).isEmpty();
    }

    @Test
    void missed_runs_are_made_up_for_by_one_after_a_restart() {
        run(MORNING);
        ingest("f1", MORNING.plusSeconds(60), MORNING.plusSeconds(250_000));
        restart();

        Instant later = MORNING.plus(Duration.ofDays(3)).plusSeconds(1);
        Due due = run(later);

        assertThat(due.caughtUp()).isTrue();
        assertThat(due.from()).isEqualTo(MORNING.minus(LAG).minusSeconds(3600));
        assertThat(due.to()).isEqualTo(later.minus(LAG));
        assertThat(due(later.plusSeconds(60))).isEmpty();
        assertThat(TestGraph.rows("MATCH (r:DetectionRun) WHERE r.caughtUp RETURN r")).hasSize(1);
    }

    @Test
    void a_run_that_was_killed_before_it_was_kept_is_due_again_as_it_was() {
        run(MORNING);
        ingest("f1", MORNING.plusSeconds(60), MORNING.plusSeconds(600));
        Instant hour = MORNING.plusSeconds(3600);
        Optional<Due> killed = due(hour);

        restart();

        assertThat(due(hour)).isEqualTo(killed).isPresent();
    }

    @Test
    void the_range_of_a_run_that_failed_or_was_cut_is_covered_by_the_next() {
        run(MORNING);
        ingest("f1", MORNING.plusSeconds(60), MORNING.plusSeconds(600));
        Instant hour = MORNING.plusSeconds(3600);
        Due failed = due(hour).orElseThrow();
        roster.record(List.of(Run.failed(failed, hour, "no more memory", Duration.ZERO)));
        restart();

        assertThat(due(hour.plusSeconds(1))).isEmpty();
        Due next = run(hour.plusSeconds(3600));
        assertThat(next.from()).isEqualTo(failed.from());
        assertThat(next.changed()).isTrue();
    }

    @Test
    void a_rule_that_was_changed_begins_with_all_there_is() {
        run(MORNING);

        Due due = roster.due("rule", HOURLY, "v2", MORNING.plusSeconds(3600)).orElseThrow();

        assertThat(due.from()).isNull();
        assertThat(due.changed()).isTrue();
    }

    @Test
    void an_import_that_was_taken_back_makes_all_else_news() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        ingest("f2", MORNING.minusSeconds(70_000), MORNING.minusSeconds(60_000));
        run(MORNING);
        TestGraph.graph().undo("f2");
        linked(false);

        Due due = run(MORNING.plusSeconds(3600));

        assertThat(due.changed()).isTrue();
        assertThat(due.from()).isEqualTo(MORNING.minusSeconds(90_000 + 3600));
    }

    @Test
    void a_clock_that_is_set_back_takes_nothing_back() {
        ingest("f1", MORNING.minusSeconds(90_000), MORNING.minusSeconds(80_000));
        run(MORNING);

        assertThat(due(MORNING.minusSeconds(7200))).isEmpty();
        restart();
        roster = new Roster(TestGraph.graph(), CypherLibrary.packaged(), Duration.ofDays(2), KEEP);
        assertThat(run(MORNING.plusSeconds(3600)).to()).isEqualTo(MORNING.minus(LAG));
    }

    @Test
    void of_each_rule_a_number_of_runs_is_kept_and_always_one_that_covered_its_range() {
        Due first = run(MORNING);
        Instant now = MORNING;
        for (int hour = 1; hour <= 2 * KEEP; hour++) {
            now = MORNING.plus(Duration.ofHours(hour));
            roster.record(
                    List.of(Run.failed(due(now).orElseThrow(), now, "broken", Duration.ZERO)));
        }
        assertThat(states()).hasSize(KEEP + 1).startsWith("complete");

        restart();
        Due next = run(now.plusSeconds(3600));
        assertThat(next.from()).isEqualTo(first.to().minusSeconds(3600));
        assertThat(states()).hasSize(KEEP).endsWith("unchanged");
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>();
        TestGraph.rows(
                        "MATCH (r:DetectionRun {rule: 'rule'}) RETURN r.completeness AS state ORDER BY r.at")
                .forEach(row -> states.add(row.text("state")));
        return states;
    }

    @Test
    void one_watch_holds_a_graph_until_it_lets_go_or_dies() {
        Lease one = lease("one", "host1", true);
        Lease two = lease("two", "host2", true);

        assertThat(one.take(MORNING)).isEmpty();
        assertThat(two.take(MORNING.plusSeconds(30)))
                .hasValueSatisfying(holder -> {
                    assertThat(holder.party().host()).isEqualTo("host1");
                    assertThat(holder.since()).isEqualTo(MORNING);
                });
        assertThat(one.take(MORNING.plusSeconds(60))).isEmpty();
        assertThat(two.take(MORNING.plusSeconds(100))).isPresent();
        one.release();
        assertThat(two.take(MORNING.plusSeconds(101))).isEmpty();
        assertThat(one.take(MORNING.plusSeconds(102))).isPresent();
    }

    @Test
    void a_lease_that_is_not_renewed_runs_out_and_the_late_one_learns_of_it() {
        Lease one = lease("one", "host1", true);
        Lease two = lease("two", "host2", true);
        one.take(MORNING);

        assertThat(two.take(MORNING.plusSeconds(120))).isEmpty();
        assertThat(one.take(MORNING.plusSeconds(121))).isPresent();
        one.release();
        assertThat(one.take(MORNING.plusSeconds(122))).isPresent();
    }

    @Test
    void a_watch_that_died_on_this_machine_is_not_waited_for() {
        lease("one", "host1", true).take(MORNING);

        assertThat(lease("two", "host2", false).take(MORNING.plusSeconds(1))).isPresent();
        assertThat(lease("three", "host1", false).take(MORNING.plusSeconds(1))).isEmpty();
    }

    private static Lease lease(String owner, String host, boolean othersLive) {
        return new Lease(
                TestGraph.graph(),
                CypherLibrary.packaged(),
                new Lease.Party(owner, host, 17),
                Duration.ofSeconds(90),
                _ -> othersLive);
    }
}
