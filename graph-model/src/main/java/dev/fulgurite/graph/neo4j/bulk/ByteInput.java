package dev.fulgurite.graph.neo4j.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what [ByteOutput] wrote.
final class ByteInput {

    private byte[] bytes = {};
    private int at;

    /// Reads these bytes, from the first.
    void over(byte[] block) {
        bytes = block;
        at = 0;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    long count() {
        long number = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            number |= (next & 0x7fL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | (long) next << shift;
    }

    String text() {
        int length = (int) count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    Instant time() {
        long second = signed();
        return Instant.ofEpochSecond(second, count());
    }

    @Nullable Object value() {
        return switch (bytes[at++]) {
            case ByteOutput.NOTHING -> null;
            case ByteOutput.TEXT -> text();
            case ByteOutput.NUMBER -> signed();
            case ByteOutput.FRACTION -> fraction();
            case ByteOutput.TRUE -> true;
            case ByteOutput.FALSE -> false;
            case ByteOutput.TIME -> time();
            case ByteOutput.LIST -> list();
            default -> throw new IllegalStateException("no value begins at byte " + (at - 1));
        };
    }

    Map<String, @Nullable Object> properties() {
        int size = (int) count();
        Map<String, @Nullable Object> properties = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            properties.put(text(), value());
        }
        return properties;
    }

    private List<@Nullable Object> list() {
        int size = (int) count();
        List<@Nullable Object> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(value());
        }
        return items;
    }

    private long signed() {
        long folded = count();
        return (folded >>> 1) ^ -(folded & 1);
    }

    private double fraction() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (bytes[at++] & 0xffL) << shift;
        }
        return Double.longBitsToDouble(bits);
    }
}
