package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A watch that is killed, as by a power cut, amid its rules and again amid its telling: the next
/// has the graph to itself at once, makes up for what was missed, and nothing is lost or told
/// twice.
class WatchKillTest {

    /// One script by Run Command, as an export has it in which `#` stands for its number.
    private static final String EXECUTION =
            """
            {"Type":"AzureActivity","TimeGenerated":"2021-11-2#T10:00:00Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Started","CorrelationId":"c#","Caller":"mallory@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","_ResourceId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm#","EventDataId":"a#"}
            {"Type":"AzureActivity","TimeGenerated":"2021-11-2#T10:00:40Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Succeeded","CorrelationId":"c#","Caller":"mallory@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","_ResourceId":"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm#","EventDataId":"b#"}
            {"Type":"DeviceFileEvents","Timestamp":"2021-11-2#T10:00:12Z","DeviceId":"d#","DeviceName":"vm#.contoso.com","ActionType":"FileCreated","FileName":"script6.ps1","FolderPath":"C:\\\\Downloads\\\\script6.ps1","FileSize":812,"SHA256":"b#","InitiatingProcessFileName":"RunCommandExtension.exe","InitiatingProcessId":8220,"InitiatingProcessCreationTime":"2021-11-2#T10:00:10Z","ReportId":11}
            {"Type":"DeviceEvents","Timestamp":"2021-11-2#T10:00:15Z","DeviceId":"d#","DeviceName":"vm#.contoso.com","ActionType":"PowerShellCommand","InitiatingProcessAccountName":"system","InitiatingProcessFileName":"powershell.exe","InitiatingProcessCommandLine":"powershell  -ExecutionPolicy Unrestricted -File script6.ps1","InitiatingProcessId":9344,"InitiatingProcessCreationTime":"2021-11-2#T10:00:14Z","AdditionalFields":"{\\"Command\\":\\"Get-Process\\"}","ReportId":21}
            """;

    /// Those that are due. What all of them would take is spent on waiting.
    private static final Set<String> RULES =
            Set.of("run-command-linked", "run-command-unique-script");

    private static final Pattern TOLD = Pattern.compile("\\{\"id\":\"([^\"]+)\".*}");
    private static final String ALERTS =
            "MATCH (alert:Alert) RETURN alert.key AS id, alert.told AS told";
    private static final String LEASES =
            "MATCH (lease:WatchLease) WHERE lease.owner IS NOT NULL RETURN lease";

    @TempDir private Path folder;

    @Test
    void a_watch_that_is_killed_and_begun_again_loses_nothing_and_tells_nothing_twice()
            throws Exception {
        the_other_rules_were_run();
        arrive(1);
        Path first = folder.resolve("first.log");
        killed(watch(first), first, () -> text(first).contains(" run-command-linked: complete"));

        arrive(2);
        Path second = folder.resolve("second.log");
        killed(watch(second), second, () -> told().size() > 1);
        List<String> toldBefore = told();
        Set<String> marked = as_after_days_without_a_watch();

        arrive(3);
        Path third = folder.resolve("third.log");
        assertThat(watch(third, "--once").waitFor()).as(text(third)).isZero();

        assertThat(text(third)).contains("read; ", "making up for missed runs");
        List<String> told = told();
        assertThat(told.subList(toldBefore.size(), told.size()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .noneMatch(marked::contains);
        nothing_is_lost(Set.copyOf(told));
    }

    private Process watch(Path said, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "watch",
                                "--graph",
                                graph().toString(),
                                "--folder",
                                logs().toString(),
                                "--settle",
                                "1s",
                                "--look",
                                "1s",
                                "--alerts-to",
                                alerts().toString()));
        arguments.addAll(List.of(more));
        return Program.start(said, arguments.toArray(String[]::new));
    }

    private Path graph() {
        return folder.resolve("graph");
    }

    private Path logs() throws IOException {
        return Files.createDirectories(folder.resolve("logs"));
    }

    private Path alerts() {
        return folder.resolve("alerts.jsonl");
    }

    /// An execution's records, moved into the watched folder.
    private void arrive(int number) throws IOException {
        Path written = folder.resolve(number + ".jsonl");
        Files.writeString(written, EXECUTION.replace("#", String.valueOf(number)));
        Files.move(written, logs().resolve(number + ".jsonl"));
    }

    private static void killed(Process watch, Path said, BooleanSupplier when)
            throws InterruptedException {
        while (!when.getAsBoolean()) {
            assertThat(watch.isAlive()).as(() -> text(said)).isTrue();
            Thread.sleep(20);
        }
        watch.destroyForcibly().waitFor();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// The alerts of which the whole line was written.
    private List<String> told() {
        return TOLD.matcher(text(alerts())).results().map(line -> line.group(1)).toList();
    }

    private void the_other_rules_were_run() {
        List<String> others =
                CypherLibrary.packaged().files("detections").stream()
                        .map(CypherFile::id)
                        .filter(id -> !RULES.contains(id))
                        .toList();
        try (InvestigationGraph graph = Neo4jGraphs.embedded(graph())) {
            graph.write(transaction ->
                    transaction.run(
                            "UNWIND $rules AS rule CREATE (:DetectionRun {key: rule, rule: rule, scheduled: true, at: datetime() + duration('P1Y')})",
                            Map.of("rules", others)));
        }
    }

    /// @return what a sink is known to have been told
    private Set<String> as_after_days_without_a_watch() {
        try (InvestigationGraph graph = Neo4jGraphs.embedded(graph())) {
            assertThat(graph.read(Query.of(LEASES)).rows()).as("left behind").hasSize(1);
            graph.write(transaction ->
                    transaction.run(
                            "MATCH (run:DetectionRun) WHERE run.covers SET run.at = run.at - duration('P3D')",
                            Map.of()));
            return ids(
                    graph.read(Query.of(ALERTS)).rows().stream()
                            .filter(row -> row.get("told") != null)
                            .toList());
        }
    }

    private void nothing_is_lost(Set<String> told) {
        try (InvestigationGraph graph = Neo4jGraphs.embedded(graph())) {
            List<Row> alerts = graph.read(Query.of(ALERTS)).rows();
            assertThat(alerts).hasSize(RULES.size() * 3);
            assertThat(ids(alerts)).isEqualTo(told);
            assertThat(graph.read(Query.of(LEASES)).rows()).isEmpty();
        }
    }

    private static Set<String> ids(List<Row> alerts) {
        return alerts.stream().map(row -> row.text("id")).collect(Collectors.toSet());
    }
}
