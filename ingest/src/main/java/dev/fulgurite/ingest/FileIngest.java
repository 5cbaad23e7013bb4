package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogFormat;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.format.Place;
import dev.fulgurite.ingest.format.Reading;
import dev.fulgurite.ingest.format.RecordReader;
import dev.fulgurite.ingest.format.Rejected;
import dev.fulgurite.ingest.mapping.EventGraphMapper;
import dev.fulgurite.ingest.source.LogSources;
import dev.fulgurite.ingest.source.Understanding;
import dev.fulgurite.ingest.source.Understanding.OutOfScope;
import dev.fulgurite.ingest.source.Understanding.Understood;
import dev.fulgurite.ingest.source.Understanding.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one file's records into batches. A file of which a part is stored already is gone on with
/// behind that part.
final class FileIngest {

    private static final int BATCH_EVENTS = 2_000;
    private static final long BATCH_BYTES = 8L << 20;
    private static final int RECORDS_BETWEEN_LOOKS = 512;
    private static final long NANOS_BETWEEN_NEWS = 200_000_000;

    private final SeenFile seen;
    private final BatchStore store;
    private final LogSources sources;
    private final IngestListener progress;
    private final Tally tally;
    private List<GraphEvent> events = new ArrayList<>(BATCH_EVENTS);
    private long bytes;
    private long lastNews = System.nanoTime();
    private boolean complete;
    private boolean cancelled;

    FileIngest(
            SeenFile file,
            BatchStore store,
            LogSources sources,
            IngestListener progress,
            boolean recover) {
        this.store = store;
        this.sources = sources;
        this.progress = progress;
        Optional<Ledger> begun = store.known(file.sha256()).filter(known -> !known.complete());
        String slack = LogFormat.EVTX_AND_SLACK.written();
        // A file that was begun is gone on with as it was begun: records are counted to skip them.
        seen =
                begun.map(known -> known.format().equals(slack)).orElse(recover)
                        ? file.withSlack()
                        : file;
        tally = new Tally(seen, sources);
        begun.ifPresent(tally::goOnFrom);
    }

    boolean isCancelled() {
        return cancelled;
    }

    void read(InputStream unpacked) throws IOException {
        RecordReader reader = seen.found().format().open(new SeenBytes(unpacked, seen));
        long skip = tally.read();
        Reading reading = reader.next();
        while (reading != null && !cancelled) {
            if (reading.place().number() > skip) {
                take(reading);
            } else if (reading instanceof LogRecord record) {
                saw(record, sources.understand(record));
            }
            look(reading.place());
            reading = reader.next();
        }
        complete = !cancelled;
        tally.remark(reader.remarks());
    }

    /// Stores what is left, with the final ledger.
    Ledger finish() {
        flush();
        tally.add(store.await());
        Ledger ledger = tally.ledger(complete);
        if (!ledger.closes()) {
            throw new IllegalStateException("the ledger of " + ledger.name() + " does not close");
        }
        return ledger;
    }

    private void take(Reading reading) {
        switch (reading) {
            case Rejected rejected -> tally.reject(rejected.place(), rejected.reason());
            case LogRecord record -> {
                Understanding understanding = sources.understand(record);
                saw(record, understanding);
                switch (understanding) {
                    case Understood understood -> {
                        Event event = understood.event();
                        GraphEvent mapped = graphEvent(event, record);
                        tally.event(understood.table(), event, mapped, understood.missing());
                        add(mapped, record.place());
                    }
                    case OutOfScope other -> tally.outOfScope(other.table(), other.reason());
                    case Unusable unusable ->
                            tally.unusable(unusable.table(), record.place(), unusable.reason());
                }
            }
        }
    }

    private GraphEvent graphEvent(Event event, LogRecord record) {
        GraphEvent mapped = EventGraphMapper.map(event, evidence(record.place()));
        return isRecovered(record) ? mapped.recovered() : mapped;
    }

    /// Notes what the log covers, which is not what lies beside it in its file.
    private void saw(LogRecord record, Understanding understanding) {
        if (!isRecovered(record)) {
            tally.saw(understanding.sighting());
        }
    }

    private boolean isRecovered(LogRecord record) {
        return seen.found().format() == LogFormat.EVTX_AND_SLACK
                && record.columns().has(LogRecord.RECOVERED);
    }

    private Evidence evidence(Place place) {
        return new Evidence(seen.sha256(), place.offset(), place.length(), place.line());
    }

    private void add(GraphEvent event, Place place) {
        events.add(event);
        bytes += place.length();
        if (events.size() == BATCH_EVENTS || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    /// Begins to store the batch, once the one before is stored: its counts belong in the ledger.
    private void flush() {
        tally.add(store.await());
        store.begin(new GraphBatch(events, tally.batchLedger(complete)));
        events = new ArrayList<>(BATCH_EVENTS);
        bytes = 0;
    }

    private void look(Place place) {
        if (place.number() % RECORDS_BETWEEN_LOOKS != 0) {
            return;
        }
        cancelled = progress.cancelled();
        long now = System.nanoTime();
        if (now - lastNews > NANOS_BETWEEN_NEWS) {
            lastNews = now;
            progress.progressed(
                    seen.member().name(),
                    place.offset() + place.length(),
                    seen.size(),
                    place.number());
        }
    }
}
