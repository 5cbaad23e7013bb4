package dev.fulgurite.investigation.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CypherCopyTest {

    private static final List<String> KEYS =
            List.of("device:d1", "a'b", "c\\d", "e\nf", "$key", "g'}) DETACH DELETE node //");

    @TempDir Path folder;

    @Test
    void what_is_copied_finds_that_element_and_no_other() {
        try (var graph = Neo4jGraphs.embedded(folder)) {
            graph.write(transaction -> {
                for (String key : KEYS) {
                    transaction.run(
                            "CREATE (:Host {key: $key})-[:EXECUTED {id: $key}]->(:Command {key: $key})",
                            Map.of("key", key));
                }
                return "";
            });

            for (String key : KEYS) {
                NodeRef host = new NodeRef("Host", key);
                String byKey = CypherCopy.of(new Node(host, Map.of()));
                assertThat(graph.read(Query.of(byKey)).rows())
                        .extracting(row -> ((Node) row.get("node")).ref())
                        .containsExactly(host);
                NodeRef command = new NodeRef("Command", key);
                String byId =
                        CypherCopy.of(new Relationship("EXECUTED", key, host, command, Map.of()));
                List<Row> rows = graph.read(Query.of(byId)).rows();
                assertThat(rows).hasSize(1);
                assertThat(((Relationship) rows.getFirst().get("relationship")).id())
                        .isEqualTo(key);
            }
        }
    }

    @Test
    void a_label_cannot_break_out_either() {
        assertThat(CypherCopy.of(new Node(new NodeRef("A`) RETURN 1 //$key", "k"), Map.of())))
                .contains("(node:`A``) RETURN 1 //$key` {key: 'k'})");
    }
}
