package dev.fulgurite.cli;

import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.detections.watch.Schedule;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.watch.SinkAddress;
import dev.fulgurite.investigation.watch.Watch;
import dev.fulgurite.investigation.watch.WatchOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `watch`: detections by schedule, until it is stopped.
@Command(
        name = "watch",
        description = {
            "Run each detection by its own schedule until stopped; one watch a graph at a time.",
            "Says on standard error what it does, a line a run. Rules of your own may come, change"
                    + " and go while it runs."
        },
        footer = {
            "",
            "A schedule is 1h, 1d/2d (each day, reaching back two), or a cron expression in UTC:",
            "  '0 6 * * 1-5' or '0 6 * * 1-5 over 3d'. `fulgurite rules ID` shows a rule's own.",
            "Each sink is told of every open alert once, and again when it becomes more urgent or its"
                    + " case grows, with what changed. After a crash it may be told again, under the"
                    + " same id.",
            "SIGTERM and Ctrl-C end it with code 0, after what is under way.",
            "",
            "Example:  fulgurite watch --folder /var/spool/logs --alerts-to alerts.jsonl",
            "          fulgurite watch --once --set cloud-to-host-chain.schedule=15m",
            "          fulgurite watch --webhook env:SOC_WEBHOOK \\",
            "                    --syslog tcp://siem.example:601"
        })
final class WatchCommand implements Callable<Integer> {

    private final Console console;
    private final Interruption interruption;

    @Mixin private final GraphOption graph;

    @Option(
            names = "--once",
            description = "Read what has arrived, run what is due, tell the sinks, and end.")
    private boolean once;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Read files that arrive in this folder, or below it, when they stop growing;"
                            + " may be repeated. Names with a dot first or .tmp, .part and the like"
                            + " last are left alone.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Length.class,
            description =
                    "A file is read when it did not change for so long (default ${DEFAULT-VALUE});"
                            + " one that was moved into place, at once.")
    private Duration settle = Duration.ZERO;

    @Option(
            names = "--look",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = Length.class,
            description = "Look for files and rules so often (default ${DEFAULT-VALUE}).")
    private Duration look = Duration.ZERO;

    @Option(
            names = "--lag",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = Length.class,
            description =
                    "Logs may take so long to arrive: a run covers nothing younger (default"
                            + " ${DEFAULT-VALUE}). What comes later still is picked up.")
    private Duration lag = Duration.ZERO;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Keep so many runs of each rule in the graph (default ${DEFAULT-VALUE}).")
    private int keep = 1_000;

    @Option(
            names = "--set",
            paramLabel = "[RULE.]NAME=VALUE",
            description = "Set a parameter of a rule, or its schedule.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "A folder with detections of your own, one .cypher file each; looked at as often"
                            + " as the folders of logs.")
    private @Nullable Path own;

    @ArgGroup(exclusive = false)
    private Sinks sinks = new Sinks();

    @Option(names = "--json", description = "One JSON object a run, on standard output.")
    private boolean json;

    /// Whom to tell of alerts.
    static final class Sinks {
        @Option(
                names = "--alerts-to",
                paramLabel = "FILE",
                description = "Add each alert to this file, one JSON object a line.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = "--webhook",
                paramLabel = "env:NAME|file:PATH",
                description =
                        "Post each alert to the address that this environment variable or file"
                                + " holds; it may be a secret, so it is neither an option nor"
                                + " printed.")
        private List<String> webhooks = new ArrayList<>();

        @Option(
                names = "--syslog",
                paramLabel = "URI",
                description =
                        "Send each alert by syslog (RFC 5424): udp://HOST:PORT, tcp://… or tls://….")
        private List<String> syslogs = new ArrayList<>();

        private List<SinkAddress> addresses() {
            List<SinkAddress> addresses = new ArrayList<>();
            files.forEach(file -> addresses.add(new SinkAddress.JsonLines(file)));
            webhooks.forEach(from -> addresses.add(SinkAddress.webhook(secret(from))));
            syslogs.forEach(server -> addresses.add(SinkAddress.syslog(server)));
            return addresses;
        }

        private static String secret(String from) {
            if (from.startsWith("env:")) {
                String name = from.substring("env:".length());
                String value = System.getenv(name);
                if (value == null) {
                    throw new RefusedRequest("the environment variable " + name + " is not set");
                }
                return value;
            }
            if (from.startsWith("file:")) {
                Path file = Path.of(from.substring("file:".length()));
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new InvestigationException(
                            Kind.FILE, "cannot read the webhook's address from " + file, e);
                }
            }
            throw new RefusedRequest(
                    "--webhook takes env:NAME or file:PATH; an address on the command line is"
                            + " there for all to see");
        }
    }

    /// Lengths of time as schedules have them.
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Schedule.duration(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    WatchCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (keep < 1) {
            throw new RefusedRequest("--keep is at least 1");
        }
        WatchOrder order =
                new WatchOrder(folders, settle, look, lag, keep, settings, sinks.addresses());
        try (Investigation investigation = Investigation.open(graph.location(), own);
                var _ = investigation.keepOpen()) {
            interruption.expect();
            refused(investigation);
            WatchLog log = new WatchLog(console, json);
            try (Watch watch = investigation.watch(order, InstantSource.system(), log)) {
                return watch(watch);
            }
        }
    }

    private int watch(Watch watch) throws InterruptedException {
        if (once) {
            return watch.once(interruption) ? Exit.DONE : Exit.FAILED;
        }
        watch.run(interruption);
        console.note("stopped: the next watch goes on from here");
        return Exit.DONE;
    }

    private void refused(Investigation investigation) {
        investigation.rules().stream()
                .filter(rule -> rule.state() == RuleState.State.REFUSED)
                .forEach(rule ->
                        console.note(
                                "refused, and not run: "
                                        + rule.rule()
                                        + ": "
                                        + String.join("; ", rule.reasons())));
    }
}
