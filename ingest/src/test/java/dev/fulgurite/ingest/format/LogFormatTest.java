package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.format.LogFormat.Recognition;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n \n",
                "Dear Sir, hello\n\nI write to you, as ever.\n",
                "# A heading\n\nSome text, and more.\n",
                "{% block content %}\n",
                "{ margin: 0 }\n",
                "[section]\nkey = value\n",
                "[1, 2, 3]",
                "<?xml version=\"1.0\"?>\n<a/>",
                "one\ntwo\nthree\n",
            })
    void what_is_no_log_is_unknown_with_a_reason(String text) {
        Recognition found = recognise(text);

        assertThat(found.format()).isEqualTo(LogFormat.UNKNOWN);
        assertThat(found.reason()).isNotEmpty();
    }

    @Test
    void an_archive_that_is_not_unpacked_is_told_as_one() {
        String tar = "PT1H.json" + "\0".repeat(248) + "ustar\00000" + "\0".repeat(247) + "{}\n";

        assertThat(recognise(tar).reason()).isEqualTo("a tar archive: unpack it first");
        assertThat(recognise("BZh91AY&SY").reason()).contains("unpack it first");
    }

    @Test
    void a_windows_event_log_is_known_by_its_first_bytes_and_by_those_of_a_chunk() {
        assertThat(recognise("ElfFile\0\0").format()).isEqualTo(LogFormat.EVTX);
        assertThat(recognise("ElfChnk\0\0").format()).isEqualTo(LogFormat.EVTX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,age\nbob,3\n",
                "TimeGenerated,Caller\n",
                "Timestamp,DeviceName,ActionType\n\"broken\n",
                "$table,TimeGenerated [UTC],Type\nAzureActivity,1,2",
            })
    void a_header_and_rows_of_its_width_are_csv(String text) {
        assertThat(recognise(text).format()).isEqualTo(LogFormat.CSV);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}",
                "{\"a\": {\"b\": 1}}\n{\"a\": 2}\n",
                "{\"a\": 1,\n{\"a\": 2}\n",
                "{\"a\": \"cut\n{\"a\": 2}\n",
            })
    void objects_line_by_line_are_json_lines(String text) {
        assertThat(recognise(text).format()).isEqualTo(LogFormat.JSONL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"a\": 1}]",
                "{\n  \"a\": 1\n}",
                "{\"a\":\n{\"b\": 1}}",
                "{\"records\": [\n{\"a\": 1}]}",
                "{\"records\": [{\"a\": 1},\n{\"a\": 2}]}",
                "{\"records\": [",
            })
    void objects_over_several_lines_are_a_document(String text) {
        assertThat(recognise(text).format()).isEqualTo(LogFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Event xmlns='http://x'><System/></Event>|XML: of Windows events export the log itself (EVTX), or JSON",
                "<?xml version='1.0'?>|XML: of Windows events export the log itself (EVTX), or JSON",
                "<13>Nov 22 10:00:00 host app: {\"a\": 1}|lines with something before their JSON: cut that off",
            })
    void what_is_no_export_is_told_with_what_to_do(String text, String reason) {
        assertThat(recognise(text)).isEqualTo(new Recognition(LogFormat.UNKNOWN, reason));
    }

    private static Recognition recognise(String text) {
        return LogFormat.recognise(text.getBytes(StandardCharsets.UTF_8));
    }
}
