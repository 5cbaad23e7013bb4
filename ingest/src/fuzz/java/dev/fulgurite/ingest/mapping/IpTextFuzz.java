package dev.fulgurite.ingest.mapping;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Addresses on any text.
class IpTextFuzz {

    @FuzzTest
    void address(byte[] text) {
        IpPromises.address(new String(text, StandardCharsets.UTF_8));
    }
}
