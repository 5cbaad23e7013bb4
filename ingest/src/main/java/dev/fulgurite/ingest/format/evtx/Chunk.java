package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Node.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// A chunk's bytes and what its records share: names and templates. What a hostile chunk can make
/// of templates that overlap is bounded: none takes more work than [#MOST_WORK].
final class Chunk {

    static final int SIZE = 1 << 16;
    static final int HEADER = 512;
    static final int RECORD_HEADER = 24;

    private static final int RECORD = 0x2a2a;

    private static final int MOST_WORK = 1 << 22;
    private static final int FREE_SPACE = 48;
    private static final int RECORDS_CHECKSUM = 52;
    private static final int FLAGS = 120;
    private static final int CHECKSUM = 124;
    private static final int OFFSETS = 128;
    private static final int WITHOUT_CHECKSUMS = 4;
    private static final int TEMPLATE_HEADER = 24;

    final byte[] bytes;

    /// How many of the bytes were in the file.
    final int length;

    /// Where the chunk begins in the file.
    final long offset;

    private final Map<Integer, Name> names = new HashMap<>();
    private final Map<Integer, Template> templates = new HashMap<>();
    private int work;

    /// @param bytes [#SIZE] of them
    Chunk(byte[] bytes, int length, long offset) {
        this.bytes = bytes;
        this.length = length;
        this.offset = offset;
    }

    /// A name, the position behind it, and whether its hash is right.
    record Name(String text, int end, boolean sound) {

        private static final int HASH_FACTOR = 65_599;

        static boolean isSound(String text, int hash) {
            int sum = 0;
            for (int i = 0; i < text.length(); i++) {
                sum = sum * HASH_FACTOR + text.charAt(i);
            }
            return (sum & 0xFFFF) == hash;
        }
    }

    /// A template; `problem` says why it is none, and is `""` otherwise.
    ///
    /// @param sound whether the hashes of all its names are right
    record Template(
            Element root,
            int id,
            List<GapUse> gaps,
            int nodes,
            int characters,
            boolean sound,
            String problem) {}

    /// A gap somewhere in a template, with the size of the element that a list in it repeats.
    record GapUse(int index, int nodes, int characters) {}

    long unsigned(int at, int size) {
        return ValueText.unsigned(bytes, at, size);
    }

    int int16(int at) {
        return (int) unsigned(at, 2);
    }

    int int32(int at) {
        return (int) unsigned(at, 4);
    }

    /// Whether a record stands at a position: its signature, and its size at both its ends.
    boolean isRecordAt(int at, int end) {
        if (end - at < RECORD_HEADER + 4 || int32(at) != RECORD) {
            return false;
        }
        long size = unsigned(at + 4, 4);
        return size >= RECORD_HEADER + 4
                && size <= end - at
                && int32(at + (int) size - 4) == (int) size;
    }

    /// Where the records end and slack begins; the chunk's end when its header says nonsense.
    int recordsEnd() {
        return hasRecordsEnd() ? int32(FREE_SPACE) : SIZE;
    }

    boolean hasRecordsEnd() {
        int said = int32(FREE_SPACE);
        return said >= HEADER && said <= SIZE;
    }

    /// Whether both checksums are right, or the chunk is marked to have none.
    boolean isSound() {
        if ((int32(FLAGS) & WITHOUT_CHECKSUMS) != 0) {
            return true;
        }
        CRC32 header = new CRC32();
        header.update(bytes, 0, FLAGS);
        header.update(bytes, OFFSETS, HEADER - OFFSETS);
        CRC32 records = new CRC32();
        records.update(bytes, HEADER, recordsEnd() - HEADER);
        return (int) header.getValue() == int32(CHECKSUM)
                && (int) records.getValue() == int32(RECORDS_CHECKSUM);
    }

    void spend(int effort) throws Malformed {
        work += effort;
        if (work > MOST_WORK) {
            throw new Malformed("names or templates of this chunk overlap without end");
        }
    }

    /// The name whose entry stands at a position.
    Name name(int at) throws Malformed {
        Name known = names.get(at);
        if (known != null) {
            return known;
        }
        int text = at + 8;
        if (at < 0 || at > length - 8 || text + 2 * int16(at + 6) + 2 > length) {
            throw new Malformed("a name lies outside the chunk");
        }
        int characters = int16(at + 6);
        spend(characters + 1);
        String written = ValueText.utf16(bytes, text, characters);
        int end = text + 2 * characters + 2;
        Name name = new Name(written, end, Name.isSound(written, int16(at + 4)));
        names.put(at, name);
        return name;
    }

    /// The template whose definition stands at a position.
    Template template(int at) throws Malformed {
        Template template = templates.get(at);
        if (template == null) {
            template = compile(at);
            templates.put(at, template);
        }
        if (!template.problem.isEmpty()) {
            throw new Malformed(template.problem);
        }
        return template;
    }

    /// Behind the definition at a position.
    int templateEnd(int at) throws Malformed {
        int body = at + TEMPLATE_HEADER;
        if (at < 0 || at > length - TEMPLATE_HEADER || unsigned(body - 4, 4) > length - body) {
            throw new Malformed("a template lies outside the chunk");
        }
        return body + int32(body - 4);
    }

    private Template compile(int at) {
        List<GapUse> gaps = new ArrayList<>();
        try {
            ElementParser parser =
                    new ElementParser(this, at + TEMPLATE_HEADER, templateEnd(at), true, gaps);
            Element root = parser.fragmentRoot();
            return new Template(
                    root,
                    int32(at + 4),
                    gaps,
                    parser.nodes(),
                    parser.characters(),
                    parser.isSound(),
                    "");
        } catch (Malformed malformed) {
            Element none = Element.of("", List.of(), List.of());
            return new Template(none, 0, List.of(), 0, 0, false, malformed.reason());
        }
    }
}
