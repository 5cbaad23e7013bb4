package dev.fulgurite.bench;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.alerts.QueueFilter;
import dev.fulgurite.ui.alerts.QueueProgress;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long an analyst waits for a long queue: `QueueLoad GRAPH ALERTS` opens the real window on a
/// graph, without a screen, and tells when it is open, when the first alerts can be worked on, when
/// the first story is told and when the last alert is there; then a filter. With each goes for how
/// long at one go the window's thread was busy. A graph with fewer alerts gets copies of those that
/// it has; one that is not there is made.
public final class QueueLoad {

    private static final int BATCH = 2_000;
    private static final int EVENTS = 20_000;

    private final ShellViewModel model;
    private final WindowBeat beat;

    private QueueLoad(ShellViewModel model, WindowBeat beat) {
        this.model = model;
        this.beat = beat;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int alerts = Integer.parseInt(arguments[1]);
        make(folder, alerts);
        // Without a screen each frame is copied dot by dot, which costs nothing on a real one.
        System.setProperty("javafx.animation.pulse", "15");
        try (OpenWindow window = OpenWindow.on(folder);
                WindowBeat beat = WindowBeat.start()) {
            new QueueLoad(window.model(), beat).run();
        }
    }

    private void run() throws IOException {
        AlertsViewModel queue = model.desk().alerts();
        beat.measure("graph open", () -> model.state().get() instanceof ShellState.Ready, queue);
        beat.measure("first alerts", () -> !queue.rows().isEmpty(), queue);
        beat.measure("first story", () -> model.desk().story().get() != null, queue);
        beat.measure(
                "all alerts",
                () -> queue.progress().get() instanceof QueueProgress.Whole && !queue.busy().get(),
                queue);
        beat.measure("names, nothing runs", () -> model.work().count().get() == 0, queue);
        for (String words : List.of("medium", "run", "power session")) {
            FrameClock.on(() -> {
                queue.filter(QueueFilter.OPEN.withText(words));
                return words;
            });
            beat.measure("filter " + words, () -> !queue.busy().get(), queue);
        }
    }

    private static void make(Path folder, int alerts) throws IOException {
        List<Alert> have = new ArrayList<>();
        try (Investigation investigation = Investigation.open(new GraphLocation.Folder(folder))) {
            if (investigation.ledgers().isEmpty()) {
                Path estate = Files.createTempDirectory("estate").resolve("logs");
                Generator.write(estate, new Order(EVENTS, 1, Shape.DATA_EXPORT, 3, 0, 0, 0));
                investigation.ingest(List.of(estate), IngestListener.silent());
                investigation.detectAll();
            }
            if (investigation.pulse().alerts() < alerts) {
                have.addAll(investigation.alerts(null, null));
            }
        }
        if (!have.isEmpty()) {
            copy(folder, have, alerts);
        }
    }

    private static void copy(Path folder, List<Alert> have, int alerts) {
        String statement = CypherLibrary.packaged().file("write", "Alert").statement();
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = have.size(); i < alerts; i++) {
                rows.add(row(have.get(i % have.size()), i / have.size()));
                if (rows.size() == BATCH || i == alerts - 1) {
                    Map<String, Object> parameters = Map.of("rows", List.copyOf(rows));
                    graph.write(transaction -> transaction.run(statement, parameters));
                    rows.clear();
                }
            }
        }
    }

    /// An alert once more, some hours later.
    private static Map<String, Object> row(Alert alert, int copy) {
        return Map.ofEntries(
                Map.entry("id", alert.id() + "-" + copy),
                Map.entry("rule", alert.rule()),
                Map.entry("severity", alert.severity().word()),
                Map.entry("title", alert.title()),
                Map.entry("time", alert.time().plusSeconds(7_200L * copy)),
                Map.entry("prevalence", alert.prevalence()),
                Map.entry("confidence", alert.confidence()),
                Map.entry("entities", alert.entities().stream().map(NodeRef::toString).toList()),
                Map.entry("nodes", alert.nodes()),
                Map.entry("relationships", alert.relationships()),
                Map.entry("leftOut", alert.leftOut()),
                Map.entry("evidence", alert.evidence()),
                Map.entry("firstEvent", alert.firstEvent()),
                Map.entry("content", alert.id() + copy),
                Map.entry("raised", alert.time()),
                Map.entry("changes", List.of()));
    }
}
