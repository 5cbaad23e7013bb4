package dev.fulgurite.detections.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.RefusedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    private static final String TAGS =
            """
            {"changeNumber": 1, "cloud": "Public", "values": [
              {"name": "WindowsVirtualDesktop", "properties": {"addressPrefixes":
                ["20.51.0.0/21", "2603:1030::/48"]}},
              {"name": "AzureCloud", "properties": {"addressPrefixes":
                ["20.48.0.0/12", "20.51.0.0/21", "2603:1000::/24"]}}]}
            """;

    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tags.json"), text);
    }

    @Test
    void an_address_has_all_its_ranges_the_smallest_first() throws IOException {
        AddressRanges ranges = AddressRanges.of(file(TAGS).toString());

        assertThat(ranges.containing("20.51.3.4"))
                .extracting(range -> range.tag() + " " + range.prefix())
                .containsExactly(
                        "WindowsVirtualDesktop 20.51.0.0/21",
                        "AzureCloud 20.51.0.0/21",
                        "AzureCloud 20.48.0.0/12");
        assertThat(ranges.containing("20.51.8.0"))
                .extracting(AddressRange::prefix)
                .containsExactly("20.48.0.0/12");
        assertThat(ranges.containing("203.0.113.9")).isEmpty();
    }

    @Test
    void an_address_of_six_has_ranges_too() throws IOException {
        assertThat(AddressRanges.of(file(TAGS).toString()).containing("2603:1030::7"))
                .extracting(AddressRange::prefix)
                .containsExactly("2603:1030::/48", "2603:1000::/24");
    }

    @Test
    void ranges_may_be_given_without_a_file() {
        AddressRanges ranges = AddressRanges.of("198.51.100.7, 10.0.0.9/8, ::/0");

        assertThat(ranges.containing("198.51.100.7"))
                .containsExactly(new AddressRange(AddressRanges.NAMELESS, "198.51.100.7", 32));
        assertThat(ranges.containing("10.200.0.1"))
                .extracting(AddressRange::prefix)
                .containsExactly("10.0.0.9/8");
        assertThat(ranges.containing("2001:db8::1"))
                .extracting(AddressRange::prefix)
                .containsExactly("::/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contoso.com", "1", "10.0.0", "10.0.0.256", "20.51.0.0/21"})
    void what_is_no_address_is_in_no_range(String text) {
        assertThat(AddressRanges.of("0.0.0.0/0, ::/0").containing(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | it is not JSON",
                "{\"cloud\": \"Public\"} | no list 'values'",
                "{\"values\": [{\"name\": \"A\"}]} | number 1 of its values lacks",
                "{\"values\": [{\"name\": \"A\", \"properties\": {\"addressPrefixes\": [\"10.0.0.0/33\"]}}]}"
                        + " | '10.0.0.0/33' under A is no range",
            })
    void a_file_that_is_no_list_of_ranges_is_refused_with_its_name_and_the_reason(
            String text, String reason) throws IOException {
        String file = file(text).toString();

        assertThatThrownBy(() -> AddressRanges.of(file))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining(file)
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> AddressRanges.of("10.0.0.0/8, 10.0.0.0/99"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("there is no such file");
    }
}
