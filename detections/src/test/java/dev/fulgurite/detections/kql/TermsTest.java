package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "[\"Started\"|\"Accepted\"|\"Succeeded\"], Succeeded, true",
                "[\"Start\"|\"Success\"], Succeeded, false",
                "[\"Succeeded\"], Success, false",
                "MICROSOFT.COMPUTE/VIRTUALMACHINES/RUNCOMMANDS/WRITE,"
                        + " microsoft.compute/virtualmachines/runcommand/action, false",
                "MICROSOFT.COMPUTE/VIRTUALMACHINESCALESETS/X,"
                        + " microsoft.compute/virtualmachines, false",
                "MICROSOFT.COMPUTE/VIRTUALMACHINES/EXTENSIONS/WRITE,"
                        + " microsoft.compute/virtualmachines, true",
                "winrm va_1_contoso_alice, winrm va_, true",
                "powershell -FileName x, -File, false",
                "powershell -file x, -File, true",
                "xFile -File, File, true",
                "größe, größe, true",
                "'', a, false"
            })
    void has_finds_whole_terms_in_any_case(String value, String sought, boolean found) {
        assertThat(Terms.has(value, sought)).isEqualTo(found);
    }

    @Test
    void a_dynamic_value_is_searched_as_its_json() {
        assertThat(Terms.has(List.of("Start", "Success"), "Success")).isTrue();
        assertThat(Terms.has(List.of("Start", "Success"), "Succeeded")).isFalse();
        assertThat(Terms.has(null, "Success")).isFalse();
    }

    @Test
    void has_any_needs_one_of_several() {
        assertThat(Terms.hasAny("Start Success", "Succeeded", "Success")).isTrue();
        assertThat(Terms.hasAny("Start", "Succeeded", "Success")).isFalse();
    }
}
