package dev.fulgurite.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Incident;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.Fx;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A queue that is read a portion at a time, from a graph of four hundred alerts of forty
/// incidents: in each the chain is the last to be read.
class QueueReadingTest {

    private static final int ALL = 400;
    private static final int FIRST = 50;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<Failure> FAILURES = new ArrayList<>();

    @TempDir static Path folder;
    private static Investigation investigation;
    private static Work work;
    private Held held;
    private AlertsViewModel queue;

    /// Hands over so many alerts as are let through, and then waits.
    private static final class Held implements QueueSource {
        private final Semaphore let = new Semaphore(0);
        private final AtomicReference<RuntimeException> broken = new AtomicReference<>();
        private final QueueSource whole = QueueSource.of(investigation);

        @Override
        public void read(Consumer<AlertBrief> each) {
            whole.read(alert -> {
                let.acquireUninterruptibly();
                RuntimeException failure = broken.get();
                if (failure != null) {
                    throw failure;
                }
                each.accept(alert);
            });
        }

        @Override
        public List<Incident> incidents(List<AlertBrief> all) {
            return whole.incidents(all);
        }

        void lose() {
            broken.set(
                    new GraphException(
                            GraphException.Kind.UNREACHABLE, "the graph does not answer", null));
            let.release(ALL);
        }
    }

    @BeforeAll
    static void open() {
        Fx.start();
        Path made = folder.resolve("portions");
        try (InvestigationGraph graph = Neo4jGraphs.embedded(made)) {
            String statement = CypherLibrary.packaged().file("write", "Alert").statement();
            List<Map<String, Object>> rows =
                    IntStream.range(0, ALL).mapToObj(QueueReadingTest::row).toList();
            graph.write(transaction -> transaction.run(statement, Map.of("rows", rows)));
        }
        investigation = Investigation.open(new GraphLocation.Folder(made));
        work = Fx.on(Work::new);
    }

    @AfterAll
    static void close() {
        // It waits for what still runs, as nobody does who has a window open.
        Fx.unwatched(() -> Fx.run(work::close));
        investigation.close();
    }

    @BeforeEach
    void begin() {
        FAILURES.clear();
        held = new Held();
        queue =
                Fx.on(() ->
                        new AlertsViewModel(
                                work,
                                () -> investigation,
                                FAILURES::add,
                                () -> {},
                                _ -> held,
                                FIRST));
        Fx.run(() -> {
            queue.group(false);
            queue.read(ALL);
        });
    }

    @AfterEach
    void end() {
        held.let.release(2 * ALL);
        Fx.until("nothing runs", () -> work.count().get() == 0);
    }

    @Test
    void the_most_urgent_are_there_before_the_rest_is_read() {
        held.let.release(FIRST + 1);
        until(FIRST);

        assertThat(Fx.on(queue::rows))
                .hasSize(FIRST)
                .allMatch(row -> row.severity() == Severity.HIGH);
        assertThat(Fx.on(() -> queue.progress().get()))
                .isEqualTo(new QueueProgress.Reading(FIRST, ALL));
        List<String> before = ids();
        held.let.release(3 * FIRST);
        until(4 * FIRST);

        assertThat(ids().subList(0, FIRST)).as("nothing that was there moves").isEqualTo(before);
        held.let.release(ALL);
        untilWhole();

        assertThat(ids().subList(0, FIRST)).isEqualTo(before);
        assertThat(ids()).doesNotHaveDuplicates().hasSize(ALL);
        assertThat(Fx.on(queue::rows).stream().map(AlertRow::severity)).isSorted();
        assertThat(FAILURES).isEmpty();
    }

