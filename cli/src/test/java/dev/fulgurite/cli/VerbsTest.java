package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.cli.Shell.Run;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each verb on one graph that holds one run command: what it prints, and its exit code. The graph
/// is held open here, so each verb shares it as it would share that of an open window.
class VerbsTest {

    @TempDir static Path folder;

    private static InvestigationGraph graph;

    @BeforeAll
    static void ingest() throws IOException {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
        RunCommandLogs.writeTo(folder.resolve("logs"));
        Run run = verb("ingest", folder.resolve("logs").toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(verb("detect").exit()).isEqualTo(Exit.FOUND);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    /// A verb on the test's graph.
    private static Run verb(String... arguments) {
        return Shell.run(withGraph(arguments));
    }

    private static String[] withGraph(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--graph");
        all.add(folder.resolve("graph").toString());
        return all.toArray(String[]::new);
    }

    @Test
    void rules_without_a_published_form_are_left_out_unless_they_are_named() {
        Run all = verb("detect", "--mode", "published", "--json");
        assertThat(all.out())
                .contains("\"rule\":\"run-command-linked\",\"mode\":\"published\"")
                .doesNotContain("cloud-to-host-chain");
        assertThat(verb("detect", "cloud-to-host-chain", "--mode", "published").exit())
                .isEqualTo(Exit.WRONG_USAGE);
    }

    @Test
    void a_query_with_a_misspelt_label_says_so_beside_its_empty_answer() throws IOException {
        Path misspelt = Files.writeString(folder.resolve("q.cypher"), "MATCH (n:Hots) RETURN n");
        Run run = verb("query", misspelt.toString(), "--json");
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Hots");
        Path right = Files.writeString(folder.resolve("r.cypher"), "MATCH (n:Host) RETURN n.key");
        assertThat(verb("query", right.toString()).err()).isEmpty();
    }

    @Test
    void ingest_prints_the_ledger_of_each_file() {
        Run run = verb("ingest", folder.resolve("logs").toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.json())
                .hasSize(3)
                .allSatisfy(file -> {
                    assertThat(file.propertyNames())
                            .containsExactly(
                                    "file",
                                    "sha256",
                                    "archive",
                                    "format",
                                    "tables",
                                    "read",
                                    "stored",
                                    "duplicate",
                                    "outOfScope",
                                    "rejected",
                                    "reason",
                                    "rejects",
                                    "warnings");
                    assertThat(file.get("read").asLong())
                            .isEqualTo(
                                    file.get("stored").asLong() + file.get("duplicate").asLong());
                });
        assertThat(verb("ingest", folder.resolve("logs").toString()).out())
                .contains("READ", "activity.jsonl");
    }

    @Test
    void an_export_that_was_probably_cut_and_a_gap_in_a_log_are_told() throws IOException {
        StringBuilder cut = new StringBuilder();
        for (int record = 1; record <= 10_000; record++) {
            // A hundred records before the last were not exported.
            cut.append(
                            "{\"Channel\":\"Security\",\"EventID\":4672,\"Hostname\":\"ws1\",\"RecordNumber\":")
                    .append(record == 10_000 ? 10_100 : record)
                    .append(",\"@timestamp\":\"2021-11-22T10:00:00Z\"}\n");
        }
        Path file = Files.writeString(folder.resolve("cut.jsonl"), cut);

        Run run = verb("ingest", file.toString());

        assertThat(run.err()).contains("cut.jsonl: probably truncated", "gaps in the logs: 1");
        assertThat(verb("rules").err())
                .contains("gap: Security of ws1: 100 records (10000 to 10099) are missing");
    }

    @Test
    void a_rejected_line_is_told_with_its_place_and_counts_as_strict_says() throws IOException {
        Path half = folder.resolve("half.jsonl");
        Files.writeString(
                half, RunCommandLogs.OTHER_ACTIVITY.strip().replace("\n", "\n{\"Caller\":\n"));

        Run json = verb("ingest", half.toString(), "--json", "--strict");
        assertThat(json.exit()).isEqualTo(Exit.FOUND);
        assertThat(json.json())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.get("rejected").asLong()).isEqualTo(1);
                    JsonNode reject = file.get("rejects").get(0);
                    assertThat(reject.propertyNames())
                            .containsExactly("record", "line", "offset", "reason");
                    assertThat(reject.get("line").asLong()).isEqualTo(2);
                });
        Run table = verb("ingest", half.toString());
        assertThat(table.exit()).isEqualTo(Exit.DONE);
        assertThat(table.err()).contains(half + ":2: rejected");
    }

    @Test
    void a_missing_path_is_wrong_usage_and_loses_nothing_of_the_rest() {
        Run run =
                verb(
                        "ingest",
                        folder.resolve("absent.json").toString(),
                        folder.resolve("logs").toString(),
                        "--json");

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).contains("absent.json");
        assertThat(run.json()).hasSize(3);
    }

    @Test
    void a_truncated_zip_fails_and_what_is_there_is_kept() throws IOException {
        Path zip = folder.resolve("cut.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.jsonl"));
            out.write(
                    RunCommandLogs.OTHER_ACTIVITY.getBytes(
                            java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new java.util.zip.ZipEntry("b.jsonl"));
            out.write(
                    RunCommandLogs.OTHER_ACTIVITY.getBytes(
                            java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length - 60));

        Run run = verb("ingest", zip.toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains("cut.zip");
        assertThat(run.json())
                .anySatisfy(file ->
                        assertThat(file.get("file").asString()).isEqualTo(zip + "!/a.jsonl"));
    }

    @Test
    void a_folder_without_logs_is_done_and_told() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        Run run = verb("ingest", empty.toString());

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.err()).contains("empty");
    }

    @Test
    void standard_input_is_kept_in_the_graph_s_folder() {
        Run run = Shell.runWith(RunCommandLogs.COMMANDS, withGraph("ingest", "-", "--json"));

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.json())
                .singleElement()
                .satisfies(file ->
                        assertThat(Path.of(file.get("file").asString()))
                                .hasParent(folder.resolve("graph").resolve("evidence"))
                                .hasContent(RunCommandLogs.COMMANDS));
    }

    @Test
    void detect_prints_rows_then_how_complete_they_are() {
        Run run = verb("detect", "run-command-linked", "--json");

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.json()).hasSize(2);
        JsonNode row = run.json().getFirst();
        assertThat(row.propertyNames()).containsExactly("rule", "mode", "row");
        assertThat(row.get("row").get("CorrelationId").asString()).isEqualTo("c1");
        assertThat(run.json().get(1).toString())
                .isEqualTo(
                        "{\"rule\":\"run-command-linked\",\"mode\":\"linked\",\"rows\":1,"
                                + "\"completeness\":\"complete\",\"blind\":[]}");
    }

    @Test
    void detect_without_rows_is_done_unless_it_was_blind() {
        Run quiet = verb("detect", "run-command-linked", "--from", "2027-01-01T00:00:00Z");
        assertThat(quiet.exit()).as(quiet.out()).isEqualTo(Exit.DONE);

        Run blind = verb("detect", "service-account-remote-powershell", "--json");
        assertThat(blind.exit()).isEqualTo(Exit.BLIND);
        assertThat(blind.json().getLast().get("completeness").asString()).isEqualTo("blind");
        assertThat(blind.json().getLast().get("blind")).isNotEmpty();
    }

    @Test
    void a_named_rule_without_the_ranges_it_needs_is_blind_and_says_where_to_get_them() {
        for (String mode : List.of("linked", "published")) {
            Run run =
                    verb(
                            "detect",
                            "run-command-azure-ip",
                            "--mode",
                            mode,
                            "--from",
                            "2026-03-01T00:00:00Z");

            assertThat(run.exit()).as(mode).isEqualTo(Exit.BLIND);
            assertThat(run.out())
                    .contains("blind: parameter ranges not set", "--set ranges=FILE")
                    .contains("'Azure IP Ranges and Service Tags'");
        }
    }

    @Test
    void detect_as_csv_has_a_header_and_leaves_the_rest_to_standard_error() {
        Run run = verb("detect", "run-command-linked", "--csv");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().getFirst()).contains("CorrelationId");
        assertThat(run.err()).contains("1 row, complete");
    }

    @Test
    void rules_are_listed_with_their_state() {
        Run run = verb("rules", "--json");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.json())
                .allSatisfy(rule ->
                        assertThat(rule.propertyNames()).startsWith("rule", "state", "reasons"));
        assertThat(run.json())
                .filteredOn(rule -> rule.get("rule").asString().equals("run-command-linked"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.get("state").asString()).isEqualTo("ready");
                    assertThat(rule.get("published").get("state").asString()).isEqualTo("blind");
                    assertThat(rule.get("published").get("reasons").toString())
                            .contains("no record of AzureActivity has Authorization");
                });
        assertThat(run.json())
                .filteredOn(rule -> rule.get("rule").asString().equals("run-command-ueba"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.get("published").toString())
                                .contains("blind", "no BehaviorAnalytics was ingested"));
        assertThat(run.err()).contains("default: ");
        assertThat(verb("rules", "run-command-linked").out()).contains("blind spots: ");
    }

    @Test
    void a_folder_of_own_rules_is_checked_with_file_and_line() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("broken.cypher"), "// title: Broken\nMATCH (h:Host)\n");

        Run run = verb("rules", "--check", rules.toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.FAILED);
        assertThat(run.json())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.get("state").asString()).isEqualTo("refused");
                    assertThat(rule.get("file").asString()).endsWith("broken.cypher");
                    assertThat(rule.get("line").asInt()).isEqualTo(2);
                });
    }

    @Test
    void own_rules_are_checked_with_their_examples_their_names_and_what_they_replace()
            throws IOException {
        Path rules = Files.createDirectories(folder.resolve("checked"));
        String rule = CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
        Files.writeString(rules.resolve("good-one.cypher"), rule);
        Files.writeString(rules.resolve("sensitive-operations.cypher"), rule);
        Files.writeString(rules.resolve("not a name.cypher"), rule);
        String quiet = "// stays quiet on: ";
        Files.writeString(
                rules.resolve("wrong-one.cypher"), rule.replaceFirst("// fires on: ", quiet));

        Run check = verb("rules", "--check", rules.toString());

        assertThat(check.exit()).isEqualTo(Exit.FAILED);
        assertThat(check.out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .anyMatch(line -> line.startsWith("good-one  ready  2 of 2  "))
                .anyMatch(line -> line.startsWith("wrong-one  refused  1 of 2  "))
                .anyMatch(line -> line.startsWith("not a name  refused  0 of 0"))
                .anyMatch(line ->
                        line.matches(".*wrong-one\\.cypher:\\d+: it is to stay quiet on .*"))
                .anyMatch(line -> line.matches(".*not a name\\.cypher:1: a rule is named by .*"))
                .noneMatch(line -> line.startsWith("run-command-linked"));
        assertThat(check.err())
                .contains(
                        "sensitive-operations: takes the place of the packaged rule of this name");
    }

    @Test
    void an_own_rule_that_is_not_in_order_is_told_once_and_stops_no_other() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("mistaken"));
        String rule = CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
        Path mistaken =
                Files.writeString(
                        rules.resolve("mistaken.cypher"),
                        rule.replace("RETURN", "WITH * WHERE $hour > 3\nRETURN"));

        Run check = verb("rules", "--check", rules.toString());
        Run detect = verb("detect", "--rules", rules.toString());

        assertThat(check.exit()).isEqualTo(Exit.FAILED);
        assertThat(verb("rules", "mistaken", "--check", rules.toString()).exit())
                .isEqualTo(Exit.FAILED);
        assertThat(check.out())
                .containsPattern(
                        Pattern.quote(mistaken.toString())
                                + ":\\d+: the head has no parameter hour");
        assertThat(detect.exit()).isEqualTo(Exit.FOUND);
        assertThat(detect.err())
                .contains(mistaken + ":", "the head has no parameter hour", "not run");
    }

    @Test
    void a_rule_is_told_in_the_order_of_its_file_its_title_first() {
        Run run = verb("rules", "run-command-linked");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).startsWith("title: ").contains("\nseverity: ", "\nwhy: ");
        assertThat(run.out().indexOf("\nwhy: ")).isLessThan(run.out().indexOf("\ntriage: "));
    }

    @Test
    void an_own_rule_that_fails_on_the_rows_at_hand_is_blind_and_stops_no_other()
            throws IOException {
        Path rules = Files.createDirectories(folder.resolve("failing"));
        String rule = CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
        Files.writeString(
                rules.resolve("failing.cypher"),
                rule.substring(0, rule.indexOf("// fires on"))
                        .replace(
                                "command.name = $command",
                                "1 / (size(host.key) - size(host.key)) > 0"));

        Run detect = verb("detect", "--rules", rules.toString());

        assertThat(detect.exit()).isEqualTo(Exit.FOUND);
        assertThat(detect.out() + detect.err())
                .contains("failing.cypher: its statement fails: ", "zero");
    }

    @Test
    void an_own_rule_that_does_not_do_what_its_examples_say_is_not_run_and_stops_no_other()
            throws IOException {
        Path rules = Files.createDirectories(folder.resolve("deaf"));
        String rule = CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
        Files.writeString(
                rules.resolve("deaf.cypher"), rule.replaceFirst("whoami.exe", "hostname.exe"));

        Run detect = verb("detect", "--rules", rules.toString());
        Run named = verb("detect", "deaf", "--rules", rules.toString());

        assertThat(detect.exit()).isEqualTo(Exit.FOUND);
        assertThat(detect.err())
                .containsPattern(
                        "not run: .*deaf\\.cypher:26: it is to fire on 'the command, run on a host' and gives no row");
        assertThat(named.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(named.err()).contains("deaf.cypher:26: it is to fire on");
    }

    @Test
    void an_alert_is_listed_told_closed_and_opened_again() {
        Run list = verb("alerts", "--json");
        assertThat(list.exit()).isEqualTo(Exit.FOUND);
        JsonNode alert =
                list.json().stream()
                        .filter(each -> each.get("rule").asString().equals("run-command-linked"))
                        .findFirst()
                        .orElseThrow();
        assertThat(alert.propertyNames())
                .startsWith("id", "rule", "severity", "title", "time", "status");
        assertThat(alert.get("time").asString()).matches(".*\\.\\d{7}Z");
        assertThat(alert.get("entities").toString()).contains("Operation:c1|");
        String id = alert.get("id").asString();

        Run told = verb("alerts", id, "--why");
        assertThat(told.exit()).isEqualTo(Exit.DONE);
        assertThat(told.out())
                .contains("alice@contoso.com", "203.0.113.9", "script6.ps1", "testrig1")
                .contains("Get-Process, ipconfig.exe", "activity.jsonl:1", "files.csv:2")
                .contains("inferred 0.", "false positives: ");
        assertThat(verb("alerts", id, "--json").json().getFirst().get("story")).isNotEmpty();

        assertThat(verb("alerts", id, "--close", "a drill").exit()).isEqualTo(Exit.WRONG_USAGE);
        Run closed =
                verb(
                        "alerts",
                        id,
                        "--close",
                        "false-positive",
                        "--note",
                        "a drill",
                        "--owner",
                        "kim");
        assertThat(closed.out()).contains("closed: false positive", "note: a drill", "owner: kim");
        assertThat(verb("alerts", "--status", "open", "--json").out()).doesNotContain(id);
        assertThat(verb("alerts", id, "--reopen").out()).contains("open", "owner: kim");
    }

    @Test
    void why_names_the_smallest_set_of_records() {
        String id = alertOf("run-command-linked");

        Run told = verb("alerts", id, "--why");
        JsonNode object = verb("alerts", id, "--json").json().getFirst();

        assertThat(told.out())
                .contains("The smallest set of records it stands on: ")
                .contains("alice@contoso.com INVOKED", " succeeded");
        assertThat(object.get("smallest").size()).isBetween(1, object.get("records").asInt());
        assertThat(object.get("attack").toString()).contains("T1651");
        assertThat(object.get("blind spots").asString()).isNotEmpty();
        assertThat(object.get("prevalenceOf").toString()).contains("alerts of this rule");
    }

    @Test
    void why_not_tells_the_step_that_kept_an_entity_out() {
        Run found = verb("alerts", "--why-not", "run-command-linked", "upn:alice@contoso.com");
        assertThat(found.exit()).isEqualTo(Exit.DONE);
        assertThat(found.out()).contains("  yes  that succeeded: once", "is in an open alert of");

        Run out = verb("alerts", "--why-not", "service-account-remote-powershell", "device:d1");
        assertThat(out.out()).contains("  NO   ", "is kept out of service-account");
    }

    @Test
    void a_suppression_hides_counts_and_is_lifted() {
        String id = alertOf("run-command-linked");
        String until = "2999-01-01T00:00:00Z";

        Run made =
                verb(
                        "alerts",
                        "--suppress",
                        "run-command-linked",
                        "upn:alice@contoso.com",
                        "--until",
                        until,
                        "--note",
                        "known",
                        "--json");
        assertThat(made.exit()).as(made.err()).isEqualTo(Exit.DONE);
        assertThat(made.json().getFirst().get("hidden").asInt()).isEqualTo(1);
        assertThat(verb("alerts", "--status", "open", "--json").out()).doesNotContain(id);
        assertThat(verb("alerts", "--status", "suppressed", "--json").out()).contains(id);
        assertThat(verb("alerts", "--suppressions").out()).contains("known", "Caller:upn:alice");

        String suppression = made.json().getFirst().get("id").asString();
        assertThat(verb("alerts", "--lift", suppression.substring(0, 6)).exit())
                .isEqualTo(Exit.DONE);
        assertThat(verb("alerts", "--status", "open", "--json").out()).contains(id);
    }

    private static String alertOf(String rule) {
        return verb("alerts", "--json").json().stream()
                .filter(each -> each.get("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    @Test
    void pivots_are_listed_and_walked() {
        Run list = verb("pivot", "upn:alice@contoso.com", "--json");
        assertThat(list.exit()).isEqualTo(Exit.DONE);
        assertThat(list.json())
                .extracting(offer -> offer.get("pivot").asString())
                .contains("caller-operations", "caller-ips");

        Run walk = verb("pivot", "upn:alice@contoso.com", "caller-operations", "--json");
        assertThat(walk.json().getFirst().propertyNames())
                .containsExactly("label", "key", "properties");
        assertThat(walk.json().getLast().propertyNames())
                .containsExactly("id", "type", "from", "to", "properties");
        assertThat(walk.json().getLast().get("id").asString()).startsWith("INVOKED:");
    }

    @Test
    void a_path_is_told_step_by_step_and_as_one_object() {
        Run text = verb("path", "upn:alice@contoso.com", "device:d1");
        assertThat(text.exit()).isEqualTo(Exit.DONE);
        assertThat(text.out())
                .contains("Caller:upn:alice@contoso.com", "INVOKED", "Host:device:d1");

        Run json = verb("path", "upn:alice@contoso.com", "device:d1", "--all", "--json");
        assertThat(json.json())
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(path.get("nodes").size())
                                .isEqualTo(path.get("relationships").size() + 1));

        Run none = verb("path", "upn:alice@contoso.com", "device:d1", "--type", "SAME_AS");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("no path");
    }

    @Test
    void evidence_is_the_raw_record_with_the_state_of_its_file() throws IOException {
        Run run = verb("evidence", "Caller:upn:alice@contoso.com", "--json");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.json())
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.propertyNames())
                                .containsExactly(
                                        "file", "sha256", "member", "offset", "line", "raw",
                                        "hash"));
        assertThat(run.json().getFirst().get("raw").asString())
                .isEqualTo(RunCommandLogs.ACTIVITY.lines().findFirst().orElseThrow());
        assertThat(run.json().getFirst().get("hash").asString()).isEqualTo("ok");

        Path log = folder.resolve("logs").resolve("files.csv");
        Files.writeString(log, RunCommandLogs.FILES.replace("812", "813"));
        try {
            Run altered = verb("evidence", fileEvent(), "--json");
            assertThat(altered.exit()).isEqualTo(Exit.FAILED);
            assertThat(altered.json().getFirst().get("hash").asString()).isEqualTo("altered");
        } finally {
            Files.writeString(log, RunCommandLogs.FILES);
        }
    }

    private static String fileEvent() {
        Run run =
                Shell.runWith(
                        "MATCH (f:FileEvent) RETURN 'FileEvent:' + f.key AS ref LIMIT 1",
                        withGraph("query", "-", "--json"));
        return run.json().getFirst().get("ref").asString();
    }

    @Test
    void a_query_gives_one_object_a_row() {
        Run run =
                Shell.runWith(
                        "MATCH (h:Host) RETURN h.key AS host, null AS nothing, h AS node;",
                        withGraph("query", "-", "--json"));

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        JsonNode row = run.json().getFirst();
        assertThat(row.propertyNames()).containsExactly("host", "nothing", "node");
        assertThat(row.get("nothing").isNull()).isTrue();
        assertThat(row.get("node").get("label").asString()).isEqualTo("Host");
    }

    @Test
    void an_export_is_written_whole_and_its_digest_told() {
        Path file = folder.resolve("case.json");

        Run run =
                verb(
                        "export",
                        "--around",
                        "Host:device:d1",
                        "--format",
                        "json",
                        "-o",
                        file.toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern("digest [0-9a-f]{64}");
        assertThat(new JsonMapper().readTree(file.toFile()).get("nodes")).isNotEmpty();
        assertThat(verb("export", "--around", "device:d1", "--format", "graphml", "-o", "-").out())
                .startsWith("<?xml");
    }

    @Test
    void a_digest_is_one_line() {
        assertThat(verb("digest").lines())
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .isEqualTo(graph.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "digest --frobnicate",
                "detect no-such-rule",
                "detect --set no-such-parameter=1",
                "detect --now yesterday",
                "detect --mode sideways",
                "detect --rules /no/such/folder",
                "rules no-such-rule",
                "alerts no-such-alert",
                "alerts --status lost",
                "alerts --why",
                "alerts --close benign",
                "alerts --lift none",
                "alerts --suppress run-command-linked",
                "alerts --suppress run-command-linked --until 2001-01-01T00:00:00Z",
                "alerts --suppress no-such-rule --until 2999-01-01T00:00:00Z",
                "alerts --why-not no-such-rule Host:device:d1",
                "alerts --why-not run-command-linked Host:device:none",
                "pivot",
                "pivot Host:device:none",
                "pivot device:none",
                "pivot Host:device:d1 no-such-pivot",
                "path Host:device:d1",
                "path Host:device:d1 Host:device:none",
                "path Host:device:d1 Caller:upn:alice@contoso.com --type ABOUT",
                "path Host:device:d1 Caller:upn:alice@contoso.com --longest 99",
                "evidence EXECUTED:none",
                "query /no/such/file",
                "export --format json -o x",
                "export --around device:d1 --alert a --format json -o x",
                "export --around device:d1 --format pdf -o -",
                "export --around device:d1 --format json -o /no/such/folder/x",
                "ingest"
            })
    void what_is_not_there_is_wrong_usage_with_one_message(String line) {
        Run run = verb(line.split(" "));

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("fulgurite: ").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE (:Host {key: 'x'})", "MATCH (n RETURN n", "SHOW USERS"})
    void a_query_that_does_not_read_is_wrong_usage(String text) {
        Run run = Shell.runWith(text, withGraph("query", "-"));

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).startsWith("fulgurite: ");
    }

    @Test
    void a_server_that_refuses_the_password_or_is_not_there_fails() throws IOException {
        String running = Files.readString(folder.resolve("graph").resolve("running.json"));
        int port = new JsonMapper().readTree(running).get("port").asInt();

        Run refused = Shell.run("digest", "--graph", "bolt://127.0.0.1:" + port);
        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        assertThat(refused.err()).contains("password");

        Run down = Shell.run("digest", "--graph", "bolt://127.0.0.1:1");
        assertThat(down.exit()).isEqualTo(Exit.FAILED);
        assertThat(down.err()).contains("no answer");
    }

    @Test
    void a_folder_that_holds_something_else_fails() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("holiday.txt"), "photos");

        Run run = Shell.run("rules", "--graph", other.toString());

        assertThat(run.exit()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains(other.toString());
    }
}
