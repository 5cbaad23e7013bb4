package dev.fulgurite.ingest.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The binary XML that [EvtxWriter] writes: elements with gaps, and values to fill these.
sealed interface EvtxXml {

    record Text(String text) implements EvtxXml {}

    record Gap(int index, boolean optional) implements EvtxXml {}

    record Attribute(String name, List<EvtxXml> value) implements EvtxXml {}

    record Element(String name, List<Attribute> attributes, List<EvtxXml> content)
            implements EvtxXml {}

    /// A template; records name it by `id`.
    record Template(int id, Element root) {}

    /// A value and its type; it is written where it stands, for binary XML depends on its place.
    record Value(int type, Consumer<EvtxChunkWriter> write) {}

    static Text text(String text) {
        return new Text(text);
    }

    static Gap gap(int index) {
        return new Gap(index, false);
    }

    static Gap optional(int index) {
        return new Gap(index, true);
    }

    static Attribute attribute(String name, EvtxXml... value) {
        return new Attribute(name, List.of(value));
    }

    static Element element(String name, EvtxXml... parts) {
        List<Attribute> attributes = new ArrayList<>();
        List<EvtxXml> content = new ArrayList<>();
        for (EvtxXml part : parts) {
            if (part instanceof Attribute attribute) {
                attributes.add(attribute);
            } else {
                content.add(part);
            }
        }
        return new Element(name, attributes, content);
    }

    static Value bytes(int type, byte... bytes) {
        return new Value(type, chunk -> chunk.bytes(bytes));
    }

    static Value absent() {
        return bytes(0x00);
    }

    static Value string(String text) {
        return bytes(0x01, utf16(text));
    }

    /// A list of strings, each with a zero at its end.
    static Value strings(String... texts) {
        String all = String.join("\0", texts) + "\0";
        return bytes(0x81, utf16(all));
    }

    /// Also of texts that are not well-formed, which Java's own encoder would mend.
    static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    static Value number(int type, int size, long number) {
        ByteBuffer eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        eight.putLong(number);
        byte[] cut = new byte[size];
        eight.get(0, cut);
        return bytes(type, cut);
    }

    /// A template with its values, as a value.
    static Value nested(Template template, Value... values) {
        return new Value(0x21, chunk -> chunk.instance(template, values));
    }

    /// An element that is written out, as a value.
    static Value nested(Element element) {
        return new Value(0x21, chunk -> chunk.plain(element));
    }
}
