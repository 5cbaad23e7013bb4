package dev.fulgurite.cli;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Times;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `alerts`: the queue, one alert with its story, and the decision about it.
@Command(
        name = "alerts",
        description = "List alerts, the most urgent first; show one with its path and evidence.",
        footer = {
            "",
            "Example:  fulgurite alerts --status open",
            "          fulgurite alerts 3f9c --why",
            "          fulgurite alerts 3f9c --close 'planned maintenance, ticket 4711'",
            "An id may be cut short while it fits one alert."
        })
final class AlertsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Show this alert.")
    private @Nullable String id;

    @Option(
            names = "--why",
            description = "With ID: the links it rests on, and what the rule cannot see.")
    private boolean why;

    @Option(
            names = "--status",
            paramLabel = "S",
            description = "List only open, closed or withdrawn ones.")
    private @Nullable AlertStatus status;

    @Option(names = "--close", paramLabel = "REASON", description = "With ID: close it.")
    private @Nullable String close;

    @Option(names = "--reopen", paramLabel = "REASON", description = "With ID: open it again.")
    private @Nullable String reopen;

    @Option(names = "--json", description = "One JSON object an alert.")
    private boolean json;

    AlertsCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        try (Investigation investigation = Investigation.open(graph.location())) {
            if (id == null) {
                return list(investigation.alerts(status, null));
            }
            if (close != null) {
                investigation.decide(id, AlertStatus.CLOSED, close);
            } else if (reopen != null) {
                investigation.decide(id, AlertStatus.OPEN, reopen);
            }
            show(investigation, investigation.alert(id));
            return Exit.DONE;
        }
    }

    private int list(List<Alert> alerts) {
        if (json) {
            alerts.forEach(alert -> console.json(Story.json(alert)));
        } else {
            Table table = new Table("ID", "SEVERITY", "STATUS", "TIME", "RULE", "TITLE");
            for (Alert alert : alerts) {
                table.row(
                        alert.id(),
                        alert.severity().word(),
                        alert.status().word(),
                        Times.readable(alert.time()),
                        alert.rule(),
                        alert.title());
            }
            table.print(console);
        }
        if (alerts.isEmpty()) {
            console.note(
                    "No alerts here; `fulgurite detect` raises them and says what it could not see.");
        }
        boolean open = alerts.stream().anyMatch(alert -> alert.status() == AlertStatus.OPEN);
        return open ? Exit.FOUND : Exit.DONE;
    }

    private void show(Investigation investigation, AlertStory story) {
        if (json) {
            console.json(Story.json(story));
        } else {
            Story.print(story, console);
            if (why) {
                Story.why(story, investigation.describe(story.alert().rule()), console);
            }
        }
    }
}
