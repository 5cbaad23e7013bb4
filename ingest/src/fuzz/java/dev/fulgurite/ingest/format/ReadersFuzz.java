package dev.fulgurite.ingest.format;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Each format's reader on any bytes.
class ReadersFuzz {

    @FuzzTest
    void csv(byte[] file) {
        ReaderPromises.csv(file);
    }

    @FuzzTest
    void jsonLines(byte[] file) {
        ReaderPromises.jsonLines(file);
    }

    @FuzzTest
    void jsonDocument(byte[] file) {
        ReaderPromises.jsonDocument(file);
    }

    @FuzzTest
    void recognised(byte[] file) {
        ReaderPromises.recognised(file);
    }

    @FuzzTest
    void event(byte[] binaryXml) {
        ReaderPromises.event(binaryXml);
    }
}
