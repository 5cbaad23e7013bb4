package dev.fulgurite.ingest.format.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values for a template's gaps: where each lies in the chunk, and its type.
final class Values {

    static final Values NONE = new Values(new byte[0], new int[0], null);

    private static final int INTS = 3;

    final byte[] bytes;
    private final int[] slots;
    private final List<Fragment> @Nullable [] nested;

    /// @param slots position, size and type of each
    /// @param nested of each value that is binary XML its fragments; null when none is
    Values(byte[] bytes, int[] slots, List<Fragment> @Nullable [] nested) {
        this.bytes = bytes;
        this.slots = slots;
        this.nested = nested;
    }

    int count() {
        return slots.length / INTS;
    }

    int position(int index) {
        return slots[INTS * index];
    }

    int size(int index) {
        return slots[INTS * index + 1];
    }

    /// [ValueType#NULL] for a value that is not there.
    int type(int index) {
        return index < count() ? slots[INTS * index + 2] : ValueType.NULL;
    }

    boolean hasFragments() {
        return nested != null;
    }

    List<Fragment> fragments(int index) {
        List<Fragment> here = nested == null || index >= count() ? null : nested[index];
        return here == null ? List.of() : here;
    }

    /// Whether JSON writes the value without quotes: a number or boolean of a size it can have.
    boolean isJsonNumber(int index) {
        return ValueType.isJsonNumber(type(index))
                && Integer.bitCount(size(index)) == 1
                && size(index) <= 8;
    }

    /// The text of a value; items of a list are set apart by commas.
    String text(int index) {
        int type = type(index);
        if (type == ValueType.NULL) {
            return "";
        }
        return ValueType.isList(type)
                ? String.join(", ", items(index))
                : ValueText.of(bytes, type, position(index), size(index));
    }

    /// The texts of a list's items.
    List<String> items(int index) {
        return ValueText.items(bytes, type(index), position(index), size(index));
    }
}
