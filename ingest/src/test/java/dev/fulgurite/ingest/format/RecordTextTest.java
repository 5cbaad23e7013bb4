package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordTextTest {

    @Test
    void a_record_of_an_event_log_is_shown_as_json_by_its_offset() throws IOException {
        EvtxChunkWriter chunk = EvtxWriter.script(new EvtxChunkWriter(), 1, "first");
        EvtxWriter.script(chunk, 2, "a\u0007\u001b[2J");
        byte[] file = new EvtxWriter().chunk(chunk).bytes();
        long second = Readings.of(file).records().getLast().place().offset();

        Map<Long, String> shown = RecordText.at(Set.of(second, 5L), new ByteArrayInputStream(file));

        assertThat(RecordText.isNeeded(file)).isTrue();
        assertThat(shown).containsOnlyKeys(second);
        assertThat(shown.get(second))
                .startsWith("{\"Event\":{\"#attributes\":")
                .contains("\"EventRecordID\":2")
                .contains("\"ScriptBlockText\":\"a\\u0007\\u001b[2J\"")
                .endsWith("}}}");
    }

    @Test
    void a_record_that_is_not_readable_is_shown_with_the_reason() throws IOException {
        EvtxChunkWriter chunk = new EvtxChunkWriter().record(1, () -> {});
        byte[] file = new EvtxWriter().chunk(chunk).bytes();
        long offset = Readings.of(file).all().getFirst().place().offset();

        assertThat(RecordText.at(Set.of(offset), new ByteArrayInputStream(file)).get(offset))
                .startsWith("the record is not readable");
    }

    @Test
    void text_needs_no_showing() {
        assertThat(
                        RecordText.isNeeded(
                                "{\"a\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }
}
