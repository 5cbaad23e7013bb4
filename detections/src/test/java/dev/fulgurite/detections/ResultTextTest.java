package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultTextTest {

    @Test
    void every_value_comes_back_as_what_it_was_and_in_its_order() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("zulu", Instant.parse("2021-11-22T09:00:00.1234567Z"));
        values.put("text", "\u00e9 \ud83d\ude00 \u0000 \"'");
        values.put("instant", "not a time");
        values.put("number", Long.MAX_VALUE);
        values.put("whole", 2.0);
        values.put("flag", false);
        values.put("none", null);
        values.put("list", Arrays.asList("a", null, 1L, Instant.EPOCH, List.of()));
        values.put("map", Map.of("instant", "2021", "map", Map.of("at", Instant.EPOCH)));
        DetectionResult result = result(Row.of(values), new Completeness.FirstOf(1, 7));

        ResultText.Kept kept = ResultText.read(ResultText.of(result).orElseThrow());

        assertThat(kept.rows()).isEqualTo(result.rows());
        assertThat(kept.rows().getFirst().columns()).isEqualTo(List.copyOf(values.keySet()));
        assertThat(kept.completeness()).isEqualTo(result.completeness());
        assertThat(kept.columns()).containsExactly("column");
    }

    @Test
    void blindness_comes_back_with_its_reasons() {
        Completeness blind = new Completeness.Blind(List.of("no AzureActivity", "a gap"));

        assertThat(ResultText.read(ResultText.of(result(blind)).orElseThrow()).completeness())
                .isEqualTo(blind);
    }

    @Test
    void what_is_not_whole_or_not_text_numbers_and_times_is_not_written() {
        Node node = new Node(new NodeRef("Host", "h"), Map.of());

        assertThat(ResultText.of(result(new Completeness.TimedOut()))).isEmpty();
        assertThat(ResultText.of(result(new Row(Map.of("n", node)), new Completeness.Complete())))
                .isEmpty();
        assertThat(
                        ResultText.of(
                                result(new Row(Map.of("n", 0.0 / 0)), new Completeness.Complete())))
                .isEmpty();
    }

    private static DetectionResult result(Completeness completeness) {
        return result(new Row(Map.of()), completeness);
    }

    private static DetectionResult result(Row row, Completeness completeness) {
        return new DetectionResult(
                "r",
                Mode.LINKED,
                List.of("column"),
                List.of(row),
                completeness,
                List.of(),
                List.of());
    }
}
