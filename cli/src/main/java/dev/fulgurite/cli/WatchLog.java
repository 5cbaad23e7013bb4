package dev.fulgurite.cli;

import dev.fulgurite.detections.watch.Run;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.investigation.watch.WatchListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what a watch does, a line for each thing.
///
/// @param json whether runs are results, too
record WatchLog(Console console, boolean json) implements WatchListener {

    private static final double MILLIS = 1e3;

    @Override
    public void read(Path file, IngestReport report) {
        long stored = report.files().stream().mapToLong(Ledger::stored).sum();
        long duplicate = report.files().stream().mapToLong(Ledger::duplicate).sum();
        long outOfScope = report.files().stream().mapToLong(Ledger::outOfScope).sum();
        long rejected = report.files().stream().mapToLong(Ledger::rejected).sum();
        say(
                String.format(
                        Locale.ROOT,
                        "%s: read; %d stored, %d duplicate, %d out of scope, %d rejected",
                        file,
                        stored,
                        duplicate,
                        outOfScope,
                        rejected));
        for (Ledger ledger : report.files()) {
            if (!ledger.reason().isEmpty()) {
                say(ledger.name() + ": " + ledger.reason());
            }
            ledger.warnings().forEach(warning -> say(ledger.name() + ": " + warning));
        }
        report.notes().forEach(this::say);
    }

    @Override
    public void unread(Path file, String reason) {
        say(file + ": not read until it changes: " + reason);
    }

    @Override
    public void ran(Run run) {
        if (json) {
            synchronized (console) {
                console.json(object(run));
                console.flush();
            }
        }
        String range =
                (run.due().from() == null ? "all" : Times.readable(run.due().from()))
                        + " to "
                        + Times.readable(run.due().to());
        String found =
                run.isUnchanged()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %d rows, %d new alerts, %.1f s",
                                run.rows(),
                                run.alerts(),
                                run.took().toMillis() / MILLIS);
        String reasons = run.reasons().isEmpty() ? "" : ": " + String.join("; ", run.reasons());
        say(
                Times.readable(run.at())
                        + " "
                        + run.due().rule()
                        + ": "
                        + run.state()
                        + found
                        + ", "
                        + range
                        + (run.due().caughtUp() ? ", making up for missed runs" : "")
                        + reasons);
    }

    private static Map<String, @Nullable Object> object(Run run) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", run.due().rule());
        object.put("at", run.at());
        object.put("from", run.due().from());
        object.put("to", run.due().to());
        object.put("state", run.state());
        object.put("reasons", run.reasons());
        object.put("rows", run.rows());
        object.put("newAlerts", run.alerts());
        object.put("caughtUp", run.due().caughtUp());
        object.put("seconds", run.took().toMillis() / MILLIS);
        return object;
    }

    @Override
    public void told(String sink, int alerts) {
        say(sink + ": told of " + alerts + (alerts == 1 ? " alert" : " alerts"));
    }

    @Override
    public void unheard(String sink, String reason, Duration retryAfter) {
        say(sink + ": not told: " + reason + "; again in " + retryAfter.toSeconds() + " s");
    }

    @Override
    public void note(String text) {
        say(text);
    }

    private void say(String text) {
        synchronized (console) {
            console.note(text);
        }
    }
}
