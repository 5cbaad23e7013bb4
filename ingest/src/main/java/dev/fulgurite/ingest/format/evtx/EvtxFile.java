package dev.fulgurite.ingest.format.evtx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through a Windows event log from record to record, in the memory of a chunk. What is
/// damaged costs what is damaged: reading goes on at the next record that is whole.
///
/// ```java
/// EvtxFile file = new EvtxFile(stream, false);
/// for (EvtxItem item = file.next(); item != null; item = file.next()) …
/// ```
public final class EvtxFile {

    private final Chunks chunks;
    private final Recovery recovery;
    private @Nullable RecordScan scan;
    private long wrongChecksums;
    private long recovered;
    private long unreadableSlack;
    private long torn;
    private long foreign;
    private boolean ended;

    /// Goes through the file from its first byte.
    ///
    /// @param recover whether to look for records in space that no record takes any more
    public EvtxFile(InputStream in, boolean recover) throws IOException {
        chunks = new Chunks(in);
        recovery = new Recovery(recover);
    }

    /// Whether a file that begins so is an event log, also one whose header is damaged, or part of
    /// one that begins with a chunk.
    public static boolean isStart(byte[] head) {
        return Chunks.startsWith(head, 0, Chunks.FILE)
                || Chunks.startsWith(head, 0, Chunks.CHUNK)
                || Chunks.startsWith(head, Chunks.FILE_HEADER, Chunks.CHUNK);
    }

    /// The next event or damage, or null at the end of the file.
    public @Nullable EvtxItem next() throws IOException {
        while (true) {
            EvtxItem item = scan == null ? null : scan.next();
            if (item instanceof EvtxItem.Event event && event.recovered()) {
                recovered++;
            }
            if (item != null) {
                return item;
            }
            if (scan != null) {
                unreadableSlack += scan.unreadable();
                foreign += scan.foreign();
                torn += scan.foreign() > 0 ? 1 : 0;
                scan = null;
            }
            Chunk chunk = chunks.next();
            if (chunk == null) {
                ended = true;
                return null;
            }
            scan = new RecordScan(chunk, recovery);
            wrongChecksums += Chunks.isChunk(chunk.bytes) && !chunk.isSound() ? 1 : 0;
        }
    }

    /// What an analyst should know of the file so far besides its records.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!chunks.isHeaderSound()) {
            remarks.add("the header is damaged; all chunks were read nonetheless");
        }
        if (ended && chunks.full() < chunks.counted()) {
            remarks.add(
                    "the file is cut: its header counts "
                            + chunks.counted()
                            + " chunks, "
                            + chunks.full()
                            + (chunks.full() == 1 ? " is" : " are")
                            + " there in full");
        }
        if (wrongChecksums > 0) {
            remarks.add("chunks with a wrong checksum, read nonetheless: " + wrongChecksums);
        }
        if (torn > 0) {
            remarks.add(
                    "chunks that end in parts of others, which are left aside: "
                            + torn
                            + " ("
                            + foreign
                            + " bytes)");
        }
        if (recovery.isWanted()) {
            remarks.add(
                    "records recovered from unused space: "
                            + recovered
                            + ", not readable there: "
                            + unreadableSlack);
        }
        return remarks;
    }
}
