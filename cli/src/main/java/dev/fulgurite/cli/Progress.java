package dev.fulgurite.cli;

import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.Times;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// How far an ingest and its links are, on one line of a terminal: a bar, how many records, how
/// fast, how much longer. Silent when nobody watches.
final class Progress implements IngestListener, LinkListener {

    private static final int WIDTH = 24;
    private static final int NAME = 28;
    private static final int TITLE = 34;
    private static final int SHARES = 1_000;
    private static final String CLEAR = "\r\u001b[K";
    private static final double NANOS_A_SECOND = 1e9;

    /// Before that a guess at the time left is worth nothing.
    private static final double SECONDS_BEFORE_A_GUESS = 2;

    private final Console console;
    private final LongSupplier nanos;
    private final BooleanSupplier asked;

    /// Where each file stood when it was first told of; the eldest is shown. Two may be under way.
    private final LinkedHashMap<String, Start> underWay = new LinkedHashMap<>();

    private record Start(long nanos, long bytes, long records) {}

    /// @param asked whether somebody wants it to end
    Progress(Console console, BooleanSupplier asked) {
        this(console, asked, System::nanoTime);
    }

    Progress(Console console, BooleanSupplier asked, LongSupplier nanos) {
        this.console = console;
        this.asked = asked;
        this.nanos = nanos;
    }

    @Override
    public void started(String file, long size) {
        if (console.terminal() && underWay.isEmpty()) {
            show(bar(0, size) + shortened(file));
        }
    }

    /// Of a file that is gone on with only what is read now counts for the rate.
    @Override
    public void progressed(String file, long bytes, long size, long records) {
        if (!console.terminal()) {
            return;
        }
        Start start =
                underWay.computeIfAbsent(file, _ -> new Start(nanos.getAsLong(), bytes, records));
        if (file.equals(underWay.sequencedKeySet().getFirst())) {
            show(
                    bar(bytes, size)
                            + String.format(Locale.ROOT, "%,d records  ", records)
                            + speed(start, bytes, size, records)
                            + shortened(file));
        }
    }

    private String speed(Start start, long bytes, long size, long records) {
        double seconds = (nanos.getAsLong() - start.nanos()) / NANOS_A_SECOND;
        long read = bytes - start.bytes();
        if (seconds < SECONDS_BEFORE_A_GUESS || read <= 0) {
            return "";
        }
        long left = (long) (seconds * Math.max(0, size - bytes) / read);
        return String.format(
                Locale.ROOT,
                "%,d/s  %s left  ",
                (long) ((records - start.records()) / seconds),
                Times.clock(Duration.ofSeconds(left)));
    }

    private static String bar(long bytes, long size) {
        int done = size <= 0 ? 0 : (int) Math.min(WIDTH, bytes * (double) WIDTH / size);
        return "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] ";
    }

    /// The end of a name tells more than its beginning.
    private static String shortened(String file) {
        return file.length() <= NAME ? file : "…" + file.substring(file.length() - NAME + 1);
    }

    private static String beginning(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
    }

    @Override
    public void finished(Ledger ledger) {
        underWay.remove(ledger.name());
        if (console.terminal()) {
            show("");
        }
    }

    @Override
    public void building(double part) {
        share("making the graph of all that was read", part, part >= 1);
    }

    @Override
    public void linking(String title, int link, int links, double part) {
        double all = (link - 1 + part) / links;
        share("link " + link + " of " + links + ": " + beginning(title), all, all >= 1);
    }

    private void share(String what, double part, boolean over) {
        if (console.terminal()) {
            show(over ? "" : bar((long) (part * SHARES), SHARES) + what);
        }
    }

    @Override
    public boolean cancelled() {
        return asked.getAsBoolean();
    }

    private void show(String text) {
        console.err().print(CLEAR + Console.harmless(text));
        console.err().flush();
    }
}
