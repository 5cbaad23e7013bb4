package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Why a row that one mode finds is not found by the other.
class DiffTest {

    private static final PublishedRule RULE =
            PublishedRule.of(
                    CypherLibrary.packaged()
                            .file("published", "service-account-remote-powershell"));
    private static final Row BACKUP = row("svc_backup", "srv1");

    private static Row row(String account, String device) {
        return Row.of(Map.of("AccountName", account, "DeviceName", device));
    }

    private static List<String> told(List<Row> read) {
        Answer published =
                new Answer() {
                    @Override
                    public List<Row> rows() {
                        return List.of(BACKUP);
                    }

                    @Override
                    public String whyNot(Row linked) {
                        return "";
                    }
                };
        Diff diff =
                Diff.of(
                        RULE,
                        published,
                        List.of(),
                        read,
                        left -> left.size() + " weighed too little");
        return diff.differences().stream().map(Difference::why).toList();
    }

    @Test
    void what_linked_mode_read_and_left_out_is_told_with_what_it_was_weighed_by() {
        assertThat(told(List.of(row("SVC_Backup", "srv1"), row("svc_backup", "srv2"))))
                .containsExactly("linked: 1 weighed too little");
    }

    @Test
    void what_linked_mode_never_read_is_told_by_what_the_rule_means() {
        assertThat(told(List.of(row("svc_sql", "srv1"))))
                .containsExactly("linked: " + RULE.file().head("meant"));
    }

    @Test
    void a_number_that_differs_is_told_as_it_is() {
        PublishedRule rule =
                PublishedRule.of(
                        CypherLibrary.packaged().file("published", "activity-connector-check"));
        Row few = connector(177);
        Answer published =
                new Answer() {
                    @Override
                    public List<Row> rows() {
                        return List.of(few);
                    }

                    @Override
                    public String whyNot(Row linked) {
                        return "";
                    }
                };

        Diff diff = Diff.of(rule, published, List.of(connector(181)), List.of(), _ -> "");

        assertThat(diff.differences())
                .extracting(Difference::why)
                .anySatisfy(why -> assertThat(why).contains("linked has it with Events 181:"));
    }

    private static Row connector(long events) {
        return Row.of(Map.of("_SubscriptionId", "s1", "NewConnector", 0L, "Events", events));
    }
}
