package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fulgurite.graph.model.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules over sign-ins, changes of the directory and what behaviour analysis notes.
class IdentityTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);
    private static final String ADMIN = "admin@contoso.com";
    private static final String MALLORY = "mallory@contoso.com";
    private static final String SP1 = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String SP2 = "aaaaaaaa-0000-0000-0000-000000000002";
    private static final String APP3 = "aaaaaaaa-0000-0000-0000-000000000003";
    private static final String U1 = "bbbbbbbb-0000-0000-0000-000000000001=u1@contoso.com";
    private static final String U2 = "bbbbbbbb-0000-0000-0000-000000000002=Dana@Contoso.com";
    private static final String REGISTERED = "User registered security info";

    @Test
    void a_service_principal_is_paired_with_its_own_sign_in_after_the_change() {
        DetectionResult result =
                TestGraph.linked(servicePrincipals()).detect("dormant-service-principal", ALL);

        assertThat(result.rows())
                .extracting(
                        row -> row.instant("TimeGenerated"),
                        row -> row.instant("TimeGenerated1"),
                        row -> row.text("AccountCustomEntity"),
                        row -> row.text("IPCustomEntity"))
                .containsExactly(
                        tuple(
                                Estate.time("12:00:00"),
                                Estate.time("12:30:00"),
                                SP1,
                                "203.0.113.10"));
        assertThat(result.alerts().getFirst().title())
                .isEqualTo(
                        SP1
                                + " was given a credential by admin@contoso.com and signed in from"
                                + " 203.0.113.10");
    }

    private static Estate servicePrincipals() {
        String added = "Add service principal credentials";
        return new Estate()
                .signIn("2021-11-15T08:00:00Z", SP2, "203.0.113.8")
                .change("12:00:00", added, ADMIN, SP1)
                .change("12:10:00", added, ADMIN, SP2)
                .signIn("11:00:00", SP1, "203.0.113.9", Map.of("table", "SigninLogs"))
                .signIn("12:30:00", SP1, "203.0.113.10")
                .signIn("12:40:00", SP2, "203.0.113.10");
    }

    @Test
    void an_update_of_an_application_leads_to_its_service_principal_whatever_dash_is_written() {
        Estate estate =
                new Estate()
                        .change(
                                "12:20:00",
                                "Update application – Certificates and secrets management",
                                ADMIN,
                                APP3)
                        .signIn(
                                "12:30:00",
                                SP1,
                                "203.0.113.10",
                                Map.of("appId", APP3, "ServicePrincipalId", SP1))
                        .signIn("2021-10-01T12:30:00Z", SP1, "203.0.113.1");

        assertThat(TestGraph.linked(estate).detect("dormant-service-principal", ALL).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("ServicePrincipalId")).isEqualTo(SP1);
                    assertThat(row.number("dormancyDays")).isEqualTo(51);
                    assertThat(row.get("confidence")).isEqualTo(0.9);
                });
    }

    @Test
    void a_run_command_of_the_service_principal_afterwards_makes_it_high() {
        Estate estate =
                servicePrincipals()
                        .activity("12:45:00", "START", "c9", SP1, "203.0.113.10", "testrig1")
                        .activity("12:45:40", "SUCCESS", "c9", SP1, "203.0.113.10", "testrig1");

        DetectionResult result = TestGraph.linked(estate).detect("dormant-service-principal", ALL);

        assertThat(result.alerts()).extracting(Alert::severity).containsExactly(Severity.HIGH);
        assertThat(result.rows().getFirst().list("runCommands", String.class))
                .containsExactly(Estate.vmId(Estate.SUBSCRIPTION, "testrig1"));
        assertThat(result.alerts().getFirst().title()).endsWith("; a Run Command followed");
    }

    @Test
    void
            a_registration_is_paired_with_the_first_sign_in_after_it_and_the_day_before_is_the_return() {
        DetectionResult result = TestGraph.linked(users()).detect("dormant-user-mfa", ALL);

        assertThat(result.columns())
                .startsWith(
                        "TimeGenerated",
                        "TargetUser",
                        "OperationName",
                        "ResultDescription",
                        "MostRecentLogon",
                        "LogonUserAgent",
                        "LogonLocation",
                        "LogonIP");
        assertThat(result.rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.instant("TimeGenerated")).isEqualTo(Estate.time("10:05:00"));
                    assertThat(row.text("TargetUser")).isEqualTo("dana@contoso.com");
                    assertThat(row.instant("MostRecentLogon")).isEqualTo(Estate.time("10:06:00"));
                    assertThat(row.text("LogonIP")).isEqualTo("203.0.113.9");
                    assertThat(row.number("dormancyDays")).isEqualTo(52);
                });
        assertThat(result.alerts().getFirst().title())
                .isEqualTo(
                        "dana@contoso.com came back after 52 days, registered a sign-in method and"
                                + " signed in from 203.0.113.9");
    }

    @Test
    void how_long_a_user_must_have_been_quiet_is_a_parameter() {
        Detector detector = TestGraph.linked(users());

        assertThat(detector.detect("dormant-user-mfa", ALL.with("dormantDays", "7")).rows())
                .extracting(row -> row.text("TargetUser"))
                .containsExactly("u1@contoso.com", "dana@contoso.com");
        assertThat(detector.detect("dormant-user-mfa", ALL.with("dormantDays", "53")).rows())
                .isEmpty();
    }

    @Test
    void a_user_who_was_just_made_is_new_rather_than_dormant() {
        Estate estate =
                new Estate()
                        .change("08:00:00", "Add user", ADMIN, U1)
                        .change("10:00:00", REGISTERED, U1, U1)
                        .signIn("10:10:00", U1, "203.0.113.9");

        DetectionResult result = TestGraph.linked(estate).detect("dormant-user-mfa", ALL);

        assertThat(result.alerts()).extracting(Alert::severity).containsExactly(Severity.LOW);
        assertThat(result.rows().getFirst().list("reasons", String.class))
                .containsExactly("made 2021-11-22T08:00:00Z: new rather than dormant");
    }

    @Test
    void whom_behaviour_analysis_knows_as_active_is_not_dormant_whatever_name_is_compared() {
        Estate estate = users().anomaly("2021-11-18T09:00:00Z", U1, "", Map.of());

        assertThat(TestGraph.linked(estate).detect("dormant-user-mfa-ueba", ALL).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("TargetUser")).isEqualTo("dana@contoso.com");
                    assertThat(row.text("LogonIP")).isEqualTo("203.0.113.9");
                    assertThat(row.get("confidence")).isEqualTo(0.5);
                });
    }

    @Test
    void whom_behaviour_analysis_calls_dormant_is_dormant_surely() {
        Estate estate = users().anomaly("09:00:00", U2, "", Map.of("dormant", true));

        DetectionResult result = TestGraph.linked(estate).detect("dormant-user-mfa-ueba", ALL);

        assertThat(result.rows())
                .filteredOn(row -> row.text("TargetUser").equals("dana@contoso.com"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("confidence")).isEqualTo(0.9));
    }

    private static Estate users() {
        return new Estate()
                .signIn("2021-11-15T08:00:00Z", U1, "198.51.100.1")
                .signIn("2021-10-01T08:00:00Z", U2, "198.51.100.7")
                .change("10:00:00", REGISTERED, U1, U1)
                .change("10:05:00", REGISTERED, U2, U2)
                .signIn("10:10:00", U1, "198.51.100.1")
                .signIn("09:00:00", U2, "198.51.100.7")
                .signIn("10:06:00", U2, "203.0.113.9");
    }

    @Test
    void the_window_of_a_suspicious_sign_in_is_from_six_hours_before_to_one_after() {
        for (var edge :
                Map.of("11:00:00", 1, "11:00:01", 0, "04:00:00", 1, "03:59:59", 0).entrySet()) {
            Estate estate = run().anomaly(edge.getKey(), "Mallory@Contoso.com", "", Map.of());

            assertThat(TestGraph.linked(estate).detect("run-command-ueba", ALL).rows())
                    .as(edge.getKey())
                    .hasSize(edge.getValue());
        }
    }

    private static Estate run() {
        return new Estate()
                .activity("10:00:00", "START", "c1", MALLORY, "203.0.113.10", "testrig1")
                .activity("10:00:40", "SUCCESS", "c1", MALLORY, "203.0.113.9", "testrig1");
    }

    @Test
    void the_nearest_sign_in_stands_for_the_operation_and_the_others_are_evidence() {
        Estate estate =
                run().anomaly("09:30:00", MALLORY, "203.0.113.9", Map.of())
                        .anomaly("04:00:00", MALLORY, "192.0.2.1", Map.of())
                        .anomaly("09:50:00", MALLORY, "", Map.of("SourceIPLocation", ""))
                        .anomaly("09:55:00", MALLORY, "", Map.of("EventSource", "Okta"));

        DetectionResult result = TestGraph.linked(estate).detect("run-command-ueba", ALL);

        Row row = result.rows().getFirst();
        assertThat(result.rows()).hasSize(1);
        assertThat(row.instant("UEBAEventTime")).isEqualTo(Estate.time("09:30:00"));
        assertThat(row.list("CallerIpAddress", String.class))
                .containsExactly("203.0.113.10", "203.0.113.9");
        assertThat(row.get("sameIp")).isEqualTo(true);
        assertThat(row.list("alternatives", String.class)).hasSize(1);
        assertThat(result.alerts().getFirst().nodes())
                .filteredOn(node -> node.startsWith("BehaviorAnomaly:"))
                .hasSize(2);
    }

    @Test
    void a_service_principal_or_a_risky_sign_in_counts_without_behaviour_analysis() {
        Estate estate =
                new Estate()
                        .activity("10:00:00", "START", "c1", SP1, "203.0.113.10", "testrig1")
                        .activity("10:00:40", "SUCCESS", "c1", SP1, "203.0.113.10", "testrig1")
                        .signIn(
                                "09:30:00",
                                SP1,
                                "192.0.2.1",
                                Map.of("risky", true, "Location", "NL"))
                        .signIn("08:00:00", MALLORY, "203.0.113.10", Map.of("Location", "DE"));

        assertThat(TestGraph.linked(estate).detect("run-command-ueba", ALL).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("source")).isEqualTo("AADServicePrincipalSignInLogs");
                    assertThat(row.get("sameIp")).isEqualTo(false);
                    assertThat(row.get("sameCountry")).isEqualTo(false);
                });
    }

    @Test
    void a_sign_in_under_another_face_of_the_caller_counts() {
        String oid = "bbbbbbbb-0000-0000-0000-000000000009";
        Estate estate =
                run().signIn("01:00:00", oid + "=" + MALLORY, "192.0.2.1")
                        .anomaly("09:30:00", oid, "", Map.of());

        assertThat(TestGraph.linked(estate).detect("run-command-ueba", ALL).rows()).hasSize(1);
    }
}
