package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {

    @Test
    void without_options_the_usual_graph_is_opened() {
        assertThat(LaunchOptions.parse(List.of("desktop")))
                .isEqualTo(new LaunchOptions("", "neo4j", false, ""));
    }

    @Test
    void a_value_follows_its_option_or_an_equals_sign() {
        assertThat(LaunchOptions.parse(List.of("--graph", "here", "--user=ana", "--rules", "mine")))
                .isEqualTo(new LaunchOptions("here", "ana", false, "mine"));
    }

    @Test
    void the_analysts_own_rules_are_in_force_in_the_demo_too() {
        LaunchOptions options = LaunchOptions.parse(List.of("demo", "--desktop", "--rules", "own"));
        assertThat(options.source("").rules()).isEqualTo(Path.of("own"));
    }

    @Test
    void the_demo_is_opened_as_the_launcher_asks_for_it() {
        assertThat(LaunchOptions.parse(List.of("demo", "--desktop")).demo()).isTrue();
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of("--grahp", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--grahp");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of("--graph")))
                .hasMessageContaining("--graph");
    }
}
