package dev.fulgurite.ingest.format;

import static dev.fulgurite.ingest.format.EvtxXml.attribute;
import static dev.fulgurite.ingest.format.EvtxXml.element;
import static dev.fulgurite.ingest.format.EvtxXml.gap;
import static dev.fulgurite.ingest.format.EvtxXml.nested;
import static dev.fulgurite.ingest.format.EvtxXml.number;
import static dev.fulgurite.ingest.format.EvtxXml.string;
import static dev.fulgurite.ingest.format.EvtxXml.strings;
import static dev.fulgurite.ingest.format.EvtxXml.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.format.EvtxXml.Template;
import dev.fulgurite.ingest.format.EvtxXml.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvtxReaderTest {

    @Test
    void an_event_has_the_columns_that_dumps_of_it_have() {
        Readings found = read(EvtxWriter.script(new EvtxChunkWriter(), 1492, "whoami"));

        Columns event = found.records().getFirst().columns().object("Event");
        assertThat(event.names()).containsExactly("#attributes", "System", "EventData");
        Columns system = event.object("System");
        assertThat(system.text("EventID")).isEqualTo("4104");
        assertThat(system.text("Channel")).isEqualTo("Microsoft-Windows-PowerShell/Operational");
        assertThat(system.object("Provider").object("#attributes").text("Name"))
                .isEqualTo("Microsoft-Windows-PowerShell");
        assertThat(system.object("TimeCreated").text("#attributes"))
                .isEqualTo("{\"SystemTime\":\"2026-11-18T20:31:07.1234567Z\"}");
        assertThat(event.object("EventData").names())
                .containsExactly(
                        "MessageNumber", "MessageTotal", "ScriptBlockText", "ScriptBlockId");
        assertThat(event.object("EventData").text("ScriptBlockText")).isEqualTo("whoami");
    }

    @Test
    void what_has_no_value_is_left_out_where_the_template_says_so() {
        Readings found = read(EvtxWriter.script(new EvtxChunkWriter(), 1, "a"));

        Columns system = system(found.records().getFirst());
        assertThat(system.text("Correlation")).isEmpty();
        assertThat(system.text("Security")).isEmpty();
        assertThat(system.has("Security")).isTrue();
    }

    @Test
    void a_record_s_line_is_its_event_record_id_and_its_place_its_bytes() {
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        EvtxWriter.script(chunk, 7, "a");
        int second = chunk.position();
        chunk.record(3, EvtxWriter.plainEvent(1492, element("EventData")));

        Readings found = read(chunk);

        Place place = found.all().get(1).place();
        assertThat(place.number()).isEqualTo(2);
        assertThat(place.line()).isEqualTo(1492);
        assertThat(place.offset()).isEqualTo(EvtxWriter.HEADER + second);
        assertThat(place.length()).isEqualTo(chunk.position() - second);
    }

    @Test
    void templates_and_names_are_found_again_by_later_records() {
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        for (int i = 1; i <= 50; i++) {
            EvtxWriter.script(chunk, i, "line " + i);
        }

        assertThat(scripts(read(chunk))).hasSize(50).startsWith("line 1").endsWith("line 50");
    }

    @Test
    void records_without_a_template_are_read_too() {
        Readings found =
                read(
                        new EvtxChunkWriter()
                                .record(
                                        5,
                                        EvtxWriter.plainEvent(
                                                5,
                                                element(
                                                        "EventData",
                                                        element("Data", text("one")),
                                                        element("Data", text("two"))))));

        Columns event = found.records().getFirst().columns().object("Event");
        assertThat(event.object("System").text("EventID")).isEqualTo("800");
        assertThat(event.object("EventData").object("Data").texts("#text"))
                .containsExactly("one", "two");
    }

    @Test
    void a_list_of_strings_repeats_its_element() {
        Template data = new Template(5, element("EventData", element("Data", gap(0))));
        Value strings = strings("Available", "None", "\tHostName=ServerRemoteHost");

        Readings found = read(event(nested(data, strings)));

        assertThat(data(found).object("Data").texts("#text"))
                .containsExactly("Available", "None", "\tHostName=ServerRemoteHost");
    }

    @Test
    void an_empty_string_in_a_list_keeps_its_place() {
        Template data = new Template(5, element("EventData", element("Data", gap(0))));

        Readings found = read(event(nested(data, strings("a", "", "b"))));

        assertThat(data(found).object("Data").texts("#text")).containsExactly("a", "", "b");
    }

    @Test
    void the_data_of_a_user_are_elements_in_elements() {
        Readings found =
                read(
                        event(
                                nested(
                                        element(
                                                "UserData",
                                                element(
                                                        "Shutdown",
                                                        attribute("kind", text("a & b")),
                                                        element("Reason", text("none")),
                                                        element("Reason", text("known")))))));

        Columns event = found.records().getFirst().columns().object("Event");
        assertThat(event.text("UserData"))
                .isEqualTo(
                        "{\"Shutdown\":{\"#attributes\":{\"kind\":\"a & b\"},"
                                + "\"Reason\":\"none\",\"Reason_1\":\"known\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, -2, -2",
        "4, 1, -2, 254",
        "5, 2, -2, -2",
        "8, 4, -2, 4294967294",
        "9, 8, -2, -2",
        "10, 8, -2, 18446744073709551614",
        "13, 4, 1, true",
        "13, 1, 0, false",
        "16, 8, 4, 0x4",
        "20, 4, 999, 0x3e7",
        "21, 8, -9214364837600034816, 0x8020000000000000",
        "14, 2, 256, 0001",
        "11, 4, 1069547520, 1.5",
        "17, 8, 0, 1601-01-01T00:00:00.0000000Z",
        "17, 8, -1, 0xffffffffffffffff",
        "15, 4, 1, 01000000",
        "63, 3, 1, 010000",
    })
    void values_are_written_by_their_type(int type, int size, long value, String text) {
        Template data = new Template(5, element("EventData", element("Field", gap(0))));

        Readings found = read(event(nested(data, number(type, size, value))));

        assertThat(data(found).text("Field")).isEqualTo(text);
    }

    @Test
    void identifiers_are_written_as_windows_does() {
        Template data =
                new Template(
                        5,
                        element(
                                "EventData",
                                element("Sid", gap(0)),
                                element("Guid", gap(1)),
                                element("Day", gap(2))));
        byte[] sid = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0};
        byte[] guid = {0x33, 0x22, 0x11, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        byte[] day = {(byte) 0xEA, 7, 11, 0, 3, 0, 18, 0, 20, 0, 31, 0, 7, 0, 123, 0};

        Readings found =
                read(
                        event(
                                nested(
                                        data,
                                        EvtxXml.bytes(0x13, sid),
                                        EvtxXml.bytes(0x0f, guid),
                                        EvtxXml.bytes(0x12, day))));

        assertThat(data(found).text("Sid")).isEqualTo("S-1-5-32-544");
        assertThat(data(found).text("Guid")).isEqualTo("00112233-0405-0607-0809-0A0B0C0D0E0F");
        assertThat(data(found).text("Day")).isEqualTo("2026-11-18T20:31:07.123Z");
    }

    @Test
    void characters_that_are_none_are_kept_and_escaped_in_json() {
        Readings found = read(EvtxWriter.script(new EvtxChunkWriter(), 1, "a\u0001\uD800b\"ü😀"));

        assertThat(scripts(found)).containsExactly("a\u0001\uD800b\"ü😀");
        assertThat(found.records().getFirst().columns().object("Event").text("EventData"))
                .contains("\"ScriptBlockText\":\"a\\u0001\\ud800b\\\"ü😀\",");
    }

    @Test
    void chunks_are_read_to_the_end_of_the_file_whatever_the_header_counts() {
        byte[] file =
                new EvtxWriter()
                        .chunk(EvtxWriter.script(new EvtxChunkWriter(), 1, "a"))
                        .chunk(EvtxWriter.script(new EvtxChunkWriter(), 2, "b"))
                        .bytes();
        file[42] = 0;

        assertThat(scripts(Readings.of(file))).containsExactly("a", "b");
    }

    @Test
    void a_file_with_fewer_chunks_than_its_header_counts_is_told_as_cut() {
        byte[] file =
                new EvtxWriter()
                        .chunk(EvtxWriter.script(new EvtxChunkWriter(), 1, "a"))
                        .chunk(EvtxWriter.script(new EvtxChunkWriter(), 2, "b"))
                        .bytes();

        Readings found = Readings.of(Arrays.copyOf(file, EvtxWriter.HEADER + EvtxChunkWriter.SIZE));

        assertThat(scripts(found)).containsExactly("a");
        assertThat(found.remarks())
                .containsExactly("the file is cut: its header counts 2 chunks, 1 is there in full");
        assertThat(Readings.of(file).remarks()).isEmpty();
    }

    @Test
    void a_file_whose_header_is_overwritten_is_read_and_told() {
        byte[] file =
                new EvtxWriter().chunk(EvtxWriter.script(new EvtxChunkWriter(), 1, "a")).bytes();
        Arrays.fill(file, 0, 128, (byte) 'x');

        Readings found = Readings.of(file);

        assertThat(found.format()).isEqualTo(LogFormat.EVTX);
        assertThat(scripts(found)).containsExactly("a");
        assertThat(found.rejected()).isEmpty();
        assertThat(found.remarks())
                .containsExactly("the header is damaged; all chunks were read nonetheless");
    }

    @Test
    void a_file_that_begins_with_a_chunk_is_read() {
        byte[] chunk = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();

        assertThat(scripts(Readings.of(chunk))).containsExactly("a");
    }

    @Test
    void a_chunk_with_a_wrong_checksum_is_read_and_told() {
        byte[] chunk = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();
        chunk[53]++;

        Readings found = Readings.of(new EvtxWriter().chunk(chunk).bytes());

        assertThat(scripts(found)).containsExactly("a");
        assertThat(found.remarks())
                .containsExactly("chunks with a wrong checksum, read nonetheless: 1");
    }

    @Test
    void a_chunk_with_a_damaged_signature_is_rejected_as_one() {
        byte[] damaged = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();
        damaged[0] = 'X';
        byte[] sound = EvtxWriter.script(new EvtxChunkWriter(), 2, "b").bytes();

        Readings found = Readings.of(new EvtxWriter().chunk(damaged).chunk(sound).bytes());

        assertThat(scripts(found)).containsExactly("b");
        assertThat(found.rejected()).hasSize(1);
        assertThat(found.rejected().getFirst().place())
                .isEqualTo(new Place(1, 0, EvtxWriter.HEADER, EvtxChunkWriter.SIZE));
        assertThat(found.rejected().getFirst().reason())
                .startsWith("no chunk at byte 4096: its signature");
    }

    @Test
    void a_chunk_that_does_not_stand_where_it_should_is_found() {
        byte[] first = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();
        first[0] = 'X';
        byte[] second = EvtxWriter.script(new EvtxChunkWriter(), 2, "b").bytes();

        Readings found =
                Readings.of(
                        new EvtxWriter().chunk(Arrays.copyOf(first, 1000)).chunk(second).bytes());

        assertThat(scripts(found)).containsExactly("b");
        assertThat(found.rejected().getFirst().place().length()).isEqualTo(1000);
    }

    @Test
    void chunks_that_were_set_aside_and_not_used_are_nothing() {
        byte[] used = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();

        Readings found =
                Readings.of(
                        new EvtxWriter().chunk(used).chunk(new byte[EvtxChunkWriter.SIZE]).bytes());

        assertThat(found.all()).hasSize(1);
    }

    @Test
    void a_record_that_the_file_s_end_cuts_is_rejected() {
        EvtxChunkWriter chunk = EvtxWriter.script(new EvtxChunkWriter(), 1, "a");
        int cut = chunk.position() + 40;
        EvtxWriter.script(chunk, 2, "b");
        byte[] file = new EvtxWriter().chunk(Arrays.copyOf(chunk.bytes(), cut)).bytes();

        Readings found = Readings.of(file);

        assertThat(scripts(found)).containsExactly("a");
        assertThat(found.rejected())
                .extracting(Rejected::reason)
                .containsExactly("the file ends within the chunk at byte 4096");
        assertThat(found.rejected().getFirst().place().length()).isEqualTo(40);
    }

    @Test
    void a_record_with_a_size_that_lies_costs_that_record_only() {
        EvtxChunkWriter chunk = EvtxWriter.script(new EvtxChunkWriter(), 1, "a");
        int second = chunk.position();
        EvtxWriter.script(chunk, 2, "b");
        int third = chunk.position();
        EvtxWriter.script(chunk, 3, "c");
        byte[] bytes = chunk.bytes();
        bytes[second + 5] = 0x7f;

        Readings found = Readings.of(new EvtxWriter().chunk(bytes).bytes());

        assertThat(scripts(found)).containsExactly("a", "c");
        Place lost = found.rejected().getFirst().place();
        assertThat(lost.offset()).isEqualTo(EvtxWriter.HEADER + second);
        assertThat(lost.length()).isEqualTo(third - second);
    }

    @Test
    void a_chunk_that_ends_in_a_part_of_another_gives_its_own_records() {
        EvtxChunkWriter chunk = EvtxWriter.script(new EvtxChunkWriter(), 10, "a");
        int torn = chunk.position();
        EvtxWriter.script(chunk, 11, "b");
        EvtxWriter.script(chunk, 900_000, "of another");
        byte[] bytes = chunk.bytes();
        bytes[torn] = 0;

        Readings found = Readings.of(new EvtxWriter().chunk(bytes).bytes());

        assertThat(scripts(found)).containsExactly("a");
        assertThat(found.rejected()).isEmpty();
        assertThat(found.remarks()).anyMatch(remark -> remark.contains("parts of others"));
    }

    @Test
    void slack_is_not_read() {
        assertThat(scripts(Readings.of(EvtxWriter.withSlack()))).containsExactly("live");
    }

    @Test
    void records_in_slack_are_recovered_on_request_and_marked() {
        Readings found = Readings.recovering(EvtxWriter.withSlack());

        assertThat(scripts(found)).containsExactly("live", "old");
        assertThat(found.column("recovered")).containsExactly("", "true");
        assertThat(found.remarks())
                .containsExactly("records recovered from unused space: 1, not readable there: 0");
    }

    @Test
    void a_record_in_slack_whose_template_is_overwritten_is_read_by_another_of_the_same_id() {
        EvtxChunkWriter old = EvtxWriter.script(new EvtxChunkWriter(), 1, "x".repeat(1_000));
        int end = old.position();
        EvtxWriter.script(old, 2, "old");
        byte[] slack = old.bytes();
        EvtxChunkWriter newer = new EvtxChunkWriter();
        newer.record(8, EvtxWriter.plainEvent(8, element("EventData")));
        byte[] live = EvtxWriter.script(newer, 9, "live").bytes();
        System.arraycopy(slack, end, live, end, live.length - end);

        assertThat(scripts(Readings.recovering(new EvtxWriter().chunk(live).bytes())))
                .containsExactly("", "live", "old");
    }

    @Test
    void records_of_a_chunk_with_a_damaged_signature_are_recovered_on_request() {
        byte[] damaged = EvtxWriter.script(new EvtxChunkWriter(), 1, "a").bytes();
        damaged[0] = 'X';

        Readings found = Readings.recovering(new EvtxWriter().chunk(damaged).bytes());

        assertThat(scripts(found)).containsExactly("a");
    }

    @Test
    void values_that_unfold_without_end_are_rejected() {
        Template twice =
                new Template(
                        9,
                        element(
                                "a", gap(0), gap(0), gap(0), gap(0), gap(0), gap(0), gap(0),
                                gap(0)));
        Value bomb = string("x".repeat(1000));
        for (int i = 0; i < 6; i++) {
            bomb = nested(twice, bomb);
        }

        Readings found = read(event(bomb));

        assertThat(found.records()).isEmpty();
        assertThat(found.rejected().getFirst().reason())
                .isEqualTo(
                        "the record is not readable: it unfolds to more than any event can hold");
    }

    @Test
    void values_that_lie_too_deep_in_each_other_are_rejected() {
        Template one = new Template(9, element("a", gap(0)));
        Value deep = string("x");
        for (int i = 0; i < 20; i++) {
            deep = nested(one, deep);
        }

        assertThat(read(event(deep)).rejected().getFirst().reason()).contains("deeper than");
    }

    @Test
    void many_members_of_one_name_are_told_apart_in_time() {
        EvtxXml[] many = new EvtxXml[2_000];
        Arrays.fill(many, element("x"));

        Readings found = read(event(nested(element("UserData", many))));

        Columns data = found.records().getFirst().columns().object("Event").object("UserData");
        assertThat(data.names()).hasSize(2_000).contains("x", "x_1", "x_1999");
    }

    private static EvtxChunkWriter event(Value data) {
        return EvtxWriter.event(new EvtxChunkWriter(), 1, 1, data);
    }

    private static Readings read(EvtxChunkWriter chunk) {
        return Readings.of(new EvtxWriter().chunk(chunk).bytes());
    }

    private static Columns system(LogRecord record) {
        return record.columns().object("Event").object("System");
    }

    private static Columns data(Readings found) {
        return found.records().getFirst().columns().object("Event").object("EventData");
    }

    private static List<String> scripts(Readings found) {
        return found.records().stream()
                .map(record -> record.columns().object("Event").object("EventData"))
                .map(data -> data.text("ScriptBlockText"))
                .toList();
    }
}
