package dev.fulgurite.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Tells whether bytes are UTF-8.
final class Utf8 {

    private Utf8() {}

    static boolean valid(byte[] bytes, int from, int length) {
        return ascii(bytes, from, length) || decodes(bytes, from, length);
    }

    private static boolean ascii(byte[] bytes, int from, int length) {
        int all = 0;
        for (int i = from; i < from + length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static boolean decodes(byte[] bytes, int from, int length) {
        try {
            // A fresh decoder reports what String would silently replace.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
