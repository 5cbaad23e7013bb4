package dev.fulgurite.ingest.format.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Values as text. One whose size does not fit its type is shown as its bytes in hex.
final class ValueText {

    private static final VarHandle SHORT = little(short[].class);
    private static final VarHandle INT = little(int[].class);
    private static final VarHandle LONG = little(long[].class);
    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final long TICKS = 10_000_000;
    private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;
    private static final long SECONDS_A_DAY = 86_400;

    private ValueText() {}

    static String of(byte[] bytes, int type, int at, int size) {
        return switch (type) {
            case ValueType.NULL -> "";
            case ValueType.STRING -> utf16(bytes, at, size / 2);
            case ValueType.ANSI_STRING -> ansi(bytes, at, size);
            case ValueType.GUID -> size == 16 ? guid(bytes, at) : hex(bytes, at, size);
            case ValueType.SYSTEM_TIME -> size == 16 ? systemTime(bytes, at) : hex(bytes, at, size);
            case ValueType.SID -> sid(bytes, at, size);
            default -> sized(bytes, type, at, size);
        };
    }

    /// Numbers, of 1, 2, 4 or 8 bytes whatever their type says.
    private static String sized(byte[] bytes, int type, int at, int size) {
        if (size != 1 && size != 2 && size != 4 && size != 8) {
            return hex(bytes, at, size);
        }
        return switch (type) {
            case ValueType.INT_8, ValueType.INT_16, ValueType.INT_32, ValueType.INT_64 ->
                    Long.toString(signed(bytes, at, size));
            case ValueType.UINT_8, ValueType.UINT_16, ValueType.UINT_32, ValueType.UINT_64 ->
                    Long.toUnsignedString(unsigned(bytes, at, size));
            case ValueType.HEX_INT_32, ValueType.HEX_INT_64, ValueType.SIZE ->
                    "0x" + Long.toHexString(unsigned(bytes, at, size));
            case ValueType.BOOLEAN -> unsigned(bytes, at, size) == 0 ? "false" : "true";
            case ValueType.REAL_32, ValueType.REAL_64 -> real(bytes, at, size);
            case ValueType.FILE_TIME -> size == 8 ? fileTime(bytes, at) : hex(bytes, at, size);
            default -> hex(bytes, at, size);
        };
    }

    /// The items of a list; those of a list of strings end at zero characters.
    static List<String> items(byte[] bytes, int listType, int at, int size) {
        int type = ValueType.ofItems(listType);
        List<String> items = new ArrayList<>();
        for (int from = at; from < at + size; ) {
            int length = itemLength(bytes, type, from, at + size, size);
            items.add(of(bytes, type, from, length));
            from += length + terminator(type);
        }
        return items;
    }

    /// How many items [#items] gives.
    static int itemCount(byte[] bytes, int listType, int at, int size) {
        int type = ValueType.ofItems(listType);
        int count = 0;
        for (int from = at; from < at + size; count++) {
            from += itemLength(bytes, type, from, at + size, size) + terminator(type);
        }
        return count;
    }

    private static int itemLength(byte[] bytes, int type, int from, int end, int listSize) {
        int width = terminator(type);
        if (width == 0) {
            return Math.min(ValueType.itemSize(type, listSize), end - from);
        }
        int at = from;
        while (at + width <= end && !isZero(bytes, at, width)) {
            at += width;
        }
        return at - from;
    }

    private static int terminator(int type) {
        return switch (type) {
            case ValueType.STRING -> 2;
            case ValueType.ANSI_STRING -> 1;
            default -> 0;
        };
    }

    private static boolean isZero(byte[] bytes, int at, int width) {
        return bytes[at] == 0 && (width == 1 || bytes[at + 1] == 0);
    }

    /// UTF-16 as it stands, a lone half of a character too, without zeros at its end.
    static String utf16(byte[] bytes, int at, int characters) {
        int length = characters;
        while (length > 0 && isZero(bytes, at + 2 * length - 2, 2)) {
            length--;
        }
        byte[] narrow = new byte[length];
        int wide = 0;
        for (int i = 0, from = at; i < length; i++, from += 2) {
            narrow[i] = bytes[from];
            wide |= bytes[from + 1];
        }
        if (wide == 0) {
            return new String(narrow, StandardCharsets.ISO_8859_1);
        }
        char[] all = new char[length];
        for (int i = 0; i < length; i++) {
            all[i] = (char) (short) SHORT.get(bytes, at + 2 * i);
        }
        return new String(all);
    }

