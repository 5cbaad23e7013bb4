package dev.fulgurite.cli;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.investigation.Demo;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`: the sample incident from its logs to its story.
@Command(
        name = "demo",
        description = "Read the sample incident into a graph of its own and tell what happened.",
        footer = {"", "Example:  fulgurite demo"})
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--desktop", description = "Show it in the window instead.")
    private boolean desktop;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (desktop) {
            console.note(
                    "fulgurite: the launcher opens the window: run ./fulgurite demo --desktop");
            return Exit.WRONG_USAGE;
        }
        GraphLocation.Folder graph = Demo.graph();
        console.note("Reading the sample incident (" + Demo.samples() + ") ...");
        try (Investigation investigation =
                Demo.rebuild(graph, null, new Progress(console, () -> false))) {
            IngestCommand.table(investigation.ledgers()).print(console);
            List<Alert> alerts = investigation.alerts(null, null);
            console.line("");
            console.line(alerts.size() + " alerts. The most urgent one:");
            console.line("");
            if (!alerts.isEmpty()) {
                Story.print(investigation.alert(alerts.getFirst().id()), console);
                next(graph, alerts.getFirst());
            }
            return Exit.DONE;
        }
    }

    private void next(GraphLocation.Folder graph, Alert alert) {
        String option = " --graph " + graph;
        console.line("");
        console.line("Next:");
        console.line("  ./fulgurite alerts" + option);
        console.line("  ./fulgurite alerts " + alert.id() + " --why" + option);
        alert.entities().stream()
                .limit(1)
                .forEach(entity -> {
                    console.line("  ./fulgurite pivot '" + entity + "'" + option);
                    console.line("  ./fulgurite evidence '" + entity + "'" + option);
                });
        console.line("  ./fulgurite demo --desktop");
    }
}
