package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class WindowsXmlTest {

    private static final String DOCTYPE = "<!DOCTYPE d [<!ENTITY a \"b\">]>";

    @Test
    void named_and_unnamed_data_are_read() {
        WindowsXml xml =
                WindowsXml.ofData(
                        "<EventData xmlns='x'><Data Name='a'>1 &lt; 2</Data><Data>one</Data>"
                                + "<Data Name='b'/><Data><![CDATA[<two>]]></Data></EventData>");

        assertThat(xml.problem()).isEmpty();
        assertThat(xml.data()).containsOnly(entry("a", "1 < 2"), entry("b", ""));
        assertThat(xml.unnamed()).containsExactly("one", "<two>");
    }

    @Test
    void the_elements_of_a_provider_are_its_data() {
        WindowsXml xml =
                WindowsXml.ofData("<UserData><EventXML><Who>a</Who><To/></EventXML></UserData>");

        assertThat(xml.data()).containsOnly(entry("Who", "a"), entry("To", ""));
    }

    @Test
    void parameters_without_a_root_are_read_in_order() {
        assertThat(WindowsXml.ofData("<Param>a</Param><Param>b</Param>").unnamed())
                .containsExactly("a", "b");
    }

    @Test
    void of_several_events_the_first_is_read() {
        String one = "<Event><System><EventRecordID>%d</EventRecordID></System></Event>";

        assertThat(WindowsXml.ofEvent(one.formatted(1) + one.formatted(2)).system("EventRecordID"))
                .isEqualTo("1");
    }

    @Test
    void document_types_and_entities_are_refused() {
        assertThat(WindowsXml.ofEvent(DOCTYPE + "<Event>&a;</Event>").problem()).isNotEmpty();
        assertThat(WindowsXml.ofEvent(DOCTYPE + "<Event/>").problem()).isNotEmpty();
        assertThat(WindowsXml.ofData("<EventData><Data>&xxe;</Data></EventData>").problem())
                .isNotEmpty();
    }

    @Test
    void very_deep_or_large_texts_are_refused() {
        assertThat(WindowsXml.ofData("<a>".repeat(50)).problem()).isEqualTo("too many elements");
        assertThat(WindowsXml.ofData("<Data/>".repeat(20_000)).problem())
                .isEqualTo("too many elements");
        assertThat(WindowsXml.ofData("<Data>" + "x".repeat(5_000_000)).problem())
                .startsWith("longer than");
    }

    @Test
    void what_is_no_xml_is_not_read() {
        assertThat(WindowsXml.ofData("{\"a\": 1}")).isEqualTo(WindowsXml.NONE);
        assertThat(WindowsXml.ofData("")).isEqualTo(WindowsXml.NONE);
    }
}
