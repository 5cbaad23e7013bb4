package dev.fulgurite.cli;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertChange;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.investigation.AlertArgument;
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

/// `alerts`: the queue, one alert with its case and argument, and what an analyst says of it.
@Command(
        name = "alerts",
        description = {
            "List alerts, the most urgent first; show one with its case, its evidence and why it"
                    + " should be believed; close it; keep a rule quiet for a time.",
        },
        footer = {
            "",
            "Example:  fulgurite alerts --status open",
            "          fulgurite alerts 3f9c --why",
            "          fulgurite alerts 3f9c --close benign --note 'ticket 4711' --owner kim",
            "          fulgurite alerts --why-not run-command-unique-script \\",
            "                    Caller:upn:bob@contoso.com",
            "          fulgurite alerts --suppress run-command-linked Host:device:d1 \\",
            "                    --until 2026-12-01T00:00:00Z --note 'patch week'",
            "          fulgurite alerts --suppressions",
            "          fulgurite alerts --lift 81a2",
            "An id may be cut short while it fits one."
        })
final class AlertsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Show this alert.")
    private @Nullable String id;

    @Option(
            names = "--why",
            description = "With ID: the smallest set of records it stands on, step by step.")
    private boolean why;

    @Option(
            names = "--why-not",
            arity = "2",
            paramLabel = "RULE ENTITY",
            hideParamSyntax = true,
            description = "Say which step of a rule kept an entity out.")
    private @Nullable List<String> whyNot;

    @Option(
            names = "--status",
            paramLabel = "S",
            description = "List only open, closed, suppressed or withdrawn ones.")
    private @Nullable AlertStatus status;

    @Option(
            names = "--close",
            paramLabel = "REASON",
            description = "With ID: close it as true-positive, benign or false-positive.")
    private @Nullable String close;

    @Option(names = "--reopen", description = "With ID: open it again.")
    private boolean reopen;

    @Option(
            names = "--owner",
            paramLabel = "WHO",
            description = "With ID: who works on it; '' for nobody.")
    private @Nullable String owner;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "With ID or --suppress: what there is to say.")
    private @Nullable String note;

    @Mixin private final SuppressionOptions suppression = new SuppressionOptions();

    @Option(names = "--json", description = "One JSON object an alert, or a suppression.")
    private boolean json;

    AlertsCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        checkUsage();
        AlertChange change =
                new AlertChange(
                        close == null ? null : ClosingReason.parse(close), reopen, owner, note);
        try (Investigation investigation = Investigation.open(graph.existing())) {
            if (suppression.isAsked()) {
                return suppression.run(investigation, note, json, console);
            }
            if (whyNot != null) {
                Reasons.print(
                        investigation.whyNot(whyNot.getFirst(), whyNot.getLast()), json, console);
                return Exit.DONE;
            }
            if (id == null) {
                return list(investigation.alerts(status, null));
            }
            if (!change.isEmpty()) {
                investigation.change(id, change);
            }
            show(investigation, investigation.alert(id));
            return Exit.DONE;
        }
    }

    private void checkUsage() {
        boolean said = close != null || reopen || owner != null;
        if (id == null && (said || why || (note != null && !suppression.isAsked()))) {
            throw new RefusedRequest("which alert? name it by its ID");
        }
        if (id != null && (suppression.isAsked() || whyNot != null)) {
            throw new RefusedRequest("this is not asked of one alert: leave out the ID " + id);
        }
    }

    private int list(List<Alert> alerts) {
        if (json) {
            alerts.forEach(alert -> console.json(Story.json(alert)));
        } else {
            Table table = new Table("ID", "SEVERITY", "STATUS", "TIME", "OWNER", "RULE", "TITLE");
            for (Alert alert : alerts) {
                table.row(
                        alert.id(),
                        alert.severity().word(),
                        alert.status().word(),
                        Times.readable(alert.time()),
                        alert.owner(),
                        alert.rule(),
                        alert.title());
            }
            table.print(console);
        }
        if (alerts.isEmpty()) {
            console.note(
                    "No alerts here; `fulgurite detect` raises them and says what it could not see.");
        }
        long suppressed =
                alerts.stream().filter(alert -> alert.status() == AlertStatus.SUPPRESSED).count();
        if (suppressed > 0) {
            console.note(suppressed + " of these are suppressed; --suppressions says by what.");
        }
        boolean open = alerts.stream().anyMatch(alert -> alert.status() == AlertStatus.OPEN);
        return open ? Exit.FOUND : Exit.DONE;
    }

    private void show(Investigation investigation, AlertStory story) {
        AlertArgument argument = investigation.argument(story);
        if (json) {
            console.json(Reasons.json(story, argument));
        } else {
            Story.print(story, console);
            Reasons.print(argument, why, console);
        }
    }
}
