package dev.fulgurite.bench;

import dev.fulgurite.detections.Completeness;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How fast detections answer, beside DuckDB and SQLite answering the published queries as SQL over
/// flat tables of the same rows: `DetectLoad FOLDER EVENTS [ROUNDS [RULE…]]`. Each rule that is
/// ready here is run in linked mode: cold, asked another question each time (from another time on,
/// before all events), and asked the same again, when its rows are kept. Where a peer has its
/// query, first the rows of all three are compared.
public final class DetectLoad {

    private static final int ROUNDS = 5;

    private DetectLoad() {}

    /// Uses the estate and the graph again that are in the folder already.
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        long events = Long.parseLong(arguments[1]);
        int rounds = arguments.length < 3 ? ROUNDS : Integer.parseInt(arguments[2]);
        List<String> named = Arrays.stream(arguments).skip(3).toList();
        Path estate = folder.resolve("detect-estate-" + events);
        Path graph = folder.resolve("detect-graph-" + events);
        if (Files.notExists(estate)) {
            Generator.write(estate, new Order(events, 1, Shape.DATA_EXPORT, 3, 0, 0, 0));
        }
        boolean made = Files.notExists(graph);
        try (Investigation investigation = Investigation.open(new GraphLocation.Folder(graph));
                FlatTables duckdb = FlatTables.duckdb(estate);
                FlatTables sqlite = FlatTables.sqlite(duckdb)) {
            if (made) {
                investigation.ingest(List.of(estate), IngestListener.silent());
            }
            Instant now = Instant.parse(duckdb.latest());
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %17s %17s %17s %17s %17s %17s  rows%n",
                    "milliseconds (of processors)",
                    "linked cold",
                    "linked anew",
                    "linked again",
                    "published",
                    "duckdb",
                    "sqlite");
            for (var rule : investigation.rules()) {
                if (rule.state() == RuleState.State.READY
                        && (named.isEmpty() || named.contains(rule.rule()))) {
                    compare(investigation, rule.rule(), now, List.of(duckdb, sqlite), rounds);
                }
            }
        }
    }

    private interface Run<T> {
        T run() throws SQLException;
    }

    /// How long something took, in milliseconds by the clock and of the processors, which is what
    /// counts on a machine that others use.
    private record Took(double clock, double processors) implements Comparable<Took> {

        static Took now() {
            return new Took(System.nanoTime() / 1e6, Measured.used().toMillis());
        }

        Took since(Took before) {
            return new Took(clock - before.clock, processors - before.processors);
        }

        @Override
        public int compareTo(Took other) {
            return Double.compare(clock, other.clock);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, " %8.1f %8s", clock, "(" + Math.round(processors) + ")");
        }
    }

    /// The last answer, what the first run took, and the median of the others.
    private record Timed<T>(T answer, Took cold, Took warm) {

        static <T> Timed<T> of(int rounds, Run<T> work) throws SQLException {
            Took start = Took.now();
            T answer = work.run();
            Took cold = Took.now().since(start);
            Took[] warm = new Took[rounds];
            for (int i = 0; i < rounds; i++) {
                start = Took.now();
                answer = work.run();
                warm[i] = Took.now().since(start);
            }
            Arrays.sort(warm);
            return new Timed<>(answer, cold, warm[rounds / 2]);
        }
    }

    private static void compare(
            Investigation investigation,
            String rule,
            Instant now,
            List<FlatTables> peers,
            int rounds)
            throws SQLException {
        Map<String, String> settings = settings(rule);
        // A question that no run before asked, or the graph would tell what that one found.
        DetectionRequest linked = from(now, -System.currentTimeMillis() / 1000, settings);
        Timed<DetectionResult> ours =
                Timed.of(rounds, () -> investigation.detect(List.of(rule), linked).getFirst());
        AtomicLong asked = new AtomicLong();
        Timed<DetectionResult> anew =
                Timed.of(
                        rounds,
                        () ->
                                investigation
                                        .detect(
                                                List.of(rule),
                                                from(now, asked.getAndIncrement(), settings))
                                        .getFirst());
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%-34s", rule))
                .append(ours.cold())
                .append(anew.warm())
                .append(ours.warm());
        if (peers.stream().allMatch(peer -> peer.query(rule).isPresent())) {
            DetectionRequest published =
                    new DetectionRequest(Mode.PUBLISHED, now, Instant.EPOCH, now, settings);
            Timed<DetectionResult> twin =
                    Timed.of(
                            rounds,
                            () -> investigation.detect(List.of(rule), published).getFirst());
            line.append(twin.warm());
            String ago = Times.exact(now.minus(window(rule)));
            for (FlatTables peer : peers) {
                String query = peer.query(rule).orElseThrow();
                Timed<List<Map<String, String>>> theirs =
                        Timed.of(rounds, () -> peer.rows(query, ago));
                check(rule, peer.name(), twin.answer(), theirs.answer());
                line.append(theirs.warm());
            }
            line.append("  = ").append(twin.answer().rows().size()).append(" published, ");
        } else {
            line.append(" ".repeat(56));
        }
        line.append(ours.answer().rows().size()).append(" linked, ");
        System.out.println(line.append(ours.answer().completeness().word()));
    }

    private static DetectionRequest from(Instant now, long seconds, Map<String, String> settings) {
        Instant from = Instant.EPOCH.plusSeconds(seconds);
        return new DetectionRequest(Mode.LINKED, now, from, null, settings);
    }

    /// The published lookup is of one operation, by default one that no made estate has: nothing is
    /// found by an index in no time, and no rows are equal to no rows.
    private static Map<String, String> settings(String rule) {
        return rule.equals("sensitive-operations")
                ? Map.of("operation", "Microsoft.Compute/virtualMachines/write")
                : Map.of();
    }

    /// The window of the queries that have one of their own.
    private static Duration window(String rule) {
        return switch (rule) {
            case "activity-connector-check", "run-command-spike", "run-command-infrequent" ->
                    Duration.ofDays(30);
            case "sensitive-operations", "anomalous-operation" -> Duration.ofDays(3);
            default -> Duration.ofDays(1);
        };
    }

    /// Where ours are the first of so many, the peer has so many, and these among them.
    private static void check(
            String rule, String peer, DetectionResult result, List<Map<String, String>> theirs) {
        List<Row> ours = result.rows();
        List<String> columns =
                theirs.isEmpty() ? List.of() : List.copyOf(theirs.getFirst().keySet());
        List<String> here =
                ours.stream()
                        .map(row ->
                                columns.stream()
                                        .filter(row.columns()::contains)
                                        .collect(
                                                Collectors.toMap(
                                                        c -> c,
                                                        c -> text(row.get(c)),
                                                        (a, b) -> a,
                                                        TreeMap::new))
                                        .toString())
                        .sorted()
                        .toList();
        List<String> there =
                theirs.stream()
                        .map(row -> {
                            Map<String, String> shared = new TreeMap<>(row);
                            if (!ours.isEmpty()) {
                                shared.keySet().retainAll(ours.getFirst().columns());
                            }
                            return shared.toString();
                        })
                        .sorted()
                        .toList();
        boolean same =
                result.completeness() instanceof Completeness.FirstOf cut
                        ? there.size() == cut.total() && new HashSet<>(there).containsAll(here)
                        : here.equals(there);
        if (!same) {
            List<String> missing = new ArrayList<>(there);
            missing.removeAll(here);
            throw new IllegalStateException(
                    rule
                            + ": "
                            + peer
                            + " has "
                            + there.size()
                            + " rows, here are "
                            + here.size()
                            + ", of those only there for example "
                            + missing.stream().limit(1).toList()
                            + ", here "
                            + here.stream().limit(1).toList());
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case Instant time -> Times.exact(time);
            case null -> "null";
            default -> Dynamic.text(value);
        };
    }
}
