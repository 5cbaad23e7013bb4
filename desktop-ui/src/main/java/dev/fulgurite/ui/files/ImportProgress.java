package dev.fulgurite.ui.files;

import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ui.files.ImportState.FileProgress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Adds up what an import tells of its files. Called by the threads of the import.
final class ImportProgress implements IngestListener, LinkListener {

    private static final double NANOS_A_SECOND = 1e9;
    private static final double SECONDS_BEFORE_A_GUESS = 2;

    private final Consumer<ImportState> tell;
    private final LongSupplier nanos;
    private final long began;
    private final Map<String, FileProgress> underWay = new LinkedHashMap<>();
    private final Map<String, FileProgress> first = new LinkedHashMap<>();
    private volatile boolean stopping;
    private int files;
    private int done;
    private long bytesFound;
    private long bytesDone;
    private long recordsDone;

    /// @param tell takes each new state, on the thread of the import
    ImportProgress(Consumer<ImportState> tell, LongSupplier nanos) {
        this.tell = tell;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// Lets the import end after the batch at hand.
    void stop() {
        stopping = true;
    }

    @Override
    public boolean cancelled() {
        return stopping;
    }

    @Override
    public synchronized void found(int all, long bytes) {
        files = all;
        bytesFound = bytes;
        tellReading();
    }

    @Override
    public synchronized void started(String file, long size) {
        underWay.put(file, new FileProgress(file, 0, size, 0));
        tellReading();
    }

    @Override
    public synchronized void progressed(String file, long bytes, long size, long records) {
        FileProgress now = new FileProgress(file, bytes, size, records);
        // A file that is gone on with begins where it was left.
        first.putIfAbsent(file, now);
        underWay.put(file, now);
        tellReading();
    }

    @Override
    public synchronized void finished(Ledger ledger) {
        FileProgress last = underWay.remove(ledger.name());
        FileProgress start = first.remove(ledger.name());
        done++;
        bytesDone += ledger.size();
        recordsDone += last == null ? 0 : ledger.read() - (start == null ? 0 : start.records());
        tellReading();
    }

    private void tellReading() {
        long bytes = bytesDone;
        long size = bytesDone;
        long records = recordsDone;
        for (FileProgress file : underWay.values()) {
            bytes += file.bytes();
            size += file.size();
            FileProgress start = first.get(file.name());
            records += file.records() - (start == null ? 0 : start.records());
        }
        double fraction = (double) bytes / Math.max(1, Math.max(size, bytesFound));
        double seconds = (nanos.getAsLong() - began) / NANOS_A_SECOND;
        tell.accept(
                new ImportState.Reading(
                        Math.max(files, done + underWay.size()),
                        done,
                        List.copyOf(underWay.values()),
                        Math.min(1, fraction),
                        records,
                        seconds <= 0 ? 0 : (long) (records / seconds),
                        left(fraction, seconds),
                        stopping));
    }

    private static @Nullable Duration left(double fraction, double seconds) {
        boolean known = seconds >= SECONDS_BEFORE_A_GUESS && fraction > 0;
        return known
                ? Duration.ofSeconds((long) (seconds * Math.max(0, 1 - fraction) / fraction))
                : null;
    }

    @Override
    public void building(double part) {
        tell.accept(new ImportState.Building(part, stopping));
    }

    @Override
    public void linking(String title, int link, int links, double part) {
        tell.accept(new ImportState.Linking(title, link, links, part, stopping));
    }
}
