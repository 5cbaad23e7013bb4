package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4Test {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.0.0/16",
        "255.255.255.255, 255.255.0.0/16",
        "2001:db8::7, ''",
        "'', ''",
        "1.2.3, ''",
        "1.2.3.256, ''",
        "1.2.3.4.5, ''",
        "a.b.c.d, ''"
    })
    void a_mask_is_that_of_an_address_of_ipv4_or_nothing(String address, String mask) {
        assertThat(Ipv4.mask(address, 16)).isEqualTo(mask);
    }

    @Test
    void a_lookup_gives_a_row_for_each_range_that_holds_the_address_and_none_for_ipv6() {
        Table ranges =
                Table.of(
                        List.of("Prefix"),
                        List.of(
                                List.of("20.51.0.0/21"),
                                List.of("20.0.0.0/8"),
                                List.of("0.0.0.0/0"),
                                List.of("20.51.3.4"),
                                List.of("2603:1030::/48"),
                                List.of("nonsense/99")),
                        false);
        Table runs =
                Table.of(
                        List.of("Ip"),
                        List.of(
                                List.of("20.51.3.4"),
                                List.of("203.0.113.9"),
                                List.of("2603:1030::7")),
                        false);

        assertThat(runs.ipv4Lookup(ranges, "Ip", "Prefix").rows())
                .extracting(row -> row.text("Ip") + " " + row.text("Prefix"))
                .containsExactlyInAnyOrder(
                        "20.51.3.4 20.51.0.0/21",
                        "20.51.3.4 20.0.0.0/8",
                        "20.51.3.4 0.0.0.0/0",
                        "20.51.3.4 20.51.3.4",
                        "203.0.113.9 0.0.0.0/0");
    }
}
