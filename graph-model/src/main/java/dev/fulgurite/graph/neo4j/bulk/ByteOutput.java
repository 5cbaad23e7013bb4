package dev.fulgurite.graph.neo4j.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers, texts and property values as bytes, short ones short; [ByteInput] reads them back.
final class ByteOutput {

    static final byte TEXT = 1;
    static final byte NUMBER = 2;
    static final byte FRACTION = 3;
    static final byte TRUE = 4;
    static final byte FALSE = 5;
    static final byte TIME = 6;
    static final byte LIST = 7;
    static final byte NOTHING = 8;

    private static final int START = 1 << 16;

    /// The most that a value of a few bytes takes.
    private static final int SMALL = 16;

    private byte[] bytes = new byte[START];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        if (bytes.length > START * SMALL) {
            bytes = new byte[START];
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /// A number that is seldom large and never negative; a negative one takes ten bytes.
    void count(long number) {
        room(SMALL);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void time(Instant at) {
        signed(at.getEpochSecond());
        count(at.getNano());
    }

    /// @throws IllegalArgumentException when this is no value that a property can have
    void value(@Nullable Object value) {
        room(SMALL);
        switch (value) {
            case null -> tag(NOTHING);
            case String text -> {
                tag(TEXT);
                text(text);
            }
            case Boolean flag -> tag(flag ? TRUE : FALSE);
            case Long number -> number(number);
            case Integer number -> number(number);
            case Short number -> number(number);
            case Byte number -> number(number);
            case Double fraction -> fraction(fraction);
            case Float fraction -> fraction(fraction);
            case Instant at -> {
                tag(TIME);
                time(at);
            }
            case List<?> list -> {
                tag(LIST);
                count(list.size());
                list.forEach(this::value);
            }
            default ->
                    throw new IllegalArgumentException(
                            "not the value of a property: " + value.getClass().getName());
        }
    }

    void properties(Map<String, ? extends @Nullable Object> properties) {
        count(properties.size());
        properties.forEach((name, value) -> {
            text(name);
            value(value);
        });
    }

    private void number(long number) {
        tag(NUMBER);
        signed(number);
    }

    private void signed(long number) {
        count((number << 1) ^ (number >> 63));
    }

    private void fraction(double fraction) {
        tag(FRACTION);
        long bits = Double.doubleToRawLongBits(fraction);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    private void tag(byte tag) {
        bytes[size++] = tag;
    }

    private void room(int wanted) {
        if (bytes.length - size < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + wanted));
        }
    }
}