    @Test
    void portions_end_in_the_queue_that_all_alerts_at_once_make() {
        held.let.release(ALL);
        untilWhole();
        List<AlertBrief> told = new ArrayList<>();
        investigation.queue(told::add);
        AlertsViewModel other =
                Fx.on(() ->
                        new AlertsViewModel(work, () -> investigation, FAILURES::add, () -> {}));

        Fx.run(() -> {
            other.read(ALL);
            queue.group(true);
        });

        Fx.until("it is read, too", () -> other.list().get().all() == ALL);
        Fx.until("it is whole", () -> other.progress().get() instanceof QueueProgress.Whole);
        assertThat(told)
                .isEqualTo(
                        investigation.alerts(null, null).stream()
                                .map(alert -> withoutNodes(alert.brief(), told))
                                .toList());
        assertThat(Fx.on(() -> queue.list().get().matching())).isEqualTo(ALL);
        assertThat(Fx.on(queue::rows))
                .extracting(AlertRow::id)
                .isEqualTo(Fx.on(other::rows).stream().map(AlertRow::id).toList());
    }

    /// Whole alerts know all of their nodes, the queue those that tie.
    private static AlertBrief withoutNodes(AlertBrief whole, List<AlertBrief> told) {
        List<String> nodes =
                told.stream()
                        .filter(alert -> alert.id().equals(whole.id()))
                        .findFirst()
                        .orElseThrow()
                        .nodes();
        assertThat(whole.nodes()).containsAll(nodes);
        return new AlertBrief(
                whole.id(),
                whole.rule(),
                whole.severity(),
                whole.title(),
                whole.time(),
                whole.status(),
                whole.statusReason(),
                whole.owner(),
                whole.note(),
                whole.entities(),
                whole.records(),
                nodes);
    }

    @Test
    void a_filter_holds_for_what_arrives_after_it() {
        held.let.release(FIRST + 1);
        until(FIRST);
        Fx.run(() -> queue.filter(QueueFilter.OPEN.withText("machine7")));
        int early = Fx.on(() -> queue.list().get().matching());

        held.let.release(ALL);
        untilWhole();

        assertThat(early).isLessThan(ALL / 10);
        assertThat(Fx.on(queue::rows))
                .hasSize(ALL / 10)
                .allMatch(row -> row.title().contains("machine7"));
        assertThat(Fx.on(() -> queue.list().get().all())).isEqualTo(ALL);
    }

    @Test
    void what_is_closed_while_the_rest_is_read_stays_closed_when_it_is_there() {
        held.let.release(FIRST + 1);
        until(FIRST);
        List<String> some = ids().subList(0, 10);

        Fx.run(() -> {
            queue.mark(some);
            queue.triage().close(ClosingReason.BENIGN, "exercise");
        });
        Fx.until("they are closed", () -> queue.list().get().matching() == FIRST - 10);
        held.let.release(ALL);
        untilWhole();

        assertThat(Fx.on(() -> queue.list().get().matching())).isEqualTo(ALL - 10);
        Fx.run(() -> queue.filter(QueueFilter.OPEN.withStatuses(Set.of(AlertStatus.CLOSED))));
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(some);
        Fx.run(() -> queue.triage().undo());
        Fx.until("they are open again", () -> queue.list().get().matching() == 0);
    }

    @Test
    void a_chosen_alert_stays_in_sight_when_its_chain_arrives() {
        Fx.run(() -> queue.group(true));
        held.let.release(FIRST + 1);
        until(FIRST);
        AlertRow first = Fx.on(() -> queue.rows().getFirst());
        assertThat(first.rule()).isNotEqualTo("cloud-to-host-chain");
        Fx.run(() -> queue.mark(List.of(first.id())));

        held.let.release(ALL);
        untilWhole();

        assertThat(Fx.on(() -> queue.chosen().get())).isEqualTo(first.id());
        assertThat(ids().subList(1, 10)).as("below its chain").contains(first.id());
        assertThat(Fx.on(() -> queue.rows().getFirst().rule())).isEqualTo("cloud-to-host-chain");
    }

