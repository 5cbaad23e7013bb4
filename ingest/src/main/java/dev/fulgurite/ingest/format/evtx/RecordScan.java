package dev.fulgurite.ingest.format.evtx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes through one chunk: its records up to where they end, and if asked the slack behind.
final class RecordScan {

    private static final long MOST_RECORD_ID = 999_999_999_999_999_999L;
    private static final int SLACK_ALIGNMENT = 4;
    private static final int FIRST_ID = 24;
    private static final int MOST_RECORDS = Chunk.SIZE / (Chunk.RECORD_HEADER + 4);

    private final Chunk chunk;
    private final FragmentParser live;
    private final FragmentParser slack;
    private final int end;
    private final boolean recover;
    private int at;
    private final int stop;
    private long lastId;
    private int slackAt;
    private int foreign;
    private long unreadable;

    RecordScan(Chunk chunk, Recovery recovery) {
        this.chunk = chunk;
        recover = recovery.isWanted();
        live = new FragmentParser(chunk, recovery, false);
        slack = new FragmentParser(chunk, recovery, true);
        boolean sound = Chunks.isChunk(chunk.bytes);
        at = sound ? Chunk.HEADER : 0;
        end = sound && chunk.length >= Chunk.HEADER ? chunk.recordsEnd() : chunk.length;
        stop = Math.min(end, chunk.length);
        lastId = sound ? chunk.unsigned(FIRST_ID, 8) - 1 : 0;
        slackAt = sound ? end : 0;
    }

    /// Bytes at the chunk's end that belong to another: it was copied while it was written, or put
    /// together from parts of several ages.
    int foreign() {
        return foreign;
    }

    /// Records in slack that were not readable.
    long unreadable() {
        return unreadable;
    }

    @Nullable EvtxItem next() {
        if (at < end) {
            EvtxItem item = Chunks.isChunk(chunk.bytes) ? record() : stray();
            if (item != null) {
                return item;
            }
        }
        return recover ? fromSlack() : null;
    }

    private @Nullable EvtxItem record() {
        if (chunk.isRecordAt(at, stop)) {
            int from = at;
            at += chunk.int32(from + 4);
            lastId = headerId(from);
            return read(from, live, false);
        }
        int from = at;
        int next = from + 1;
        while (next < stop && !chunk.isRecordAt(next, stop)) {
            next++;
        }
        if (next >= stop) {
            at = end;
            return rest(from);
        }
        if (headerId(next) <= lastId || headerId(next) > lastId + MOST_RECORDS) {
            at = end;
            slackAt = from;
            foreign = stop - from;
            return null;
        }
        at = next;
        return damage(from, next - from, "no whole record at byte " + (chunk.offset + from));
    }

    /// What is left of the chunk holds no record. Null when that is only zeros.
    private @Nullable EvtxItem rest(int from) {
        if (end > chunk.length) {
            int there = Math.min(from, chunk.length);
            return damage(
                    there,
                    chunk.length - there,
                    "the file ends within the chunk at byte " + chunk.offset);
        }
        return isZero(from, end)
                ? null
                : damage(
                        from,
                        end - from,
                        "no whole record from byte "
                                + (chunk.offset + from)
                                + " to the end of its chunk");
    }

    /// Null when there are only zeros: space that was set aside and not used yet.
    private @Nullable EvtxItem stray() {
        at = end;
        return isZero(0, end)
                ? null
                : damage(
                        0,
                        end,
                        "no chunk at byte "
                                + chunk.offset
                                + ": its signature is damaged; its records are not read");
    }

    private @Nullable EvtxItem fromSlack() {
        while (slackAt < chunk.length) {
            int from = slackAt;
            boolean found = chunk.isRecordAt(from, chunk.length);
            slackAt += found ? chunk.int32(from + 4) : SLACK_ALIGNMENT;
            if (found) {
                EvtxItem item = read(from, slack, true);
                if (item instanceof EvtxItem.Event) {
                    return item;
                }
                unreadable++;
            }
        }
        return null;
    }

    private EvtxItem read(int from, FragmentParser parser, boolean recovered) {
        int length = chunk.int32(from + 4);
        long offset = chunk.offset + from;
        try {
            Fragment event = parser.event(from + Chunk.RECORD_HEADER, from + length - 4);
            EvtxValue value = Unfolding.of(event.root(), event.values());
            Map<String, EvtxValue> members = new LinkedHashMap<>();
            members.put(event.root().name(), value);
            if (recovered) {
                members.put("recovered", EvtxText.of("true"));
            }
            long id = recordId(value, from);
            return new EvtxItem.Event(offset, length, id, recovered, new EvtxObject(members));
        } catch (Malformed malformed) {
            String reason = "the record is not readable: " + malformed.reason();
            return new EvtxItem.Damage(offset, length, headerId(from), reason);
        }
    }

    /// As the event says, for exported logs number their records anew in the header.
    private long recordId(EvtxValue event, int from) {
        EvtxValue system = event.get("System");
        EvtxValue id = system == null ? null : system.get("EventRecordID");
        String text = id == null ? "" : id.text();
        boolean number =
                !text.isEmpty()
                        && text.length() <= 18
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : headerId(from);
    }

    private long headerId(int from) {
        long id = chunk.unsigned(from + 8, 8);
        return id >= 0 && id <= MOST_RECORD_ID ? id : 0;
    }

    private EvtxItem damage(int from, long length, String reason) {
        return new EvtxItem.Damage(chunk.offset + from, length, 0, reason);
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunk.bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
