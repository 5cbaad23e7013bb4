package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamicTest {

    @Test
    void members_and_elements_that_are_not_there_are_null_and_read_as_no_text() {
        Object parsed =
                Dynamic.parse("{\"scope\": \"/a\", \"list\": [1, \"b\", null], \"n\": 2.5}");

        assertThat(Dynamic.member(parsed, "scope")).isEqualTo("/a");
        assertThat(Dynamic.member(parsed, "n")).isEqualTo(2.5);
        assertThat(Dynamic.member(parsed, "none")).isNull();
        assertThat(Dynamic.element(Dynamic.member(parsed, "list"), 0)).isEqualTo(1L);
        assertThat(Dynamic.element(Dynamic.member(parsed, "list"), -2)).isEqualTo("b");
        assertThat(Dynamic.element(Dynamic.member(parsed, "list"), 3)).isNull();
        assertThat(Dynamic.text(Dynamic.member(Dynamic.parse("no json"), "scope"))).isEmpty();
    }

    @Test
    void text_that_is_no_json_is_the_value() {
        assertThat(Dynamic.parse("no json")).isEqualTo("no json");
        assertThat(Dynamic.parse("{broken")).isEqualTo("{broken");
        assertThat(Dynamic.parse("")).isNull();
    }

    @Test
    void a_list_as_text_is_compact_json_with_the_fewest_escapes() {
        assertThat(Dynamic.text(List.of("a\\b", "Say \"hi\"", "é/<>", "\t\u0001")))
                .isEqualTo("[\"a\\\\b\",\"Say \\\"hi\\\"\",\"é/<>\",\"\\t\\u0001\"]");
        assertThat(Dynamic.text(Map.of("vm1", "rg1"))).isEqualTo("{\"vm1\":\"rg1\"}");
        assertThat(Dynamic.text(Dynamic.parse("[true, null, 1, [], {}]")))
                .isEqualTo("[true,null,1,[],{}]");
        assertThat(Dynamic.text(List.of())).isEqualTo("[]");
        assertThat(Dynamic.text("plain")).isEqualTo("plain");
        assertThat(Dynamic.text(null)).isEmpty();
    }
}