    @Test
    void a_queue_that_was_cut_says_so_keeps_what_is_there_and_is_read_again() throws Exception {
        AlertsView view = Fx.on(() -> new AlertsView(queue, () -> {}));
        Scene scene = Fx.on(() -> new Scene(view, 340, 700));
        Fx.unwatched(() -> {
            Fx.run(() -> Appearance.LIGHT.apply(scene));
            return scene;
        });
        held.let.release(FIRST + 1);
        until(FIRST);
        assertThat(Fx.on(() -> told(scene))).contains("50", "400");
        picture(scene, "queue-reading");

        held.lose();
        Fx.until("it is told", () -> queue.progress().get() instanceof QueueProgress.Cut);

        assertThat(Fx.on(queue::rows)).hasSize(FIRST);
        assertThat(Fx.on(() -> told(scene)))
                .contains("first 50 of 400", "the graph does not answer");
        assertThat(FAILURES).hasSize(1);
        picture(scene, "queue-cut");
        held = new Held();
        held.let.release(ALL);
        Fx.run(() -> ((Button) scene.lookup("#queue-rest")).fire());
        untilWhole();

        assertThat(Fx.on(queue::rows)).hasSize(ALL);
        assertThat(Fx.on(() -> scene.lookup("#queue-rest").getParent().isVisible())).isFalse();
    }

    @Test
    void reading_that_is_given_up_is_a_cut_that_is_told() {
        held.let.release(FIRST + 1);
        until(FIRST);

        Fx.run(work::cancelAll);

        Fx.until("it is told", () -> queue.progress().get() instanceof QueueProgress.Cut);
        assertThat(Fx.on(() -> queue.progress().get()))
                .isEqualTo(new QueueProgress.Cut(FIRST, ALL, "reading was cancelled."));
        assertThat(Fx.on(queue::rows)).hasSize(FIRST);
    }

    @Test
    void reading_anew_takes_nothing_away_before_it_is_done() {
        held.let.release(ALL);
        untilWhole();
        held = new Held();
        Fx.run(() -> queue.read(ALL));
        held.let.release(FIRST + 1);
        Fx.settle();

        assertThat(Fx.on(queue::rows)).hasSize(ALL);
        assertThat(Fx.on(() -> queue.progress().get()))
                .isEqualTo(new QueueProgress.Reading(ALL, ALL));
        held.let.release(ALL);
        untilWhole();
        assertThat(Fx.on(queue::rows)).hasSize(ALL);
    }

    private void until(int here) {
        Fx.until(here + " are here", () -> queue.list().get().all() == here && !queue.busy().get());
    }

    private void untilWhole() {
        Fx.until(
                "all are here",
                () ->
                        queue.progress().get() instanceof QueueProgress.Whole
                                && queue.list().get().all() == ALL
                                && !queue.busy().get());
    }

    private List<String> ids() {
        return Fx.on(queue::rows).stream().map(AlertRow::id).toList();
    }

    private static String told(Scene scene) {
        return ((Label) scene.lookup("#queue-progress")).getText();
    }

    private static void picture(Scene scene, String name) throws Exception {
        Fx.picture(scene, Path.of("target", "pictures", name + ".png"));
    }

    private static String id(int i) {
        return String.format(Locale.ROOT, "a%03d", i);
    }

    /// As a detection writes it.
    private static Map<String, Object> row(int i) {
        boolean isChain = i >= ALL - ALL / 10;
        String operation = "Operation:o" + i % (ALL / 10);
        return Map.ofEntries(
                Map.entry("id", id(i)),
                Map.entry("rule", isChain ? "cloud-to-host-chain" : "rule-" + i % 3),
                Map.entry("severity", i < ALL / 2 ? "high" : i < 3 * ALL / 4 ? "medium" : "low"),
                Map.entry("title", "somebody ran something on machine" + i % 10),
                Map.entry("time", START.plusSeconds(i)),
                Map.entry("prevalence", ""),
                Map.entry("confidence", 1.0),
                Map.entry("entities", List.of(operation, "Host:device:" + i % 10)),
                Map.entry("nodes", List.of(operation, "Host:device:" + i % 10, "Command:whoami")),
                Map.entry("relationships", List.of("ON:r" + i)),
                Map.entry("leftOut", 0L),
                Map.entry("evidence", List.of("sha:" + i, "sha:" + (i + 1))),
                Map.entry("firstEvent", "e" + i),
                Map.entry("content", "c" + i),
                Map.entry("raised", START),
                Map.entry("changes", List.of()));
    }
}
