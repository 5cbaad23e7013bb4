package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Chunk.GapUse;
import dev.fulgurite.ingest.format.evtx.Chunk.Template;
import dev.fulgurite.ingest.format.evtx.Node.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes fragments of binary XML: a record is one, and a value can hold more. Nothing is unfolded,
/// but all of it is looked at, and how far it would unfold is counted: what a caller asks of a
/// fragment later can neither fail nor grow without end.
final class FragmentParser {

    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 1 << 16;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int INSTANCE_HEADER = 10;
    private static final int DESCRIPTOR = 4;
    private static final int CHARACTERS_A_BYTE = 4;
    private static final int CHARACTERS_A_VALUE = 40;

    private final Chunk chunk;
    private final Recovery recovery;
    private final boolean inSlack;

    FragmentParser(Chunk chunk, Recovery recovery, boolean inSlack) {
        this.chunk = chunk;
        this.recovery = recovery;
        this.inSlack = inSlack;
    }

    /// The event between two positions.
    Fragment event(int from, int to) throws Malformed {
        List<Fragment> all = fragments(from, to, 1);
        if (all.size() != 1) {
            throw new Malformed("a record of " + all.size() + " events");
        }
        return all.getFirst();
    }

    private List<Fragment> fragments(int from, int to, int depth) throws Malformed {
        if (depth > DEEPEST) {
            throw new Malformed("values lie deeper than " + DEEPEST + " in each other");
        }
        List<Fragment> all = new ArrayList<>(1);
        int at = from;
        while (at < to && chunk.bytes[at] != Token.END) {
            if (chunk.bytes[at] == Token.FRAGMENT) {
                at += 4;
            } else if (chunk.bytes[at] == Token.TEMPLATE) {
                at = instance(all, at, to, depth);
            } else {
                ElementParser parser = new ElementParser(chunk, at, to, false, new ArrayList<>());
                Element root = parser.fragmentRoot();
                if (inSlack && !parser.isSound()) {
                    throw new Malformed("its names are not there any more");
                }
                all.add(new Fragment(root, Values.NONE, parser.nodes(), parser.characters()));
                at = parser.position();
            }
        }
        return all;
    }

    /// Adds what a template makes of the values here; the position behind these.
    private int instance(List<Fragment> all, int from, int to, int depth) throws Malformed {
        need(from, INSTANCE_HEADER, to);
        int definition = chunk.int32(from + 6);
        Template template =
                inSlack
                        ? recovery.template(chunk, definition, chunk.int32(from + 2))
                        : recovery.seen(chunk.template(definition));
        int at = from + INSTANCE_HEADER;
        if (definition == at) {
            at = chunk.templateEnd(definition);
        }
        need(at, 4, to);
        long count = chunk.unsigned(at, 4);
        at += 4;
        need(at, DESCRIPTOR * count, to);
        int[] slots = new int[3 * (int) count];
        int end = slots(slots, at, to);
        Values values = new Values(chunk.bytes, slots, nested(slots, depth));
        all.add(bounded(template, values));
        return end;
    }

    /// Finds where each value lies; the position behind the last.
    private int slots(int[] slots, int descriptors, int to) throws Malformed {
        int position = descriptors + DESCRIPTOR * (slots.length / 3);
        int descriptor = descriptors;
        for (int i = 0; i < slots.length; i += 3) {
            int size = chunk.int16(descriptor);
            slots[i] = position;
            slots[i + 1] = size;
            slots[i + 2] = chunk.bytes[descriptor + 2] & 0xFF;
            position += size;
            descriptor += DESCRIPTOR;
        }
        if (position > to) {
            throw new Malformed("its values are longer than it is");
        }
        return position;
    }

    private List<Fragment> @Nullable [] nested(int[] slots, int depth) throws Malformed {
        List<Fragment> @Nullable [] nested = null;
        for (int i = 0; i < slots.length; i += 3) {
            if (slots[i + 2] == ValueType.BINARY_XML) {
                nested = nested == null ? lists(slots.length / 3) : nested;
                nested[i / 3] = fragments(slots[i], slots[i] + slots[i + 1], depth + 1);
            }
        }
        return nested;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists has no other way
    private static List<Fragment>[] lists(int count) {
        return new List[count];
    }

    private static Fragment bounded(Template template, Values values) throws Malformed {
        long nodes = template.nodes();
        long characters = template.characters();
        for (GapUse gap : template.gaps()) {
            int type = values.type(gap.index());
            if (type == ValueType.NULL) {
                continue;
            }
            int size = values.size(gap.index());
            characters += (long) CHARACTERS_A_BYTE * size + CHARACTERS_A_VALUE;
            if (ValueType.isList(type)) {
                long items =
                        ValueText.itemCount(values.bytes, type, values.position(gap.index()), size);
                nodes += items * (gap.nodes() + 1L);
                characters += items * (gap.characters() + 2L);
            }
            for (Fragment inner : values.fragments(gap.index())) {
                nodes += inner.nodes();
                characters += inner.characters();
            }
            if (nodes > MOST_NODES || characters > MOST_CHARACTERS) {
                throw new Malformed("it unfolds to more than any event can hold");
            }
        }
        return new Fragment(template.root(), values, nodes, characters);
    }

    private static void need(int at, long count, int to) throws Malformed {
        if (to - at < count) {
            throw new Malformed("it breaks off at byte " + at + " of its chunk");
        }
    }
}
