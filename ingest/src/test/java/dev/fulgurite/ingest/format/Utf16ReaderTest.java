package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16ReaderTest {

    private static final String CSV =
            "TimeGenerated,Caller\r\n1,ana\r\n2,\"Zoë\r\nof 😀\"\r\n3,日本語 and more\r\n4,bob\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void rows_have_their_place_in_the_original_bytes(String charset) {
        Readings found = Readings.of(marked(CSV, charset));

        assertThat(found.format()).isEqualTo(LogFormat.CSV);
        assertThat(found.column("Caller"))
                .containsExactly("ana", "Zoë\r\nof 😀", "日本語 and more", "bob");
        assertThat(found.records().stream().map(record -> at(found, record.place(), charset)))
                .containsExactly("1,ana", "2,\"Zoë\r\nof 😀\"", "3,日本語 and more", "4,bob");
    }

    @Test
    void json_lines_are_read_too() {
        Readings found = Readings.of(marked("{\"a\": \"ü\"}\n{\"a\": 2}\n", "UTF-16LE"));

        assertThat(found.format()).isEqualTo(LogFormat.JSONL);
        assertThat(found.column("a")).containsExactly("ü", "2");
    }

    @Test
    void a_json_document_is_read_too() {
        Readings found = Readings.of(marked("[{\"a\": \"ü\"},\n {\"a\": 2}]", "UTF-16LE"));

        assertThat(found.format()).isEqualTo(LogFormat.JSON);
        assertThat(at(found, found.records().getLast().place(), "UTF-16LE"))
                .isEqualTo("{\"a\": 2}");
    }

    @Test
    void half_a_character_costs_its_record() {
        byte[] file = marked("{\"a\": \"x\"}\n{\"a\": 2}\n", "UTF-16LE");
        file[2 + 2 * 7 + 1] = (byte) 0xD8;

        Readings found = Readings.of(file);

        assertThat(found.column("a")).containsExactly("2");
        assertThat(found.rejected()).hasSize(1);
    }

    @Test
    void a_file_that_ends_in_half_a_unit_costs_its_last_record() {
        byte[] file = marked("{\"a\": 1}\n{\"a\": 2}", "UTF-16LE");

        Readings found = Readings.of(Arrays.copyOf(file, file.length + 1));

        assertThat(found.column("a")).containsExactly("1");
        assertThat(found.rejected()).hasSize(1);
    }

    @Test
    void places_are_right_across_blocks_and_characters_of_every_length() {
        Random random = new Random(7);
        String[] characters = {"a", "é", "日", "😀"};
        StringBuilder lines = new StringBuilder("n,text\n");
        for (int i = 0; i < 3_000; i++) {
            lines.append(i).append(',');
            for (int c = random.nextInt(40); c >= 0; c--) {
                lines.append(characters[random.nextInt(characters.length)]);
            }
            lines.append('\n');
        }

        Readings found = Readings.of(marked(lines.toString(), "UTF-16LE"));

        assertThat(found.records()).hasSize(3_000);
        for (LogRecord record : found.records()) {
            assertThat(at(found, record.place(), "UTF-16LE"))
                    .isEqualTo(record.columns().text("n") + "," + record.columns().text("text"));
        }
    }

    private static byte[] marked(String text, String charset) {
        return ("\uFEFF" + text).getBytes(Charset.forName(charset));
    }

    private static String at(Readings found, Place place, String charset) {
        return new String(
                found.bytes(),
                (int) place.offset(),
                (int) place.length(),
                Charset.forName(charset));
    }
}
