package dev.fulgurite.detections.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PairProbabilitiesTest {

    private static final List<String> KEYS = List.of("_A", "_B", "_scope");

    @Test
    void the_published_example_is_reproduced_to_the_last_digit() throws IOException {
        JsonNode golden = golden();
        List<List<Object>> dances = new ArrayList<>();
        golden.get("input").forEach(row -> dances.add(new ArrayList<>(keys(row))));

        Table found =
                PairProbabilities.of(
                        Table.of(List.of("A", "B", "S"), dances, false), "A", "B", "S");

        JsonNode expected = golden.get("expected");
        assertThat(found.columns()).isEqualTo(PairProbabilities.COLUMNS);
        assertThat(found.rows()).hasSize(expected.size());
        for (JsonNode row : expected) {
            TableRow same =
                    found.rows().stream()
                            .filter(r -> KEYS.stream().map(r::text).toList().equals(keys(row)))
                            .findFirst()
                            .orElseThrow();
            for (String metric : PairProbabilities.COLUMNS.subList(3, 11)) {
                assertThat(same.real(metric))
                        .as(keys(row) + " " + metric)
                        .isCloseTo(row.get(metric).asDouble(), offset(5e-6));
            }
        }
    }

    private static List<String> keys(JsonNode row) {
        return KEYS.stream().map(key -> row.get(key).asString()).toList();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in =
                PairProbabilitiesTest.class.getResourceAsStream(
                        "/golden/pair-probabilities.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
