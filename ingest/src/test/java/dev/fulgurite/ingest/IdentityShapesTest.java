package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.Ledger;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the directory's records become in the graph, in every shape.
class IdentityShapesTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final String ADELE = "9b117c67-170e-4aed-9702-658b3fddc889";
    private static final String SIGN_IN = "5e000001-0000-4000-8000-000000000001";

    private final KeptEvents kept = new KeptEvents();

    @Test
    void a_sign_in_says_the_same_in_every_shape() {
        for (String shape : List.of("portal.csv", "log-analytics.json", "diagnostic.json")) {
            GraphEvent signIn = one("signin-logs/" + shape, SIGN_IN);

            assertThat(signIn.carrier().kind()).isEqualTo("SignIn");
            assertThat(signIn.at().truncatedTo(ChronoUnit.SECONDS))
                    .as(shape)
                    .isEqualTo("2021-11-22T09:50:00Z");
            assertThat(properties(signIn))
                    .as(shape)
                    .contains(
                            entry("table", "SigninLogs"),
                            entry("ResultType", "0"),
                            entry("IPAddress", "203.0.113.10"),
                            entry("UserAgent", "Mozilla/5.0"),
                            entry("Location", "NL"),
                            entry("callerObjectId", ADELE),
                            entry("appId", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c"),
                            entry("succeeded", true),
                            entry("risky", false))
                    .doesNotContainKeys("ServicePrincipalId", "ResultDescription");
            assertThat(String.valueOf(properties(signIn).get("LocationDetails")))
                    .startsWith("{\"city\":");
            assertThat(relations(signIn))
                    .containsExactly(
                            "Caller:upn:adele@contoso.com SIGNED_IN SignIn:" + SIGN_IN,
                            "SignIn:" + SIGN_IN + " FROM IpAddress:203.0.113.10");
        }
    }

    @Test
    void one_sign_in_in_four_shapes_is_one_event() {
        List<GraphEvent> events = ingest("signin-logs");

        assertThat(events).extracting(GraphEvent::id).contains(SIGN_IN).doesNotHaveDuplicates();
        assertThat(events).hasSize(4);
    }

    @Test
    void the_object_id_stands_beside_the_name_and_knows_it() {
        GraphEvent signIn = one("signin-logs/log-analytics.json", SIGN_IN);

        assertThat(entity(signIn, "oid:" + ADELE).names()).containsExactly("Adele@Contoso.com");
        assertThat(entity(signIn, "upn:adele@contoso.com").names())
                .containsExactly("Adele@Contoso.com");
    }

    @Test
    void a_risk_and_a_failure_are_told() {
        GraphEvent signIn = one("signin-logs/portal.csv", "5e000001-0000-4000-8000-000000000002");

        assertThat(properties(signIn))
                .contains(
                        entry("succeeded", false),
                        entry("risky", true),
                        entry("ResultDescription", "Invalid username or password"));
    }

    @Test
    void without_times_of_its_own_a_sign_in_has_that_of_its_first_step() {
        assertThat(ingest("signin-logs/query-result.csv").getFirst().at())
                .isEqualTo("2021-11-22T09:48:19.4834758Z");
    }

    @Test
    void an_object_id_of_zeros_is_none() {
        ingest("signin-logs/log-analytics.json");

        assertThat(kept.keys("Caller"))
                .containsExactly("oid:" + ADELE, "upn:adele@contoso.com", "upn:nobody@contoso.com");
    }

    @Test
    void an_application_signs_in_under_its_object_id() {
        List<GraphEvent> events = ingest("service-principal-sign-ins");

        assertThat(events).hasSize(3);
        assertThat(kept.keys("Caller")).containsExactly("oid:aaaa0001-0000-4000-8000-000000000001");
        assertThat(kept.keys("IpAddress")).containsExactly("203.0.113.9");
        assertThat(properties(events.getFirst()))
                .contains(
                        entry("table", "AADServicePrincipalSignInLogs"),
                        entry("appId", "bbbb0001-0000-4000-8000-000000000001"));
    }

    /// The level that each of them says stands beside that there is no risk.
    @Test
    void an_application_whose_sign_in_is_not_at_risk_is_not_risky() {
        assertThat(properties(ingest("service-principal-sign-ins/diagnostic.json").getFirst()))
                .contains(entry("RiskLevelDuringSignIn", "low"), entry("risky", false));
    }

    @Test
    void a_title_that_passes_for_a_principal_name_is_no_name() {
        List<GraphEvent> events = ingest("service-principal-sign-ins");

        assertThat(events)
                .flatExtracting(GraphEvent::entities)
                .flatExtracting(Entity::names)
                .containsOnly("backup robot");
    }

    @Test
    void sign_ins_of_other_kinds_are_under_their_tables() {
        ingest("non-interactive-sign-ins");
        ingest("managed-identity-sign-ins");

        assertThat(kept.events("SignIn"))
                .extracting(event -> properties(event).get("table"))
                .containsExactly("AADNonInteractiveUserSignInLogs", "AADManagedIdentitySignInLogs");
    }

    @Test
    void a_change_of_the_directory_says_the_same_in_every_shape() {
        for (String shape : List.of("portal.csv", "diagnostic.json")) {
            GraphEvent change = one("audit-logs/" + shape, "directory_c1_abcde_1");

            assertThat(properties(change))
                    .as(shape)
                    .contains(
                            entry(
                                    "operation",
                                    "update application - certificates and secrets management"),
                            entry("Category", "ApplicationManagement"),
                            entry("Result", "success"),
                            entry("succeeded", true),
                            entry("initiatorIp", "203.0.113.10"),
                            entry("appId", "bbbb0001-0000-4000-8000-000000000001"),
                            entry(
                                    "targetIds",
                                    List.of(
                                            "aaaa0001-0000-4000-8000-000000000001",
                                            "dddd0001-0000-4000-8000-000000000001")));
            assertThat(properties(change).get("OperationName"))
                    .isEqualTo("Update application \u2013 Certificates and secrets management ");
            assertThat(relations(change))
                    .containsExactly(
                            "Caller:upn:mallory@contoso.com INITIATED DirectoryChange:"
                                    + change.id(),
                            "DirectoryChange:"
                                    + change.id()
                                    + " AFFECTED Caller:oid:aaaa0001-0000-4000-8000-000000000001",
                            "DirectoryChange:"
                                    + change.id()
                                    + " AFFECTED Caller:oid:bbbb0001-0000-4000-8000-000000000001");
        }
    }

    @Test
    void who_changes_themselves_is_on_both_sides() {
        GraphEvent change = one("audit-logs/log-analytics.json", "directory_c2_abcde_2");

        assertThat(relations(change))
                .containsExactly(
                        "Caller:upn:dana@contoso.com INITIATED DirectoryChange:" + change.id(),
                        "DirectoryChange:" + change.id() + " AFFECTED Caller:upn:dana@contoso.com");
        assertThat(entity(change, "upn:dana@contoso.com").names())
                .containsExactly("Dana@Contoso.com", "dana@contoso.com");
    }

    @Test
    void an_application_may_change_the_directory() {
        GraphEvent change = ingest("audit-logs/log-analytics.json").getLast();

        assertThat(relations(change).getFirst())
                .startsWith("Caller:oid:aaaa0003-0000-4000-8000-000000000001 INITIATED");
        assertThat(properties(change)).containsEntry("succeeded", false);
    }

    @Test
    void who_changed_the_directory_came_from_the_address_that_the_record_tells_somewhere() {
        assertThat(ingest("audit-logs/diagnostic.json"))
                .extracting(event -> properties(event).get("initiatorIp"))
                .containsExactly("203.0.113.10", "203.0.113.11", "203.0.113.12");
    }

    @Test
    void nobody_in_particular_is_not_a_target() {
        GraphEvent change = one("audit-logs/diagnostic.json", "directory_c5_abcde_5");

        assertThat(change.at()).isEqualTo("2021-11-22T12:04:00Z");
        assertThat(relations(change))
                .containsExactly(
                        "Caller:oid:aaaa0004-0000-4000-8000-000000000001 INITIATED DirectoryChange:"
                                + change.id());
    }

    @Test
    void an_anomaly_is_one_event_be_its_insights_text_or_json() {
        List<GraphEvent> events = ingest("behavior-analytics/log-analytics.json");

        assertThat(events).hasSize(2);
        assertThat(properties(events.getFirst()))
                .contains(
                        entry("uncommon", true),
                        entry("dormant", false),
                        entry("SourceIPLocation", "NL"),
                        entry(
                                "ActivityInsights",
                                "{\"ActionUncommonlyPerformedByUser\": \"True\"}"));
        assertThat(properties(events.getLast()))
                .contains(entry("uncommon", true), entry("dormant", true));
        assertThat(relations(events.getFirst()))
                .containsExactly(
                        "Caller:upn:mallory@contoso.com SHOWED BehaviorAnomaly:"
                                + events.getFirst().id(),
                        "BehaviorAnomaly:"
                                + events.getFirst().id()
                                + " FROM IpAddress:203.0.113.10");
    }

    @Test
    void an_anomaly_of_nobody_is_kept() {
        GraphEvent anomaly = ingest("behavior-analytics/portal.csv").getFirst();

        assertThat(anomaly.entities()).isEmpty();
        assertThat(properties(anomaly)).containsEntry("ActivityInsights", "no json");
    }

    private GraphEvent one(String name, String id) {
        KeptEvents alone = new KeptEvents();
        new Ingestion(alone, IngestListener.silent()).ingest(List.of(RECORDS.resolve(name)));
        return alone.events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<GraphEvent> ingest(String name) {
        IngestReport report =
                new Ingestion(kept, IngestListener.silent()).ingest(List.of(RECORDS.resolve(name)));
        assertThat(report.problems()).isEmpty();
        assertThat(report.files())
                .allMatch(Ledger::closes)
                .allMatch(file -> file.rejected() + file.outOfScope() == 0);
        return kept.events();
    }

    private static List<String> relations(GraphEvent event) {
        return event.relations().stream()
                .map(relation -> relation.from() + " " + relation.type() + " " + relation.to())
                .toList();
    }

    private static Map<String, Object> properties(GraphEvent event) {
        return event.carrier().properties();
    }

    private static Entity entity(GraphEvent event, String key) {
        return event.entities().stream()
                .filter(entity -> entity.ref().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
