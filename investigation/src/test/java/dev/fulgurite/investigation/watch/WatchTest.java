package dev.fulgurite.investigation.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.watch.Run;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.ingest.IngestReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A watch over days, on a clock that the test turns; nothing waits.
class WatchTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T12:00:00Z");

    /// So that a file that is written "now" was not written before the real now.
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String ACTIVITY =
            """
            {"Type":"AzureActivity","TimeGenerated":"2026-03-01T10:00:00.1234567Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Started","CorrelationId":"c1","Caller":"Alice@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","_ResourceId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1","EventDataId":"e1"}
            {"Type":"AzureActivity","TimeGenerated":"2026-03-01T10:00:40.0000000Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Succeeded","CorrelationId":"c1","Caller":"Alice@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","_ResourceId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1","EventDataId":"e2"}
            """;
    private static final String FILES =
            """
            {"Type":"DeviceFileEvents","Timestamp":"2026-03-01T10:00:12Z","DeviceId":"d1","DeviceName":"vm1.contoso.com","ActionType":"FileCreated","FileName":"script6.ps1","FolderPath":"C:\\\\Downloads\\\\script6.ps1","FileSize":812,"SHA256":"b2","InitiatingProcessFileName":"RunCommandExtension.exe","InitiatingProcessId":8220,"InitiatingProcessCreationTime":"2026-03-01T10:00:10Z","ReportId":11}
            """;
    private static final String COMMANDS =
            """
            {"Type":"DeviceEvents","Timestamp":"2026-03-01T10:00:15Z","DeviceId":"d1","DeviceName":"vm1.contoso.com","ActionType":"PowerShellCommand","InitiatingProcessAccountName":"system","InitiatingProcessFileName":"powershell.exe","InitiatingProcessCommandLine":"powershell  -ExecutionPolicy Unrestricted -File script6.ps1","InitiatingProcessId":9344,"InitiatingProcessCreationTime":"2026-03-01T10:00:14Z","AdditionalFields":"{\\"Command\\":\\"Get-Process\\"}","ReportId":21}
            """;

    @TempDir static Path folder;

    private static WatchedGraph place;

    private final Heard heard = new Heard();

    /// What a watch said.
    private static final class Heard implements WatchListener {
        private final List<String> read = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void note(String text) {
            notes.add(text);
        }

        @Override
        public void read(Path file, IngestReport report) {
            read.add(file.getFileName().toString());
        }

        @Override
        public void unread(Path file, String reason) {
            unread.add(file.getFileName() + ": " + reason);
        }

        @Override
        public void ran(Run run) {
            runs.add(run);
        }

        private List<String> states() {
            return runs.stream().map(Run::state).toList();
        }
    }

    @BeforeAll
    static void open() throws IOException {
        place = new WatchedGraph(folder, "run-command-linked");
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @BeforeEach
    void begin() throws IOException {
        place.begin(MORNING);
    }

    private Watch watch() {
        return place.watch(heard, new SinkAddress.JsonLines(place.told));
    }

    /// A file that was written long before.
    private static void log(String name, String content) throws IOException {
        Path file = Files.writeString(place.logs.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(MORNING.minusSeconds(3600)));
    }

    /// A file that is written now.
    private static void write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(place.instant()));
    }

    private static boolean turn(Watch watch) {
        return watch.turn(() -> false);
    }

    @Test
    void what_arrives_is_read_and_found_and_told_once_also_after_a_restart() throws Exception {
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        log("commands.jsonl", COMMANDS);
        try (Watch watch = watch()) {
            assertThat(watch.once(NEVER)).isTrue();
        }
        assertThat(heard.read).containsExactly("activity.jsonl", "commands.jsonl", "files.jsonl");
        assertThat(told()).singleElement().asString().contains("\"rule\":\"run-command-linked\"");

        for (int hour = 0; hour < 30; hour++) {
            place.pass(HOUR);
            try (Watch watch = watch()) {
                assertThat(watch.once(NEVER)).isTrue();
            }
        }
        assertThat(heard.read).hasSize(3);
        assertThat(heard.states()).hasSize(31).startsWith("complete", "unchanged");
        assertThat(told()).hasSize(1);
        assertThat(place.rows("MATCH (r:DetectionRun) RETURN r")).hasSize(31);
    }

    @Test
    void an_alert_whose_case_grows_is_told_again_with_what_is_new() throws Exception {
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        log("commands.jsonl", COMMANDS);
        try (Watch watch = watch()) {
            assertThat(watch.once(NEVER)).isTrue();
            place.pass(HOUR);
            log("more.jsonl", COMMANDS.replace("Get-Process", "whoami").replace("21}", "22}"));
            assertThat(watch.once(NEVER)).isTrue();
            place.pass(HOUR);
            log("copy.jsonl", " " + COMMANDS);
            assertThat(watch.once(NEVER)).isTrue();
        }
        assertThat(told()).hasSize(2);
        assertThat(told().getFirst()).contains("\"update\":0,\"changed\":[]");
        assertThat(told().getLast())
                .startsWith(told().getFirst().substring(0, 20))
                .contains("\"update\":1,\"changed\":[\"new in its case: Command:whoami, 1 RAN\"]");
    }

    @Test
    void logs_of_a_host_that_come_days_late_complete_the_story_once() throws Exception {
        log("activity.jsonl", ACTIVITY);
        try (Watch watch = watch()) {
            turn(watch);
            for (int hour = 0; hour < 48; hour++) {
                place.pass(HOUR);
                turn(watch);
            }
            assertThat(place.rows("MATCH (a:Alert) RETURN a")).isEmpty();
            log("files.jsonl", FILES);
            log("commands.jsonl", COMMANDS);
            heard.runs.clear();
            place.pass(HOUR);
            turn(watch);
            place.pass(HOUR);
            turn(watch);
        }
        assertThat(heard.runs)
                .as(heard.runs.toString())
                .extracting(Run::alerts)
                .containsExactly(1L, 0L);
        assertThat(heard.states()).containsExactly("complete", "unchanged");
        // That the machine and the host are one was not known before, at no time.
        assertThat(heard.runs.getFirst().due().from()).isNull();
    }

    @Test
    void what_is_younger_than_the_lag_waits_for_its_turn() throws Exception {
        place.pass(Duration.ofHours(-2).plusSeconds(60));
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        log("commands.jsonl", COMMANDS);
        try (Watch watch = watch()) {
            turn(watch);
            place.pass(HOUR);
            turn(watch);
        }
        assertThat(heard.runs).extracting(Run::alerts).containsExactly(0L, 1L);
    }

    @Test
    void a_rule_that_comes_is_run_in_the_next_round_and_one_that_goes_is_run_no_more()
            throws Exception {
        log("commands.jsonl", COMMANDS.replace("Get-Process", "whoami.exe"));
        Deque<Detector> next = new ArrayDeque<>();
        RulesInForce rules =
                new RulesInForce() {
                    private Detector now = place.detector();

                    @Override
                    public Detector detector() {
                        return now;
                    }

                    @Override
                    public List<String> look() {
                        if (next.isEmpty()) {
                            return List.of();
                        }
                        now = next.remove();
                        return List.of("rules changed");
                    }
                };
        try (Watch watch = place.watch(rules, heard)) {
            turn(watch);
            assertThat(ran()).containsExactly("run-command-linked");
            next.add(place.with("mine"));
            turn(watch);
            assertThat(ran()).containsExactly("run-command-linked", "mine");
            assertThat(heard.runs.getLast().alerts()).isOne();
            assertThat(heard.notes).containsExactly("rules changed");
            next.add(place.detector());
            place.pass(HOUR);
            turn(watch);
        }
        assertThat(ran()).containsExactly("run-command-linked", "mine", "run-command-linked");
    }

    private List<String> ran() {
        return heard.runs.stream().map(run -> run.due().rule()).toList();
    }

    @Test
    void a_file_is_read_when_it_has_stopped_growing() throws Exception {
        place.begin(FUTURE);
        Path growing = place.logs.resolve("growing.jsonl");
        try (Watch watch = watch()) {
            write(growing, FILES);
            turn(watch);
            place.pass(Duration.ofSeconds(6));
            write(growing, FILES + COMMANDS);
            turn(watch);
            place.pass(Duration.ofSeconds(6));
            turn(watch);
            assertThat(heard.read).isEmpty();
            place.pass(Duration.ofSeconds(6));
            turn(watch);
            assertThat(heard.read).containsExactly("growing.jsonl");
            place.pass(Duration.ofSeconds(60));
            turn(watch);
            assertThat(heard.read).hasSize(1);
        }
    }

    @Test
    void a_file_that_is_moved_into_place_is_read_at_once_and_one_still_written_is_not()
            throws Exception {
        place.begin(Instant.now());
        Path below = Files.createDirectories(place.logs.resolve("below"));
        Path unfinished = Files.writeString(below.resolve("files.jsonl.part"), FILES);
        try (Watch watch = watch()) {
            place.pass(Duration.ofSeconds(60));
            turn(watch);
            assertThat(heard.read).isEmpty();
            // Later by more than a file system's clock tells apart.
            Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minusMillis(500)));
            Path finished = Files.move(unfinished, below.resolve("files.jsonl"));
            turn(watch);
            assertThat(heard.read).containsExactly("files.jsonl");
            Files.delete(finished);
            Files.delete(below);
        }
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_is_told_and_tried_again_when_it_changes()
            throws Exception {
        Path broken = place.logs.resolve("broken.jsonl.gz");
        Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        Files.setLastModifiedTime(broken, FileTime.from(MORNING.minusSeconds(3600)));
        log("files.jsonl", FILES);
        try (Watch watch = watch()) {
            assertThat(turn(watch)).isFalse();
            assertThat(turn(watch)).isTrue();
        }
        try (Watch watch = watch()) {
            assertThat(turn(watch)).isTrue();
            assertThat(heard.unread).singleElement().asString().startsWith("broken.jsonl.gz: ");
            assertThat(heard.read).contains("files.jsonl");
            Files.setLastModifiedTime(broken, FileTime.from(MORNING.minusSeconds(1800)));
            assertThat(turn(watch)).isFalse();
        }
    }

    @Test
    void a_second_watch_is_refused_with_the_name_of_the_first() throws Exception {
        try (Watch watch = watch()) {
            turn(watch);
            assertThatThrownBy(this::watch)
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.LOCKED))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        watch().close();
    }

    @Test
    void a_watch_that_lost_its_lease_ends() throws Exception {
        Watch asleep = watch();
        place.pass(HOUR);
        try (Watch other = watch()) {
            assertThatThrownBy(() -> turn(asleep)).isInstanceOf(GraphException.class);
            asleep.close();
            turn(other);
        }
    }

    @Test
    void when_it_is_asked_to_end_it_does_so_after_the_file_at_hand() throws Exception {
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        try (Watch watch = watch()) {
            watch.turn(() -> !heard.read.isEmpty());
        }
        assertThat(heard.read).containsExactly("activity.jsonl");
        assertThat(heard.runs).isEmpty();
        try (Watch watch = watch()) {
            turn(watch);
        }
        assertThat(heard.read).containsExactly("activity.jsonl", "files.jsonl");
        assertThat(heard.runs).hasSize(1);
    }

    @Test
    void a_webhook_that_is_away_is_tried_again_and_told_of_each_alert_once() throws Exception {
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        log("commands.jsonl", COMMANDS);
        List<String> bodies = new CopyOnWriteArrayList<>();
        List<String> said = new ArrayList<>();
        Deque<Integer> answers = new ArrayDeque<>(List.of(503, 200));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/secret",
                exchange -> {
                    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                    bodies.add(key + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.sendResponseHeaders(answers.remove(), -1);
                    exchange.close();
                });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/secret";
        WatchListener listener =
                new WatchListener() {
                    @Override
                    public void unheard(String sink, String reason, Duration retryAfter) {
                        said.add(sink + " " + reason + " " + retryAfter);
                    }
                };
        try (Watch watch = place.watch(listener, SinkAddress.webhook(address))) {
            assertThat(watch.once(NEVER)).isTrue();
            assertThat(watch.once(NEVER)).isTrue();
        } finally {
            server.stop(0);
        }
        assertThat(said).containsExactly("webhook answered 503 PT1S");
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst()).isEqualTo(bodies.getLast()).contains("\"severity\":\"");
        assertThat(answers).isEmpty();
        String id = place.rows("MATCH (a:Alert) RETURN a.key AS id").getFirst().text("id");
        assertThat(bodies.getFirst()).startsWith(id + "{\"id\":\"" + id);
    }

    @Test
    void a_webhook_that_stays_away_fails_the_watch_that_runs_once_and_loses_nothing()
            throws Exception {
        log("activity.jsonl", ACTIVITY);
        log("files.jsonl", FILES);
        log("commands.jsonl", COMMANDS);
        try (Watch watch = place.watch(heard, SinkAddress.webhook("http://localhost:1/x"))) {
            assertThat(watch.once(NEVER)).isFalse();
        }
        assertThat(heard.states()).containsExactly("complete");
        try (Watch watch = watch()) {
            assertThat(watch.once(NEVER)).isTrue();
        }
        assertThat(told()).hasSize(1);
    }

    private static List<String> told() throws IOException {
        return Files.readAllLines(place.told);
    }

    static final Stop NEVER =
            new Stop() {
                @Override
                public boolean asked() {
                    return false;
                }

                @Override
                public void await(Duration most) {}
            };
}
