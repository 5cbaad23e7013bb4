package dev.fulgurite.generator.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/// A growing row of bytes, and the few ways of writing that exports need.
final class Bytes {

    private static final long TICKS_A_SECOND = 10_000_000;
    private static final long TICKS_A_DAY = 86_400 * TICKS_A_SECOND;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[32];
    private int length;
    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /// Takes the last byte back: a separator with nothing behind it.
    void dropLast() {
        length--;
    }

    Bytes utf8(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    Bytes raw(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Bytes raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /// As it is, which must be ASCII.
    Bytes raw(String ascii) {
        int count = ascii.length();
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    /// Within the quotes of a JSON string.
    Bytes json(String text) {
        int count = text.length();
        room(count * 6);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                utf8(c);
            } else if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c >= 0x20) {
                bytes[length++] = (byte) c;
            } else {
                control(c);
            }
        }
        return this;
    }

    private void control(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 0xF];
            }
        }
    }

    /// A cell of a CSV table, in quotes where it must be.
    Bytes csv(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length() && !quoted; i++) {
            char c = text.charAt(i);
            quoted = c == '"' || c == ',' || c == '\n' || c == '\r';
        }
        if (quoted) {
            raw('"');
        }
        room(text.length() * 3 + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                utf8(c);
                continue;
            }
            if (c == '"') {
                raw('"');
            }
            raw(c);
        }
        return quoted ? raw('"') : this;
    }

    /// Made text has no characters outside the basic plane.
    private void utf8(char c) {
        if (c >= 0x800) {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        } else {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    Bytes number(long number) {
        if (number < 0) {
            raw('-');
        }
        int digits = 1;
        for (long rest = Math.abs(number) / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits(Math.abs(number), digits);
    }

    /// An ISO time in UTC with 7 fraction digits and `Z`.
    Bytes ticks(long ticks) {
        return clock(ticks, 'T').raw('.').digits(ticks % TICKS_A_SECOND, 7).raw('Z');
    }

    /// The same with 3 fraction digits.
    Bytes milliseconds(long ticks) {
        return clock(ticks, 'T').raw('.').digits(ticks / 10_000 % 1000, 3).raw('Z');
    }

    /// Date and time to the second.
    Bytes seconds(long ticks) {
        return clock(ticks, ' ');
    }

    private Bytes clock(long ticks, char between) {
        long today = ticks / TICKS_A_DAY;
        if (today != day) {
            day = today;
            date = LocalDate.ofEpochDay(today).toString().getBytes(StandardCharsets.US_ASCII);
        }
        long second = ticks % TICKS_A_DAY / TICKS_A_SECOND;
        raw(date).raw(between).digits(second / 3600, 2).raw(':');
        return digits(second / 60 % 60, 2).raw(':').digits(second % 60, 2);
    }

    Bytes digits(long number, int count) {
        room(count);
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
