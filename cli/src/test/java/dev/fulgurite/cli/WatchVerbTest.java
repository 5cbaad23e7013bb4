package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.cli.Shell.Run;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `watch` as a scheduler meets it.
class WatchVerbTest {

    @TempDir Path folder;

    private String[] watch(String... more) {
        List<String> all = new ArrayList<>(List.of("watch", "--graph", graph()));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private String graph() {
        return folder.resolve("graph").toString();
    }

    private Path logs() throws IOException {
        Path logs = folder.resolve("logs");
        RunCommandLogs.writeTo(logs);
        for (String name : List.of("activity.jsonl", "files.csv", "commands.jsonl")) {
            Instant before = Instant.parse("2026-03-01T11:00:00Z");
            Files.setLastModifiedTime(logs.resolve(name), FileTime.from(before));
        }
        return logs;
    }

    @Test
    void what_is_due_is_run_and_told_once_and_a_watch_under_way_is_not_disturbed()
            throws IOException {
        Path told = folder.resolve("told.jsonl");
        String[] once =
                watch(
                        "--once",
                        "--json",
                        "--folder",
                        logs().toString(),
                        "--alerts-to",
                        told.toString());
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder.resolve("graph"))) {
            Run first = Shell.run(once);
            assertThat(first.exit()).as(first.err()).isEqualTo(Exit.DONE);
            assertThat(first.err()).contains("activity.jsonl: read; 2 stored", "told of ");
            assertThat(first.json())
                    .allSatisfy(run -> {
                        assertThat(run.propertyNames()).startsWith("rule", "at", "from", "to");
                        assertThat(run.get("state").asString()).isIn("complete", "blind");
                    })
                    .filteredOn(run -> run.get("rule").asString().equals("run-command-linked"))
                    .singleElement()
                    .satisfies(run -> assertThat(run.get("newAlerts").asLong()).isEqualTo(1));
            List<String> alerts = Files.readAllLines(told);
            assertThat(alerts).doesNotHaveDuplicates().anyMatch(line -> line.contains("linked"));

            assertThat(Shell.run(once).exit()).isEqualTo(Exit.DONE);
            assertThat(Files.readAllLines(told)).isEqualTo(alerts);

            graph.write(transaction ->
                    transaction.run(
                            "MATCH (lease:WatchLease) SET lease.owner = 'other', lease.host = 'siem', lease.pid = 17, lease.since = $now, lease.expires = $then",
                            java.util.Map.of(
                                    "now", Instant.now(), "then", Instant.now().plusSeconds(600))));
            Run second = Shell.run(once);
            assertThat(second.exit()).isEqualTo(Exit.FAILED);
            assertThat(second.err()).contains("is watched already", "process 17 on siem");
            assertThat(graph.read(Query.of("MATCH (l:WatchLease) RETURN l.owner AS owner")).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("owner")).isEqualTo("other"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--webhook, https://hooks.example/s3cret, env:NAME or file:PATH",
        "--webhook, env:FULGURITE_NO_SUCH_VARIABLE, is not set",
        "--syslog, siem.example, tcp://HOST:PORT",
        "--lag, soon, a number with",
        "--keep, 0, at least 1",
        "--folder, no/such/folder, no such folder",
        "--set, no-such-rule.schedule=1h, no setting is called",
        "--set, run-command-linked.schedule=often, the schedule of run-command-linked",
    })
    void a_wrong_option_is_told_before_anything_runs(String option, String value, String reason) {
        Run run = Shell.run(watch("--once", option, value));

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).contains(reason).doesNotContain("s3cret");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_watch_that_is_asked_to_end_does_so_with_code_0_and_leaves_no_lease() throws Exception {
        Process watch =
                new ProcessBuilder(command(watch("--folder", logs().toString())))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader err = watch.errorReader()) {
            String line = err.readLine();
            while (line != null && !line.contains(" to 20")) {
                said.add(line);
                line = err.readLine();
            }
            // Not of the process itself, which would close what it says.
            watch.toHandle().destroy();
            err.lines().forEach(said::add);
        }
        assertThat(watch.waitFor()).as(said.toString()).isZero();
        assertThat(said).last().asString().startsWith("stopped");
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder.resolve("graph"))) {
            String held = "MATCH (l:WatchLease) WHERE l.owner IS NOT NULL RETURN l";
            assertThat(graph.read(Query.of(held)).rows()).isEmpty();
            String runs = "MATCH (r:DetectionRun) WHERE r.covers RETURN r";
            assertThat(graph.read(Query.of(runs)).rows()).isNotEmpty();
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.fulgurite.cli.Main"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
