package dev.fulgurite.detections.link;

import dev.fulgurite.detections.link.LinkReport.Linked;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
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
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the links. Each is compared with what stands in the graph, so that only differences are
/// written: those made per machine, or per something else, for those of which something was read or
/// taken back, the others as a whole.
public final class Linker {

    private static final int BATCH = 2_000;

    private static final int LANES = 2;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final List<LinkFile> files;
    private final Map<String, LinkStep> steps;
    private final CypherFile linked;
    private final LinkListener listener;

    public Linker(InvestigationGraph graph, CypherLibrary library) {
        this(graph, library, LinkListener.silent());
    }

    public Linker(InvestigationGraph graph, CypherLibrary library, LinkListener listener) {
        this.listener = listener;
        this.graph = graph;
        this.library = library;
        this.files = LinkOrder.of(library.files("links").stream().map(LinkFile::new).toList());
        this.linked = library.file("write", "Linked");
        this.steps =
                ServiceLoader.load(LinkStep.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .collect(Collectors.toMap(LinkStep::name, Function.identity()));
    }

    /// Makes every inferred node, relationship and fact what the events say now. When the listener
    /// ends it before, links stay due.
    public LinkReport run() {
        List<Map<String, @Nullable Object>> unlinked = new ArrayList<>();
        graph.scan(
                Query.of(library.file("read", "unlinked").statement(1)),
                row -> unlinked.add(row.values()));
        Touched touched = new Touched(graph, library);
        List<Linked> report = new ArrayList<>();
        for (LinkFile file : files) {
            if (listener.cancelled()) {
                return new LinkReport(report);
            }
            LinkProgress progress =
                    new LinkProgress(listener, file, report.size() + 1, files.size());
            progress.portions(0, 1);
            report.add(
                    file.per().isEmpty()
                            ? run(file, Map.of())
                            : each(file, touched.portions(file), progress));
            progress.portions(1, 1);
        }
        if (!listener.cancelled()) {
            graph.write(transaction -> {
                transaction.run(linked.statement(1), Map.of());
                return transaction.run(linked.statement(2), Map.of("files", unlinked));
            });
        }
        return new LinkReport(report);
    }

    /// Whether something was read or taken back since [#run()]: a process that died before its
    /// links were made leaves that to the next.
    public boolean isDue() {
        Query query = Query.of(library.file("read", "unlinked").statement(0));
        return graph.read(query).rows().getFirst().number("files") > 0;
    }

    /// Portions have nothing in common, so that two may be looked at in one go.
    private Linked each(LinkFile file, List<List<String>> portions, LinkProgress progress) {
        String parameter = file.per() + "s";
        AtomicInteger done = new AtomicInteger();
        List<Linked> parts;
        try (ForkJoinPool lanes = new ForkJoinPool(LANES)) {
            parts =
                    lanes.submit(() ->
                                    portions.parallelStream()
                                            .filter(_ -> !listener.cancelled())
                                            .map(subjects -> run(file, Map.of(parameter, subjects)))
                                            .peek(_ ->
                                                    progress.portions(
                                                            done.incrementAndGet(),
                                                            portions.size()))
                                            .toList())
                            .join();
        }
        return new Linked(
                file.id(),
                parts.stream().mapToLong(Linked::standing).sum(),
                parts.stream().mapToLong(Linked::written).sum(),
                parts.stream().mapToLong(Linked::removed).sum());
    }

    private Linked run(LinkFile file, Map<String, Object> parameters) {
        Map<String, Row> holding = holding(file, parameters);
        Map<String, Row> standing = new HashMap<>();
        graph.scan(
                Query.of(file.whatStands(), parameters), row -> standing.put(row.text("id"), row));

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
        if (file.tellsWhatIsOne() && !(write.isEmpty() && remove.isEmpty())) {
            // Before it is so: whoever dies in between must not leave it untold.
            write(linked.statement(0), Map.of());
        }
        batched(remove, ids -> Map.of("ids", ids), file.remove());
        batched(
                write.stream().map(Row::values).toList(),
                rows -> Map.of("rows", rows),
                file.write());
        return new Linked(file.id(), holding.size(), write.size(), gone);
    }

    private Map<String, Row> holding(LinkFile file, Map<String, Object> parameters) {
        List<Row> read = new ArrayList<>();
        graph.scan(Query.of(file.whatHolds(), parameters), read::add);
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
            write(statement, parameters.apply(part));
        }
    }

    private void write(String statement, Map<String, ?> parameters) {
        graph.write(transaction -> transaction.run(statement, parameters));
    }
}
