package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.evtx.EvtxFile;
import dev.fulgurite.ingest.format.evtx.EvtxItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Shows the records of files that are no text: what a Windows event log holds of an event is
/// spread over its chunk.
public final class RecordText {

    private RecordText() {}

    /// Whether a file that begins so needs this to be shown.
    public static boolean isNeeded(byte[] head) {
        return EvtxFile.isStart(head);
    }

    /// The records at these offsets as JSON, reading the file to its end; of one that is not
    /// readable, why. What stands at none of its records' beginnings is left out.
    public static Map<Long, String> at(Set<Long> offsets, InputStream file) throws IOException {
        Map<Long, String> found = new HashMap<>();
        EvtxFile records = new EvtxFile(file, true);
        for (EvtxItem item = records.next(); item != null; item = records.next()) {
            if (offsets.contains(item.offset())) {
                found.put(
                        item.offset(),
                        switch (item) {
                            case EvtxItem.Event event -> event.event().json();
                            case EvtxItem.Damage damage -> damage.reason();
                        });
            }
        }
        return found;
    }
}
