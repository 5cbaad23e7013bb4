package dev.fulgurite.detections.link;

import dev.fulgurite.detections.link.LinkReport.Linked;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the links. Each is compared as a whole with what stands in the graph, so the cost of a run
/// is that of reading; a run over touched hosts alone would bound the first two statements and
/// leave the rest as it is.
public final class Linker {

    private static final int BATCH = 2_000;

    private final InvestigationGraph graph;
    private final List<LinkFile> files;
    private final Map<String, LinkStep> steps;

    public Linker(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.files = LinkOrder.of(library.files("links").stream().map(LinkFile::new).toList());
        this.steps =
                ServiceLoader.load(LinkStep.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .collect(Collectors.toMap(LinkStep::name, Function.identity()));
    }

    /// Makes every inferred node, relationship and fact what the events say now.
    public LinkReport run() {
        return new LinkReport(files.stream().map(this::run).toList());
    }

    private Linked run(LinkFile file) {
        Map<String, Row> holding = holding(file);
        Map<String, Row> standing = new HashMap<>();
        graph.scan(Query.of(file.whatStands()), row -> standing.put(row.text("id"), row));

        List<Row> write = new ArrayList<>();
        Set<String> remove = new HashSet<>(standing.keySet());
        remove.removeAll(holding.keySet());
        int gone = remove.size();
        holding.forEach((id, row) -> {
            Row stands = standing.get(id);
            if (stands == null || differs(row, stands)) {
                write.add(row);
                if (stands != null && file.addsOnlyRelationships()) {
                    remove.add(id);
                }
            }
        });
        batched(remove, ids -> Map.of("ids", ids), file.remove());
        batched(
                write.stream().map(Row::values).toList(),
                rows -> Map.of("rows", rows),
                file.write());
        return new Linked(file.id(), holding.size(), write.size(), gone);
    }

    private Map<String, Row> holding(LinkFile file) {
        List<Row> read = new ArrayList<>();
        graph.scan(Query.of(file.whatHolds()), read::add);
        List<Row> rows = step(file).map(step -> step.holding(read)).orElse(read);
        Map<String, Row> byId = LinkedHashMap.newLinkedHashMap(rows.size());
        rows.forEach(row -> {
            Row identified = row.values().containsKey("id") ? row : row.with("id", idOf(file, row));
            byId.put(identified.text("id"), identified);
        });
        return byId;
    }

    private Optional<LinkStep> step(LinkFile file) {
        String name = file.file().head("then");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        LinkStep step = steps.get(name);
        if (step == null) {
            throw file.file().refused(1, "no link step is called " + name);
        }
        return Optional.of(step);
    }

    private static String idOf(LinkFile file, Row row) {
        return Hashes.of(file.id(), row.text("from"), row.text("to"));
    }

    /// Whether a column of what stands has another value in what holds.
    private static boolean differs(Row holds, Row stands) {
        return stands.values().entrySet().stream()
                .anyMatch(entry ->
                        !Objects.equals(entry.getValue(), holds.values().get(entry.getKey())));
    }

    private <T extends @Nullable Object> void batched(
            Collection<T> all, Function<List<T>, Map<String, ?>> parameters, String statement) {
        List<T> list = List.copyOf(all);
        for (int start = 0; start < list.size(); start += BATCH) {
            List<T> part = list.subList(start, Math.min(list.size(), start + BATCH));
            graph.write(transaction -> transaction.run(statement, parameters.apply(part)));
        }
    }
}