    private static String ansi(byte[] bytes, int at, int size) {
        int length = size;
        while (length > 0 && bytes[at + length - 1] == 0) {
            length--;
        }
        return new String(bytes, at, length, ANSI);
    }

    static long unsigned(byte[] bytes, int at, int size) {
        return switch (size) {
            case 1 -> bytes[at] & 0xFF;
            case 2 -> (short) SHORT.get(bytes, at) & 0xFFFF;
            case 4 -> (int) INT.get(bytes, at) & 0xFFFF_FFFFL;
            default -> (long) LONG.get(bytes, at);
        };
    }

    private static long signed(byte[] bytes, int at, int size) {
        int shift = 64 - 8 * size;
        return unsigned(bytes, at, size) << shift >> shift;
    }

    private static String real(byte[] bytes, int at, int size) {
        return switch (size) {
            case 4 -> Float.toString(Float.intBitsToFloat((int) INT.get(bytes, at)));
            case 8 -> Double.toString(Double.longBitsToDouble((long) LONG.get(bytes, at)));
            default -> hex(bytes, at, size);
        };
    }

    private static String guid(byte[] bytes, int at) {
        String plain =
                HEX.toHexDigits((int) INT.get(bytes, at))
                        + HEX.toHexDigits((short) SHORT.get(bytes, at + 4))
                        + HEX.toHexDigits((short) SHORT.get(bytes, at + 6))
                        + HEX.formatHex(bytes, at + 8, at + 16);
        return plain.substring(0, 8)
                + '-'
                + plain.substring(8, 12)
                + '-'
                + plain.substring(12, 16)
                + '-'
                + plain.substring(16, 20)
                + '-'
                + plain.substring(20);
    }

    private static String sid(byte[] bytes, int at, int size) {
        int authorities = size < 8 ? -1 : bytes[at + 1] & 0xFF;
        if (size != 8 + 4 * authorities) {
            return hex(bytes, at, size);
        }
        StringBuilder text = new StringBuilder("S-").append(bytes[at] & 0xFF).append('-');
        long first = 0;
        for (int i = 2; i < 8; i++) {
            first = first << 8 | (bytes[at + i] & 0xFF);
        }
        text.append(first);
        for (int i = 0; i < authorities; i++) {
            text.append('-').append(unsigned(bytes, at + 8 + 4 * i, 4));
        }
        return text.toString();
    }

    /// In UTC with all seven digits; a count below zero, which is no time, in hex.
    private static String fileTime(byte[] bytes, int at) {
        long ticks = (long) LONG.get(bytes, at);
        if (ticks < 0) {
            return "0x" + Long.toHexString(ticks);
        }
        long seconds = ticks / TICKS - SECONDS_1601_TO_1970;
        String day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY)).toString();
        int second = (int) Math.floorMod(seconds, SECONDS_A_DAY);
        StringBuilder text = new StringBuilder(28).append(day).append('T');
        clock(text, second / 3600, second / 60 % 60, second % 60);
        digits(text.append('.'), (int) (ticks % TICKS), 1_000_000);
        return text.append('Z').toString();
    }

    private static String systemTime(byte[] bytes, int at) {
        StringBuilder text = new StringBuilder(24);
        digits(text, part(bytes, at, 0), 1000);
        digits(text.append('-'), part(bytes, at, 1), 10);
        digits(text.append('-'), part(bytes, at, 3), 10);
        text.append('T');
        clock(text, part(bytes, at, 4), part(bytes, at, 5), part(bytes, at, 6));
        digits(text.append('.'), part(bytes, at, 7), 100);
        return text.append('Z').toString();
    }

    private static int part(byte[] bytes, int at, int index) {
        return (short) SHORT.get(bytes, at + 2 * index) & 0xFFFF;
    }

    private static void clock(StringBuilder text, int hour, int minute, int second) {
        digits(text, hour, 10);
        digits(text.append(':'), minute, 10);
        digits(text.append(':'), second, 10);
    }

    /// A number with zeros in front, down from the place of this power of ten.
    private static void digits(StringBuilder text, int number, int power) {
        if (number / 10 >= power) {
            text.append(number);
            return;
        }
        for (int place = power; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }

    private static String hex(byte[] bytes, int at, int size) {
        return HEX.formatHex(bytes, at, at + size);
    }

    private static VarHandle little(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
