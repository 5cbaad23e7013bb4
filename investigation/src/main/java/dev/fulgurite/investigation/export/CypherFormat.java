package dev.fulgurite.investigation.export;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.ExportFormat;
import dev.fulgurite.investigation.copy.CypherLiteral;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A script that builds the same graph in an empty Neo4j 5.26 or later, through any Cypher shell
/// and without parameters: constraints, nodes, relationships, then the names of the evidence files.
/// Running it again changes nothing.
@AutoService(ExportFormat.class)
public final class CypherFormat implements ExportFormat {

    private static final int ROWS_A_STATEMENT = 500;

    private final CypherLibrary library = CypherLibrary.packaged();

    @Override
    public String name() {
        return "cypher";
    }

    @Override
    public void write(Subgraph subgraph, List<EvidenceRecord> evidence, OutputStream to)
            throws IOException {
        print(to, "// A Fulgurite case; replay it into an empty Neo4j 5.26 or later.\n");
        for (String statement : new Schema(library).statements()) {
            print(to, statement + ";\n");
        }
        replay(to, "ReplayedNode", subgraph.nodes().stream().map(CypherFormat::row).toList());
        replay(
                to,
                "ReplayedRelationship",
                subgraph.relationships().stream().map(CypherFormat::row).toList());
        replay(to, "ReplayedEvidenceFile", files(evidence));
    }

    private void replay(OutputStream to, String file, List<Map<String, Object>> rows)
            throws IOException {
        String statement = library.file("write", file).statement();
        for (int start = 0; start < rows.size(); start += ROWS_A_STATEMENT) {
            List<Map<String, Object>> chunk =
                    rows.subList(start, Math.min(rows.size(), start + ROWS_A_STATEMENT));
            List<String> literals = chunk.stream().map(CypherLiteral::of).toList();
            String list = "[\n  " + String.join(",\n  ", literals) + "\n]";
            print(to, statement.replace("$rows", list) + ";\n");
        }
    }

    private static Map<String, Object> row(Node node) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", node.label());
        row.put("key", node.key());
        row.put("properties", node.properties());
        return row;
    }

    private static Map<String, Object> row(Relationship relationship) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", relationship.type());
        row.put("id", relationship.id());
        row.put("from", end(relationship.from()));
        row.put("to", end(relationship.to()));
        row.put("properties", relationship.properties());
        return row;
    }

    private static Map<String, Object> end(NodeRef node) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("label", node.label());
        end.put("key", node.key());
        return end;
    }

    /// One row a file that the evidence points into.
    private static List<Map<String, Object>> files(List<EvidenceRecord> evidence) {
        Map<String, Map<String, Object>> files = new LinkedHashMap<>();
        for (EvidenceRecord record : evidence) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", record.sha256());
            row.put("name", record.source());
            files.putIfAbsent(record.sha256(), row);
        }
        return new ArrayList<>(files.values());
    }

    private static void print(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
