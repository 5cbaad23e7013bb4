package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The detections that read the activity log alone, in linked mode.
class ActivityTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);
    private static final String VAULT =
            "/subscriptions/"
                    + Estate.SUBSCRIPTION
                    + "/providers/microsoft.recoveryservices/vaults/v";
    private static final String VM = Estate.vmId(Estate.SUBSCRIPTION, "vm1");
    private static final String START = "microsoft.compute/virtualmachines/start/action";
    private static final String OTHER = "microsoft.storage/storageaccounts/write";

    /// One operation that succeeded, of one record.
    private static void done(
            Estate estate, String time, String caller, String ip, String resource, String what) {
        estate.activity(time, "SUCCESS", time + caller + ip + what, caller, ip, resource, what, "");
    }

    @Test
    void three_sensitive_operations_are_three_rows_though_their_spellings_differ() {
        Estate estate = new Estate();
        done(
                estate,
                "2021-11-21T12:00:00Z",
                "bob@c.com",
                "",
                VAULT,
                "microsoft.recoveryservices/vaults/delete");
        done(
                estate,
                "2021-11-20T12:00:00Z",
                "bob@c.com",
                "",
                VAULT,
                "microsoft.recoveryservices/vaults/backuppolicies/write");
        done(
                estate,
                "2021-11-18T12:00:00Z",
                "bob@c.com",
                "",
                VAULT,
                "microsoft.recoveryservices/vaults/delete");
        done(
                estate,
                "2021-11-18T12:00:00Z",
                "bob@c.com",
                "",
                VAULT,
                "microsoft.recoveryservices/vaults/read");
        Detector detector = TestGraph.linked(estate);

        DetectionResult all = detector.detect("sensitive-operations", ALL);
        DetectionResult vaults =
                detector.detect(
                        "sensitive-operations",
                        ALL.with("operation", "Microsoft.RecoveryServices/vaults/delete")
                                .with("window", "3d"));
        DetectionResult asked =
                detector.detect(
                        "sensitive-operations",
                        ALL.with("operation", "Microsoft.RecoveryServices/vaults/read"));

        assertThat(all.rows()).hasSize(3);
        assertThat(all.alerts()).hasSize(3);
        assertThat(vaults.rows())
                .extracting(row -> row.instant("hour"))
                .containsExactly(Estate.time("2021-11-21T12:00:00Z"));
        assertThat(asked.rows()).hasSize(1);
        assertThat(asked.alerts()).isEmpty();
        assertThatThrownBy(
                        () -> detector.detect("sensitive-operations", ALL.with("window", "soon")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("soon");
    }

    @Test
    void operations_are_counted_per_principal_and_hour_and_are_graver_in_quantity() {
        Estate estate = new Estate();
        for (int i = 10; i < 20; i++) {
            String vm = Estate.vmId(Estate.SUBSCRIPTION, "vm" + i);
            done(
                    estate,
                    "10:" + i + ":00",
                    "Bob@c.com",
                    "192.0.2.5",
                    vm,
                    "microsoft.compute/virtualmachines/delete");
        }
        estate.activity(
                "10:30:00",
                "FAILURE",
                "f",
                "bob@c.com",
                "",
                VM,
                "microsoft.compute/virtualmachines/delete",
                "");
        done(estate, "11:00:00", "bob@c.com", "", VM, "microsoft.compute/virtualmachines/delete");

        DetectionResult result = TestGraph.linked(estate).detect("sensitive-operations", ALL);

        assertThat(result.rows())
                .extracting(row ->
                        row.text("severity")
                                + " "
                                + row.get("Operations")
                                + " "
                                + row.text("outcomes"))
                .containsExactly("medium 11 1 FAILED, 10 SUCCEEDED", "low 1 1 SUCCEEDED");
        assertThat(result.rows().getFirst().number("resources")).isEqualTo(11);
    }

    @Test
    void what_a_principal_does_every_day_is_a_step_less_urgent() {
        Estate estate = new Estate();
        for (int day = 10; day < 14; day++) {
            done(
                    estate,
                    "2021-11-" + day + "T10:00:00Z",
                    "bob@c.com",
                    "",
                    VM,
                    "microsoft.compute/snapshots/write");
        }

        DetectionResult result = TestGraph.linked(estate).detect("sensitive-operations", ALL);

        assertThat(result.rows())
                .extracting(row -> row.text("severity"))
                .containsExactly("low", "low", "low", "informational");
    }

    @Test
    void a_profile_counts_operations_not_records_and_splits_them_by_outcome() {
        Estate estate = F1.estate();
        Detector detector = TestGraph.linked(estate);

        DetectionResult result =
                detector.detect("caller-profile", ALL.with("caller", "MALLORY@contoso.com"));

        assertThat(result.columns())
                .startsWith(
                        "OperationNameValue",
                        "Operations",
                        "IPs",
                        "FirstExecution",
                        "LastExecution",
                        "IPUsed",
                        "max_Category",
                        "DaysDelta");
        assertThat(result.rows()).hasSize(1);
        Row row = result.rows().getFirst();
        assertThat(row.number("Operations")).isEqualTo(3);
        assertThat(row.number("succeeded")).isEqualTo(2);
        assertThat(row.number("failed")).isEqualTo(1);
        assertThat(row.list("IPUsed", String.class))
                .containsExactlyInAnyOrder("203.0.113.10", "203.0.113.9");
        assertThat(row.number("DaysDelta")).isZero();
        assertThat(row.get("newOperation")).isNull();
        assertThat(result.alerts()).isEmpty();
    }

    @Test
    void a_minute_over_midnight_is_two_active_days_and_no_day_long() {
        Estate estate = new Estate();
        done(estate, "2021-11-22T23:59:30Z", "mallory@c.com", "198.51.100.7", VM, START);
        done(estate, "2021-11-23T00:00:30Z", "mallory@c.com", "198.51.100.7", VM, START);

        Row row =
                TestGraph.linked(estate)
                        .detect("caller-profile", ALL.with("caller", "mallory@c.com"))
                        .rows()
                        .getFirst();

        assertThat(row.number("DaysDelta")).isZero();
        assertThat(row.number("activeDays")).isEqualTo(2);
    }

    @Test
    void a_profile_of_a_time_tells_what_is_new_in_it_and_leaves_its_end_out() {
        Estate estate = new Estate();
        done(estate, "2021-11-21T10:00:00Z", "mallory@c.com", "198.51.100.7", VM, START);
        done(estate, "2021-11-22T10:00:00Z", "mallory@c.com", "203.0.113.9", VM, START);
        done(estate, "2021-11-22T11:00:00Z", "mallory@c.com", "198.51.100.7", VM, OTHER);
        done(estate, "2021-11-23T00:00:00Z", "mallory@c.com", "192.0.2.1", VM, START);
        DetectionRequest day =
                new DetectionRequest(
                                Mode.LINKED,
                                TestGraph.NOW,
                                Estate.time("2021-11-22T00:00:00Z"),
                                Estate.time("2021-11-23T00:00:00Z"),
                                Map.of())
                        .with("caller", "mallory@c.com");

        List<Row> rows = TestGraph.linked(estate).detect("caller-profile", day).rows();

        assertThat(rows)
                .extracting(row ->
                        row.text("OperationNameValue")
                                + " "
                                + row.get("Operations")
                                + " "
                                + row.get("newIPs")
                                + " "
                                + row.get("newOperation"))
                .containsExactly(START + " 1 [203.0.113.9] false", OTHER + " 1 [] true");
    }

    @Test
    void a_profile_of_nobody_is_refused_when_it_is_named_and_blind_among_all() {
        Detector detector = TestGraph.linked(F1.estate());

        assertThatThrownBy(() -> detector.detect("caller-profile", ALL))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("parameter caller not set");
        assertThat(detector.detect(List.of(), ALL))
                .filteredOn(result -> result.rule().equals("caller-profile"))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.completeness())
                                .isInstanceOfSatisfying(
                                        Blind.class,
                                        blind ->
                                                assertThat(blind.reasons())
                                                        .contains("parameter caller not set")));
    }

    @Test
    void a_subscription_that_sends_both_encodings_is_told_with_what_published_rules_miss() {
        TestGraph.empty();
        TestGraph.change(
                "CREATE (:ActivityEvent {key: 'e1', at: datetime('2021-11-22T10:00:00Z'), subscription: 's1',"
                        + " OperationNameValue: 'Microsoft.Compute/virtualMachines/runCommand/action',"
                        + " OperationName: 'Run Command on Virtual Machine', ActivityStatusValue: 'Succeeded'}),"
                        + " (:ActivityEvent {key: 'e2', at: datetime('2021-11-22T10:00:00Z'), subscription: 's1',"
                        + " Claims: '{}', OperationNameValue: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/RUNCOMMAND/ACTION',"
                        + " ActivityStatusValue: 'Success'}),"
                        + " (:ActivityEvent {key: 'e3', at: datetime('2021-11-22T10:00:00Z'), subscription: 's2',"
                        + " OperationNameValue: 'Microsoft.Compute/virtualMachines/write',"
                        + " OperationName: 'Write', ActivityStatusValue: 'Started'})");

        DetectionResult result = TestGraph.detector().detect("activity-connector-check", ALL);

        assertThat(result.columns()).startsWith("_SubscriptionId", "NewConnector", "Events");
        assertThat(result.rows())
                .extracting(row ->
                        row.text("_SubscriptionId")
                                + " "
                                + row.get("NewConnector")
                                + " "
                                + row.get("Events")
                                + " "
                                + row.get("encodings"))
                .containsExactly("s1 1 2 2", "s2 0 1 1");
        assertThat(result.rows().getFirst().list("warnings", String.class)).hasSize(3);
        assertThat(result.rows().getLast().list("warnings", String.class)).isEmpty();
        assertThat(result.alerts()).isEmpty();
    }

    /// The worked example: 285 operations of four callers in three weeks.
    private static Estate trained() {
        Estate estate = new Estate();
        work(estate, "alice@contoso.com", "198.51.100.7", START, 60);
        work(estate, "alice@contoso.com", "198.51.100.7", OTHER, 40);
        work(estate, "bob@contoso.com", "198.51.100.8", START, 5);
        work(estate, "bob@contoso.com", "198.51.100.8", OTHER, 95);
        work(estate, "carol@contoso.com", "198.51.100.9", START, 35);
        work(estate, "dave@contoso.com", "192.0.2.5", OTHER, 50);
        return estate;
    }

    private static void work(Estate estate, String caller, String ip, String what, int times) {
        IntStream.range(0, times)
                .forEach(i ->
                        done(
                                estate,
                                "2021-11-%02dT08:00:%02dZ".formatted(1 + i % 18, i / 18),
                                caller,
                                ip,
                                VM,
                                what));
    }

    private static void runs(Estate estate, String time, String caller, String ip) {
        done(estate, "2021-11-21T" + time + ":00Z", caller, ip, VM, Estate.RUN_COMMAND);
    }

    private static String flags(DetectionResult result, String time) {
        return result.rows().stream()
                .filter(row ->
                        Estate.time("2021-11-21T" + time + ":00Z")
                                .equals(row.instant("TimeGenerated")))
                .map(row ->
                        String.join(
                                " ",
                                row.text("newCaller"),
                                row.text("newCallerOnMonRes"),
                                row.text("newIpMask"),
                                row.text("newIpMaskOnMonRes"),
                                row.text("newMonOpOnSubs"),
                                row.text("anomCallerMonRes")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_worked_example_has_its_flags_and_those_that_were_defects_are_mended() {
        Estate estate = trained();
        runs(estate, "11:20", "Alice@contoso.com", "198.51.100.7");
        runs(estate, "10:50", "alice@contoso.com", "2001:db8::1");
        runs(estate, "10:40", "alice@contoso.com", "203.0.113.9");
        runs(estate, "10:30", "mallory@contoso.com", "203.0.113.9");
        runs(estate, "10:20", "dave@contoso.com", "192.0.2.5");
        runs(estate, "10:10", "bob@contoso.com", "198.51.100.8");
        runs(estate, "10:00", "alice@contoso.com", "198.51.100.7");
        estate.activity(
                "2021-11-21T11:10:00Z", "FAILURE", "f", "bob@contoso.com", "198.51.100.8", "vm1");

        DetectionResult result = TestGraph.linked(estate).detect("anomalous-operation", ALL);

        assertThat(result.columns())
                .startsWith(
                        "TimeGenerated",
                        "subscriptionId",
                        "ResourceProvider",
                        "ResourceName",
                        "OperationNameValue",
                        "Caller",
                        "CorrelationId",
                        "ClientIP",
                        "ActiveDaysOnSub",
                        "avgMonOpOnSubs",
                        "newCaller",
                        "newCallerOnMonRes",
                        "newIpMask",
                        "newIpMaskOnMonRes",
                        "newMonOpOnSubs",
                        "anomCallerMonRes",
                        "isMonitoredOp",
                        "isMonitoredResource");
        assertThat(result.rows()).hasSize(8);
        assertThat(flags(result, "11:20")).as("one alice").isEqualTo("0 0 0 0 0 0");
        assertThat(flags(result, "10:50")).isEqualTo("0 0 1 1 0 0");
        assertThat(flags(result, "10:40")).isEqualTo("0 0 1 1 0 0");
        assertThat(flags(result, "10:30")).as("never seen is unusual").isEqualTo("1 1 1 1 0 1");
        assertThat(flags(result, "10:20")).as("never on machines").isEqualTo("0 1 0 1 0 1");
        assertThat(flags(result, "10:10")).isEqualTo("0 0 0 0 0 1");
        assertThat(flags(result, "10:00")).isEqualTo("0 0 0 0 0 0");
        assertThat(result.rows())
                .allSatisfy(row -> {
                    assertThat(row.number("newMonOpOnSubsFixed")).isEqualTo(1);
                    assertThat(row.number("ActiveDaysOnSub")).isEqualTo(20);
                    assertThat(row.number("training")).isEqualTo(285);
                });
        Row worst = result.rows().getFirst();
        assertThat(worst.text("Caller")).isEqualTo("mallory@contoso.com");
        assertThat(worst.number("score")).isEqualTo(7);
        assertThat(worst.text("severity")).isEqualTo("medium");
    }

    @Test
    void the_metrics_are_those_of_the_published_table_and_lift_tells_bob_from_alice() {
        Estate estate = trained();
        runs(estate, "10:10", "bob@contoso.com", "198.51.100.8");
        runs(estate, "10:00", "alice@contoso.com", "198.51.100.7");

        List<Row> rows = TestGraph.linked(estate).detect("anomalous-operation", ALL).rows();

        Row bob = rows.getFirst();
        assertThat((Double) bob.get("P_AIB")).isBetween(0.05, 0.05001);
        assertThat((Double) bob.get("Jaccard_AB")).isBetween(0.02564, 0.02565);
        assertThat((Double) bob.get("Lift_AB")).isBetween(0.1425, 0.14251);
        assertThat(bob.number("lowLift")).isEqualTo(1);
        assertThat((Double) rows.getLast().get("Lift_AB")).isBetween(1.70999, 1.711);
        assertThat(rows.getLast().number("lowLift")).isZero();
    }

    @Test
    void twelve_equal_callers_all_have_a_small_share_and_none_a_low_lift() {
        Estate estate = new Estate();
        for (int i = 0; i < 12; i++) {
            work(estate, "admin" + i + "@c.com", "198.51.100." + i, START, 10);
        }
        for (int i = 0; i < 12; i++) {
            runs(estate, "10:" + (10 + i), "admin" + i + "@c.com", "198.51.100." + i);
        }

        DetectionResult result = TestGraph.linked(estate).detect("anomalous-operation", ALL);

        assertThat(result.rows())
                .hasSize(12)
                .allSatisfy(row -> {
                    assertThat(row.number("anomCallerMonRes")).isEqualTo(1);
                    assertThat(row.number("lowLift")).isZero();
                });
    }

    @Test
    void addresses_of_six_are_known_by_their_first_64_bits() {
        Estate estate = trained();
        work(estate, "erin@contoso.com", "2001:db8:1:2::1", START, 10);
        runs(estate, "10:00", "erin@contoso.com", "2001:db8:1:2::99");
        runs(estate, "10:01", "erin@contoso.com", "2001:db8:1:3::1");

        DetectionResult result = TestGraph.linked(estate).detect("anomalous-operation", ALL);

        assertThat(result.rows())
                .extracting(row -> row.get("newIpMask") + " " + row.get("newIp64"))
                .containsExactly("1 1", "0 0");
    }

    @Test
    void a_small_training_judges_nobody_and_what_is_told_once_is_not_told_again() {
        Estate small = new Estate();
        work(small, "alice@contoso.com", "198.51.100.7", START, 29);
        runs(small, "10:00", "mallory@contoso.com", "203.0.113.9");
        DetectionResult few = TestGraph.linked(small).detect("anomalous-operation", ALL);
        Estate estate = trained();
        runs(estate, "10:00", "mallory@contoso.com", "203.0.113.9");
        runs(estate, "10:30", "mallory@contoso.com", "203.0.113.9");

        DetectionResult twice = TestGraph.linked(estate).detect("anomalous-operation", ALL);

        assertThat(few.alerts()).isEmpty();
        assertThat(few.rows().getFirst().list("reasons", String.class))
                .contains("insufficient training: 29 operations");
        assertThat(twice.rows()).hasSize(2);
        assertThat(twice.alerts()).hasSize(1);
    }
}
