package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.EvtxXml.Attribute;
import dev.fulgurite.ingest.format.EvtxXml.Element;
import dev.fulgurite.ingest.format.EvtxXml.Gap;
import dev.fulgurite.ingest.format.EvtxXml.Template;
import dev.fulgurite.ingest.format.EvtxXml.Text;
import dev.fulgurite.ingest.format.EvtxXml.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Writes one chunk of an event log, the way Windows does.
final class EvtxChunkWriter {

    static final int SIZE = 1 << 16;

    private static final int RECORDS = 512;
    private static final int NAME_HASH_FACTOR = 65_599;

    private final ByteBuffer chunk = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Integer, Integer> templates = new HashMap<>();
    private long firstId = -1;
    private long lastId;
    private int lastRecord;

    EvtxChunkWriter() {
        chunk.position(RECORDS);
    }

    /// A record of a template and its values.
    EvtxChunkWriter record(long headerId, Template template, Value... values) {
        return record(headerId, () -> instance(template, values));
    }

    /// A record without a template.
    EvtxChunkWriter record(long headerId, Element event) {
        return record(headerId, () -> plain(event));
    }

    /// A record of these bytes.
    EvtxChunkWriter record(long headerId, Runnable content) {
        int from = chunk.position();
        chunk.putInt(0x2a2a).putInt(0).putLong(headerId).putLong(0);
        content.run();
        int length = (chunk.position() - from + 4 + 7) / 8 * 8;
        chunk.position(from + length - 4).putInt(length);
        chunk.putInt(from + 4, length);
        firstId = firstId < 0 ? headerId : firstId;
        lastId = headerId;
        lastRecord = from;
        return this;
    }

    int position() {
        return chunk.position();
    }

    /// Takes the records from a position on back: their bytes stay as slack.
    byte[] bytesWithSlackFrom(int position) {
        return bytes(position);
    }

    byte[] bytes() {
        return bytes(chunk.position());
    }

    private byte[] bytes(int end) {
        byte[] magic = "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1);
        chunk.put(0, magic);
        chunk.putLong(8, firstId).putLong(16, lastId).putLong(24, firstId).putLong(32, lastId);
        chunk.putInt(40, 128).putInt(44, lastRecord).putInt(48, end);
        byte[] all = chunk.array().clone();
        ByteBuffer out = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 records = new CRC32();
        records.update(all, RECORDS, end - RECORDS);
        out.putInt(52, (int) records.getValue());
        CRC32 header = new CRC32();
        header.update(all, 0, 120);
        header.update(all, 128, RECORDS - 128);
        out.putInt(124, (int) header.getValue());
        return all;
    }

    void bytes(byte... bytes) {
        chunk.put(bytes);
    }

    void instance(Template template, Value... values) {
        fragment();
        chunk.put((byte) 0x0c).put((byte) 1).putInt(template.id());
        Integer known = templates.get(template.id());
        int here = chunk.position() + 4;
        chunk.putInt(known == null ? here : known);
        if (known == null) {
            define(template);
        }
        chunk.putInt(values.length);
        int descriptors = chunk.position();
        chunk.position(descriptors + 4 * values.length);
        for (int i = 0; i < values.length; i++) {
            int from = chunk.position();
            values[i].write().accept(this);
            chunk.putShort(descriptors + 4 * i, (short) (chunk.position() - from));
            chunk.put(descriptors + 4 * i + 2, (byte) values[i].type());
        }
    }

    private void define(Template template) {
        int from = chunk.position();
        templates.put(template.id(), from);
        chunk.putInt(0).putInt(template.id()).position(from + 24);
        fragment();
        element(template.root(), true);
        chunk.put((byte) 0);
        chunk.putInt(from + 20, chunk.position() - from - 24);
    }

    void plain(Element element) {
        fragment();
        element(element, false);
        chunk.put((byte) 0);
    }

    private void fragment() {
        chunk.put(new byte[] {0x0f, 1, 1, 0});
    }

    private void element(Element element, boolean inTemplate) {
        boolean attributes = !element.attributes().isEmpty();
        chunk.put((byte) (attributes ? 0x41 : 0x01));
        if (inTemplate) {
            chunk.putShort((short) -1);
        }
        int size = chunk.position();
        chunk.putInt(0);
        name(element.name());
        if (attributes) {
            attributes(element);
        }
        chunk.put((byte) (element.content().isEmpty() ? 0x03 : 0x02));
        if (!element.content().isEmpty()) {
            element.content().forEach(part -> part(part, inTemplate));
            chunk.put((byte) 0x04);
        }
        chunk.putInt(size, chunk.position() - size - 4);
    }

    private void attributes(Element element) {
        int size = chunk.position();
        chunk.putInt(0);
        for (int i = 0; i < element.attributes().size(); i++) {
            Attribute attribute = element.attributes().get(i);
            boolean more = i + 1 < element.attributes().size();
            chunk.put((byte) (more ? 0x46 : 0x06));
            name(attribute.name());
            attribute.value().forEach(part -> part(part, false));
        }
        chunk.putInt(size, chunk.position() - size - 4);
    }

    private void part(EvtxXml part, boolean inTemplate) {
        switch (part) {
            case Text text -> text(text.text());
            case Gap gap -> {
                chunk.put((byte) (gap.optional() ? 0x0e : 0x0d)).putShort((short) gap.index());
                chunk.put((byte) 0);
            }
            case Element element -> element(element, inTemplate);
            case Attribute attribute -> throw new IllegalArgumentException(attribute.name());
        }
    }

    private void text(String text) {
        chunk.put((byte) 0x05).put((byte) 0x01).putShort((short) text.length());
        chunk.put(EvtxXml.utf16(text));
    }

    private void name(String name) {
        Integer known = names.get(name);
        int here = chunk.position() + 4;
        chunk.putInt(known == null ? here : known);
        if (known == null) {
            names.put(name, here);
            int hash = 0;
            for (int i = 0; i < name.length(); i++) {
                hash = hash * NAME_HASH_FACTOR + name.charAt(i);
            }
            chunk.putInt(0).putShort((short) hash).putShort((short) name.length());
            chunk.put(EvtxXml.utf16(name)).putShort((short) 0);
        }
    }
}
