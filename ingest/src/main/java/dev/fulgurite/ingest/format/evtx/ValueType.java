package dev.fulgurite.ingest.format.evtx;

/// The types of values in binary XML.
final class ValueType {

    static final int NULL = 0x00;
    static final int STRING = 0x01;
    static final int ANSI_STRING = 0x02;
    static final int INT_8 = 0x03;
    static final int UINT_8 = 0x04;
    static final int INT_16 = 0x05;
    static final int UINT_16 = 0x06;
    static final int INT_32 = 0x07;
    static final int UINT_32 = 0x08;
    static final int INT_64 = 0x09;
    static final int UINT_64 = 0x0a;
    static final int REAL_32 = 0x0b;
    static final int REAL_64 = 0x0c;
    static final int BOOLEAN = 0x0d;
    static final int BINARY = 0x0e;
    static final int GUID = 0x0f;
    static final int SIZE = 0x10;
    static final int FILE_TIME = 0x11;
    static final int SYSTEM_TIME = 0x12;
    static final int SID = 0x13;
    static final int HEX_INT_32 = 0x14;
    static final int HEX_INT_64 = 0x15;
    static final int BINARY_XML = 0x21;

    private static final int LIST = 0x80;

    private ValueType() {}

    static boolean isList(int type) {
        return (type & LIST) != 0;
    }

    static int ofItems(int type) {
        return type & ~LIST;
    }

    /// How many bytes an item of a list takes, when all take as many.
    static int itemSize(int itemType, int listSize) {
        return switch (itemType) {
            case INT_8, UINT_8 -> 1;
            case INT_16, UINT_16 -> 2;
            case INT_32, UINT_32, REAL_32, BOOLEAN, HEX_INT_32 -> 4;
            case INT_64, UINT_64, REAL_64, FILE_TIME, HEX_INT_64, SIZE -> 8;
            case GUID, SYSTEM_TIME -> 16;
            default -> Math.max(1, listSize);
        };
    }

    /// Whether JSON writes such a value without quotes.
    static boolean isJsonNumber(int type) {
        return (type >= INT_8 && type <= UINT_64) || type == BOOLEAN;
    }
}
