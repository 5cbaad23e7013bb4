package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.evtx.EvtxFile;
import dev.fulgurite.ingest.format.evtx.EvtxItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of a Windows event log. A record's line is its `EventRecordID`.
final class EvtxReader implements RecordReader {

    private final EvtxFile file;
    private long number;

    EvtxReader(InputStream in, boolean recover) throws IOException {
        file = new EvtxFile(in, recover);
    }

    @Override
    public @Nullable Reading next() throws IOException {
        EvtxItem item = file.next();
        if (item == null) {
            return null;
        }
        Place place = new Place(++number, item.recordId(), item.offset(), item.length());
        return switch (item) {
            case EvtxItem.Event event -> new LogRecord(place, new EvtxColumns(event.event()));
            case EvtxItem.Damage damage -> new Rejected(place, damage.reason());
        };
    }

    @Override
    public List<String> remarks() {
        return file.remarks();
    }
}
