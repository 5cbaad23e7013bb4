package dev.fulgurite.investigation.export;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.ExportFormat;
import dev.fulgurite.investigation.GraphJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One JSON document: `nodes`, `relationships` and `evidence`, one element a line.
@AutoService(ExportFormat.class)
public final class JsonFormat implements ExportFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public void write(Subgraph subgraph, List<EvidenceRecord> evidence, OutputStream to)
            throws IOException {
        print(to, "{\"nodes\": [\n");
        array(to, subgraph.nodes().stream().map(GraphJson::node));
        print(to, "], \"relationships\": [\n");
        array(to, subgraph.relationships().stream().map(GraphJson::relationship));
        print(to, "], \"evidence\": [\n");
        array(to, evidence.stream().map(GraphJson::evidence));
        print(to, "]}\n");
    }

    private static void array(OutputStream to, Stream<Map<String, @Nullable Object>> objects)
            throws IOException {
        Iterator<Map<String, @Nullable Object>> all = objects.iterator();
        while (all.hasNext()) {
            print(to, GraphJson.line(all.next()) + (all.hasNext() ? ",\n" : "\n"));
        }
    }

    private static void print(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
