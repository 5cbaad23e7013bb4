package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The sentence that an alert is titled with.
class SentenceTest {

    @Test
    void one_whose_first_word_the_logs_do_not_have_says_so() {
        Row row = Row.of(Map.of("Caller", "", "Script", "script7.ps1", "story", ""));

        assertThat(Sentence.fill("{Caller} ran {Script}{story}", row))
                .isEqualTo("unknown ran script7.ps1");
    }
}
