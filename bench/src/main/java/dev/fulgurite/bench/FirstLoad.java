package dev.fulgurite.bench;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How long an analyst waits for the first menu of each kind after a start, and for the first pivot
/// of twenty results: `FirstLoad GRAPH [ahead]`, with `ahead` after the graph was readied as the
/// window does while it has nothing else to do. One line a kind, by the clock and of the
/// processors.
public final class FirstLoad {

    private static final int RESULTS = 20;

    private final Investigation investigation;
    private final TimeRange time;

    private FirstLoad(Investigation investigation) {
        this.investigation = investigation;
        Instant now = investigation.newestEvent().orElse(Instant.EPOCH);
        this.time = new TimeRange(now.minus(Duration.ofHours(1)), now);
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Investigation investigation = Investigation.open(new GraphLocation.Folder(folder))) {
            FirstLoad load = new FirstLoad(investigation);
            List<NodeRef> examples = load.investigation.examples();
            if (arguments.length > 1) {
                load.ready(examples);
            }
            Map<String, NodeRef> first = new LinkedHashMap<>();
            examples.forEach(node -> first.putIfAbsent(node.label(), node));
            first.forEach(load::measure);
        }
    }

    private void ready(List<NodeRef> examples) {
        List<Runnable> steps = investigation.ahead(examples, time, RESULTS);
        tell("ready, " + steps.size() + " steps", () -> steps.forEach(Runnable::run));
    }

    private void measure(String label, NodeRef node) {
        List<PivotOffer> offers = new ArrayList<>();
        tell(label + ", menu", () -> offers.addAll(investigation.pivots(node, time)));
        tell(
                label + ", neighbours and alerts",
                () -> {
                    investigation.neighbours(node);
                    investigation.alertsOn(node, RESULTS);
                });
        if (!offers.isEmpty()) {
            PivotOffer offer = offers.getFirst();
            tell(label + ", " + offer.id(), () -> investigation.pivot(node, offer.id(), RESULTS));
        }
    }

    private static void tell(String words, Runnable work) {
        Duration before = processors();
        long began = System.nanoTime();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%-50s %8.0f ms  %8d ms of processors%n",
                words,
                (System.nanoTime() - began) / 1e6,
                processors().minus(before).toMillis());
    }

    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
