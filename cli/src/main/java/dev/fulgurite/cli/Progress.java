package dev.fulgurite.cli;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import java.util.Locale;

/// How far an ingest is, on one line of a terminal; silent when nobody watches.
final class Progress implements IngestListener {

    private static final int WIDTH = 24;
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public void progressed(String file, long bytes, long size, long records) {
        if (console.terminal()) {
            int done = size <= 0 ? 0 : (int) Math.min(WIDTH, bytes * WIDTH / size);
            show(
                    "["
                            + "#".repeat(done)
                            + ".".repeat(WIDTH - done)
                            + "] "
                            + String.format(Locale.ROOT, "%,d records  ", records)
                            + file);
        }
    }

    @Override
    public void finished(Ledger ledger) {
        if (console.terminal()) {
            show("");
        }
    }

    private void show(String text) {
        console.err().print(CLEAR + text);
        console.err().flush();
    }
}
