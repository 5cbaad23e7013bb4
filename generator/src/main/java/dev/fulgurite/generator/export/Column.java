package dev.fulgurite.generator.export;

import java.nio.charset.StandardCharsets;

/// A column of a table.
final class Column {

    private final String name;
    private final byte[] key;

    private Column(String name) {
        this.name = name;
        key = ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    static Column of(String name) {
        return new Column(name);
    }

    String name() {
        return name;
    }

    /// Its name as JSON writes it before a value.
    void writeKey(Bytes to) {
        to.raw(key);
    }
}
