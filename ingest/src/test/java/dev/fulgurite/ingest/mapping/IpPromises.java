package dev.fulgurite.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

/// What is promised of any text that stands where an address should.
final class IpPromises {

    private IpPromises() {}

    /// An address has one form, which is its own.
    static void address(String text) {
        String canonical = IpText.canonical(text);
        assertThat(IpText.canonical(canonical)).isEqualTo(canonical);
    }
}
