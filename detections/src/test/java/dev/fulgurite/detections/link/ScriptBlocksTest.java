package dev.fulgurite.detections.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScriptBlocksTest {

    @Test
    void parts_in_any_order_are_one_text_with_a_fingerprint() {
        Row block = only(part("m1", 2, 2), part("m1", 1, 2));

        assertThat(block.text("gap")).isEmpty();
        assertThat(block.number("length")).isEqualTo(20);
        assertThat(block.text("text")).isEqualTo("text 1");
        assertThat(block.text("fingerprint")).hasSize(64);
        assertThat(block.list("evidence", String.class)).containsExactly("f:1", "f:2");
    }

    @Test
    void the_same_script_has_the_same_fingerprint_on_every_host() {
        List<Row> blocks =
                new ScriptBlocks()
                        .holding(
                                List.of(
                                        part("m1", 1, 2),
                                        part("m2", 1, 2),
                                        part("m1", 2, 2),
                                        part("m2", 2, 2)));

        assertThat(blocks).extracting(block -> block.text("machine")).containsExactly("m1", "m2");
        assertThat(blocks.getFirst().text("fingerprint"))
                .isEqualTo(blocks.getLast().text("fingerprint"));
    }

    @Test
    void a_missing_part_is_named_and_there_is_no_fingerprint() {
        Row block =
                only(
                        LongStream.of(1, 2, 4, 5, 6, 7)
                                .mapToObj(n -> part("m1", n, 7))
                                .toArray(Row[]::new));

        assertThat(block.text("gap")).isEqualTo("part 3 of 7 missing");
        assertThat(block.list("missing", Long.class)).containsExactly(3L);
        assertThat(block.text("fingerprint")).isEmpty();
    }

    @Test
    void many_missing_parts_are_counted() {
        Row block = only(part("m1", 5_000_000_000L, 2));

        assertThat(block.text("gap"))
                .isEqualTo(
                        "parts 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4999999989 more"
                                + " of 5000000000 missing");
        assertThat(block.list("missing", Long.class)).hasSize(1_000);
    }

    private static Row only(Row... parts) {
        List<Row> blocks = new ScriptBlocks().holding(List.of(parts));
        assertThat(blocks).hasSize(1);
        return blocks.getFirst();
    }

    private static Row part(String machine, long part, long parts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("event", machine + part);
        row.put("at", Instant.parse("2021-11-22T09:00:00Z").plusSeconds(part % 60));
        row.put("host", machine);
        row.put("machine", machine);
        row.put("scriptBlockId", "c226e5f5");
        row.put("part", part);
        row.put("parts", parts);
        row.put("text", part == 1 ? "text 1" : "");
        row.put("length", 10L);
        row.put("hash", "hash" + part);
        row.put("path", "");
        row.put("account", "");
        row.put("processId", 77L);
        row.put("evidence", List.of("f:" + part));
        return new Row(row);
    }
}
