package dev.fulgurite.ingest.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// The readers of texts inside records on any text.
class TextsFuzz {

    @FuzzTest
    void contextInfo(byte[] text) {
        TextPromises.contextInfo(string(text));
    }

    @FuzzTest
    void engineText(byte[] text) {
        TextPromises.engineText(string(text));
    }

    @FuzzTest
    void time(byte[] text) {
        TextPromises.time(string(text));
    }

    @FuzzTest
    void eventXml(byte[] text) {
        TextPromises.eventXml(string(text));
    }

    private static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
