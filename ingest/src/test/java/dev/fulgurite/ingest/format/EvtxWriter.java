package dev.fulgurite.ingest.format;

import static dev.fulgurite.ingest.format.EvtxXml.absent;
import static dev.fulgurite.ingest.format.EvtxXml.attribute;
import static dev.fulgurite.ingest.format.EvtxXml.element;
import static dev.fulgurite.ingest.format.EvtxXml.gap;
import static dev.fulgurite.ingest.format.EvtxXml.nested;
import static dev.fulgurite.ingest.format.EvtxXml.number;
import static dev.fulgurite.ingest.format.EvtxXml.optional;
import static dev.fulgurite.ingest.format.EvtxXml.string;
import static dev.fulgurite.ingest.format.EvtxXml.text;

import dev.fulgurite.ingest.format.EvtxXml.Element;
import dev.fulgurite.ingest.format.EvtxXml.Template;
import dev.fulgurite.ingest.format.EvtxXml.Value;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Writes small event logs: no real one may be part of the product.
public final class EvtxWriter {

    static final int HEADER = 4096;

    /// 2026-11-18T20:31:07.1234567Z.
    static final long TIME = 134_395_074_671_234_567L;

    static final String CHANNEL = "Microsoft-Windows-PowerShell/Operational";

    private static final String SCRIPT = "76350588-4aa4-4047-9ecb-9b285c4fa71b";

    private static final Template EVENT =
            new Template(
                    0x26cf56f0,
                    element(
                            "Event",
                            attribute("xmlns", text("http://example.org/event")),
                            element(
                                    "System",
                                    element("Provider", attribute("Name", gap(0))),
                                    element(
                                            "EventID",
                                            attribute("Qualifiers", optional(1)),
                                            gap(2)),
                                    element("TimeCreated", attribute("SystemTime", gap(3))),
                                    element("EventRecordID", gap(4)),
                                    element("Correlation", attribute("ActivityID", optional(5))),
                                    element("Channel", text(CHANNEL)),
                                    element("Computer", gap(6)),
                                    element("Security", attribute("UserID", optional(7)))),
                            gap(8)));

    private static final Template DATA =
            new Template(
                    0x11223344,
                    element(
                            "EventData",
                            named("MessageNumber", text("1")),
                            named("MessageTotal", text("1")),
                            named("ScriptBlockText", gap(0)),
                            named("ScriptBlockId", text(SCRIPT)),
                            named("Path", optional(1))));

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private int count;

    /// A log that holds the script block `live` (record 1), and `old` (record 2) in its slack.
    public static byte[] withSlack() {
        EvtxChunkWriter chunk = script(new EvtxChunkWriter(), 1, "live");
        int end = chunk.position();
        script(chunk, 2, "old");
        return new EvtxWriter().chunk(chunk.bytesWithSlackFrom(end)).bytes();
    }

    /// A log that holds both.
    public static byte[] withoutSlack() {
        EvtxChunkWriter chunk = script(new EvtxChunkWriter(), 1, "live");
        return new EvtxWriter().chunk(script(chunk, 2, "old")).bytes();
    }

    EvtxWriter chunk(EvtxChunkWriter chunk) {
        return chunk(chunk.bytes());
    }

    EvtxWriter chunk(byte[] chunk) {
        chunks.writeBytes(chunk);
        count++;
        return this;
    }

    /// A script block event, of two templates.
    static EvtxChunkWriter script(EvtxChunkWriter chunk, long recordId, String script) {
        return event(chunk, recordId, 4104, nested(DATA, string(script), absent()));
    }

    static EvtxChunkWriter event(
            EvtxChunkWriter chunk, long recordId, int eventId, Value eventData) {
        return chunk.record(
                recordId,
                EVENT,
                string("Microsoft-Windows-PowerShell"),
                absent(),
                number(0x06, 2, eventId),
                number(0x11, 8, TIME),
                number(0x0a, 8, recordId),
                absent(),
                string("host1.corp.example"),
                absent(),
                eventData);
    }

    /// An event as exported and forwarded logs have it: written out, without a template.
    static Element plainEvent(long recordId, Element data) {
        return element(
                "Event",
                element(
                        "System",
                        element("EventID", text("800")),
                        element("EventRecordID", text(Long.toString(recordId))),
                        element("Channel", text("Windows PowerShell"))),
                data);
    }

    private static Element named(String name, EvtxXml content) {
        return element("Data", attribute("Name", text(name)), content);
    }

    byte[] bytes() {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + chunks.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
        file.putLong(0).putLong(Math.max(0, count - 1)).putLong(1);
        file.putInt(128).putShort((short) 1).putShort((short) 3);
        file.putShort((short) HEADER).putShort((short) count);
        CRC32 sum = new CRC32();
        sum.update(file.array(), 0, 120);
        file.putInt(124, (int) sum.getValue());
        file.put(HEADER, chunks.toByteArray());
        return file.array();
    }
}
