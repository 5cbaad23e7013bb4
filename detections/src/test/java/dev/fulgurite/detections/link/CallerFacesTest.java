package dev.fulgurite.detections.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which faces of callers are one.
class CallerFacesTest {

    private static final String ADELE = "oid:9b117c67-170e-4aed-9702-658b3fddc889";
    private static final String ROBOT = "oid:aaaa0001-0000-4000-8000-000000000001";
    private static final String APP = "oid:bbbb0001-0000-4000-8000-000000000001";

    @Test
    void a_principal_name_in_any_case_is_tied_to_the_object_id_seen_with_it() {
        assertThat(
                        ties(
                                row("upn:adele@contoso.com", "Adele@Contoso.com"),
                                row(ADELE, "ADELE@contoso.com", "adele@contoso.com")))
                .containsExactly("upn:adele@contoso.com = " + ADELE + " 1.0 ");
    }

    @Test
    void an_application_id_is_tied_with_and_without_dashes() {
        assertThat(ties(row(APP), row(ROBOT, "BBBB0001000040008000000000000001", "robot")))
                .containsExactly(APP + " = " + ROBOT + " 1.0 ");
    }

    @Test
    void a_principal_name_of_two_object_ids_is_a_conflict() {
        assertThat(
                        ties(
                                row("upn:adele@contoso.com"),
                                row(ADELE, "adele@contoso.com"),
                                row(ROBOT, "adele@contoso.com")))
                .hasSize(2)
                .allMatch(tie -> tie.contains(" 0.5 adele@contoso.com is borne by 2: "));
    }

    @Test
    void a_title_and_a_name_that_never_acted_tie_nothing() {
        assertThat(ties(row("app:robot", "robot"), row(ROBOT, "robot", "nobody@contoso.com")))
                .isEmpty();
    }

    private static List<String> ties(Row... read) {
        return new CallerFaces()
                .holding(List.of(read)).stream()
                        .map(row ->
                                row.text("from")
                                        + " = "
                                        + row.text("to")
                                        + " "
                                        + row.get("confidence")
                                        + " "
                                        + row.text("conflict"))
                        .toList();
    }

    private static Row row(String key, String... names) {
        return new Row(Map.of("key", key, "names", List.of(names)));
    }
}
