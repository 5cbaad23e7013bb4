package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/// What those who read texts inside records promise of any text whatever.
final class TextPromises {

    private TextPromises() {}

    static void contextInfo(String text) {
        assertThat(ContextInfo.read(text)).doesNotContainValue(null);
        assertThat(ContextInfo.readMessage(text)).doesNotContainValue(null);
    }

    static void engineText(String text) {
        for (boolean endsInScript : new boolean[] {true, false}) {
            assertThat(EngineText.read(text, endsInScript)).doesNotContainValue(null);
            assertThat(EngineText.readMessage(text, endsInScript)).doesNotContainValue(null);
        }
    }

    /// What is taken for a time is the same time when it is written and read again.
    static void time(String text) {
        Instant at = LogTime.parse(text);
        if (at != null) {
            assertThat(LogTime.parse(LogTime.written(at))).isEqualTo(at);
        }
    }

    static void eventXml(String text) {
        assertThat(WindowsXml.ofEvent(text)).isNotNull();
        assertThat(WindowsXml.ofData(text)).isNotNull();
    }
}
