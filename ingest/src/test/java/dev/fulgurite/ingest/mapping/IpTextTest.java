package dev.fulgurite.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.10, 203.0.113.10",
        "' 203.0.113.10 ', 203.0.113.10",
        "203.0.113.10:4711, 203.0.113.10",
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "2001:db8::7, 2001:db8::7",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:0:0:1:0:0:1:1, 2001::1:0:0:1:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "[2001:DB8::7]:443, 2001:db8::7",
        "fe80::1%eth0, fe80::1",
        "::1, ::1",
        "::, ::",
        "1::, 1::",
        "::ffff:203.0.113.10, 203.0.113.10",
    })
    void an_address_has_one_form(String written, String canonical) {
        assertThat(IpText.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "not an address",
                "10.1",
                "1",
                "203.0.113",
                "203.0.113.256",
                "203.0.113.0/24",
                "203.0.113.1-203.0.113.9",
                "2001:db8::/32",
                "2001:db8:::7",
                "[2001:db8::7",
                "localhost",
                "contoso.com:443",
            })
    void what_is_no_single_address_is_none(String written) {
        assertThat(IpText.canonical(written)).isEmpty();
    }
}
