package dev.fulgurite.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Incident;
import dev.fulgurite.investigation.Incidents;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A queue of a hundred thousand alerts: all of them count, and none is sorted on the window's
/// thread.
class ManyAlertsTest {

    private static final int MANY = 100_000;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<Failure> FAILURES = new ArrayList<>();

    @TempDir static Path folder;
    private static Investigation investigation;
    private static Work work;
    private static AlertsViewModel queue;

    @BeforeAll
    static void open() {
        Fx.start();
        investigation = Investigation.open(new GraphLocation.Folder(folder.resolve("many-alerts")));
        work = Fx.on(Work::new);
        queue = Fx.on(() -> of(alerts(MANY)));
        Fx.run(() -> queue.read(MANY));
        Fx.until("all are here", () -> queue.progress().get() instanceof QueueProgress.Whole);
        settled();
    }

    private static List<AlertBrief> alerts(int count) {
        return IntStream.range(0, count).mapToObj(ManyAlertsTest::alert).toList();
    }

    /// A queue that reads these, all in one portion.
    private static AlertsViewModel of(List<AlertBrief> alerts) {
        QueueSource source =
                new QueueSource() {
                    @Override
                    public void read(Consumer<AlertBrief> each) {
                        alerts.forEach(each);
                    }

                    @Override
                    public List<Incident> incidents(List<AlertBrief> all) {
                        return Incidents.of(all);
                    }
                };
        return new AlertsViewModel(
                work, () -> investigation, FAILURES::add, () -> {}, _ -> source, MANY);
    }

    @AfterAll
    static void close() {
        // It waits for what still runs, as nobody does who has a window open.
        Fx.unwatched(() -> Fx.run(work::close));
        investigation.close();
    }

    @BeforeEach
    void begin() {
        Fx.run(() -> {
            queue.filter(QueueFilter.OPEN);
            queue.sort(QueueOrder.URGENT);
            queue.group(false);
        });
        settled();
    }

    @Test
    void all_are_shown_the_most_urgent_first() {
        assertThat(Fx.on(queue::rows)).hasSize(MANY);
        assertThat(Fx.on(() -> queue.rows().getFirst().severity())).isEqualTo(Severity.HIGH);
        assertThat(Fx.on(() -> queue.rows().getLast().severity())).isEqualTo(Severity.LOW);
    }

    @Test
    void what_is_shown_stays_while_the_next_is_sorted() {
        QueueList before = Fx.on(() -> queue.list().get());

        QueueList meanwhile =
                Fx.on(() -> {
                    queue.filter(QueueFilter.OPEN.withText("alert 77777"));
                    return queue.list().get();
                });

        assertThat(meanwhile).isSameAs(before);
        settled();
        assertThat(Fx.on(queue::rows)).extracting(AlertRow::id).containsExactly("a77777");
    }

    @Test
    void of_many_wishes_in_a_row_the_last_one_holds() {
        Fx.run(() -> {
            for (int i = 0; i < 20; i++) {
                queue.filter(QueueFilter.OPEN.withText("alert " + i + " "));
            }
            queue.filter(QueueFilter.OPEN.withText("owner7 rule-2"));
        });
        settled();

        assertThat(Fx.on(queue::rows))
                .hasSize(MANY / 10)
                .allMatch(row -> row.rule().equals("rule-2"));
    }

    @Test
    void a_hundred_thousand_are_grouped_by_what_they_are_about() {
        Fx.run(() -> queue.group(true));
        settled();

        QueueList found = Fx.on(() -> queue.list().get());
        assertThat(found.matching()).isEqualTo(MANY);
        assertThat(found.rows()).hasSize(MANY / 4);
        assertThat(FAILURES).isEmpty();
    }

    @Test
    void the_first_is_chosen_when_the_queue_is_sorted_at_last() {
        AlertsViewModel fresh = Fx.on(() -> of(alerts(MANY)));
        Fx.run(() -> {
            AlertsView view = new AlertsView(fresh, () -> {});
            fresh.read(MANY);
            view.begin();
        });

        Fx.until("an alert is chosen", () -> !fresh.chosen().get().isEmpty());
        assertThat(Fx.on(() -> fresh.chosen().get()))
                .isEqualTo(Fx.on(() -> fresh.rows().getFirst().id()));
    }

    @Test
    void what_was_done_in_one_graph_cannot_be_taken_back_in_another() {
        AlertsViewModel left = Fx.on(() -> of(alerts(2)));
        Fx.run(() -> left.read(2));
        Fx.until("they are here", () -> left.alert("a1").isPresent());
        Fx.run(() -> {
            left.mark(List.of("a1"));
            left.triage().claim("alice");
        });
        Fx.until("it is done", () -> left.triage().last().get() != null);

        Fx.run(left::forget);

        assertThat(Fx.on(() -> left.triage().last().get())).isNull();
    }

    private static void settled() {
        Fx.until("the queue is sorted", () -> !queue.busy().get());
    }

    private static AlertBrief alert(int i) {
        return new AlertBrief(
                "a" + i,
                "rule-" + i % 5,
                Severity.values()[i % 3],
                "alert " + i + " on a machine",
                START.plusSeconds(i * 7L % MANY),
                AlertStatus.OPEN,
                "",
                "owner" + i % 10,
                "",
                List.of(
                        new NodeRef("Operation", "o" + i / 4),
                        new NodeRef("Host", "device:" + i % 97)),
                1,
                List.of());
    }
}
