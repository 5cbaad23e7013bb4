package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StringsTest {

    @Test
    void split_counts_from_either_end_and_gives_nothing_out_of_range() {
        assertThat(Strings.split("/subscriptions/s1/vm", "/", 2)).isEqualTo("s1");
        assertThat(Strings.split("/subscriptions/s1/vm", "/", -1)).isEqualTo("vm");
        assertThat(Strings.split("/a/", "/", -1)).isEmpty();
        assertThat(Strings.split("a.b", ".", 0)).isEqualTo("a");
        assertThat(Strings.split("mallory", "@", 1)).isEmpty();
        assertThat(Strings.split("", "/", 0)).isEmpty();
    }

    @Test
    void extract_gives_the_first_group_of_the_first_match_or_nothing() {
        Pattern script = Pattern.compile("\\-File\\s(script[0-9]{1,9}\\.ps1)");

        assertThat(Strings.extract(script, "powershell -File script6.ps1 -File script7.ps1"))
                .isEqualTo("script6.ps1");
        assertThat(Strings.extract(script, "powershell -file script6.ps1")).isEmpty();
        assertThat(Strings.extract(script, "powershell -File  script6.ps1")).isEmpty();
    }

    @Test
    void a_hash_is_that_of_the_text_alone() {
        assertThat(Strings.sha256("World"))
                .isEqualTo("78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524");
    }

    @Test
    void a_hash_of_a_list_is_that_of_its_compact_json() {
        assertThat(Strings.sha256(List.of("GET-PROCESS", "IPCONFIG.EXE")))
                .isEqualTo("f5ced44bb26934d4086d6adf6087873b4bc0a4dc51c4a6d10676163c98a3960b");
        assertThat(Strings.sha256(List.of("Get-Service")))
                .isEqualTo("e9ce256e510f8050449f6469d5cc6e328a20072eebd8382a8f13d2e959bb5a6f");
    }

    @Test
    void some_comparisons_fold_case() {
        assertThat(Strings.equalsFolded("Wsmprovhost.exe", "wsmprovhost.EXE")).isTrue();
        assertThat(Strings.contains("WS01$", "$")).isTrue();
        assertThat(Strings.contains("C:\\WSMPROVHOST.EXE -E", "wsmprovhost.exe")).isTrue();
        assertThat(Strings.startsWith("windowsvirtualdesktop.WestEurope", "WindowsVirtualDesktop"))
                .isTrue();
        assertThat(Strings.inFolded("Bob", List.of("alice", "bob"))).isTrue();
        assertThat(Strings.inFolded("Bob", List.of("bobby"))).isFalse();
    }
}
