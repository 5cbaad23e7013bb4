package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The promise of evidence: the bytes at a record's place are that record again.
class PlaceTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/records"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_bytes_at_a_place_are_the_record_again(Path file) throws IOException {
        Readings readings = Readings.of(Files.readAllBytes(file));

        assertThat(readings.records()).isNotEmpty();
        assertPlaces(readings);
    }

    @Test
    void places_hold_for_records_of_any_size_and_with_any_line_break() {
        Random random = new Random(2);
        StringBuilder csv = new StringBuilder("TimeGenerated,Type\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            String text = "é\n,".repeat(random.nextInt(i % 50 == 0 ? 100_000 : 20));
            String end = random.nextBoolean() ? "\n" : "\r\n";
            csv.append(i).append(",\"").append(text).append('"').append(end);
            lines.append("{\"TimeGenerated\": ")
                    .append(i)
                    .append(", \"Type\": \"")
                    .append(text.replace('\n', ' '))
                    .append("\"}")
                    .append(end);
        }
        Readings rows = Readings.of(csv.toString());
        Readings objects = Readings.of(lines.toString());

        assertThat(rows.records()).hasSize(500);
        assertThat(objects.records()).hasSize(500);
        assertPlaces(rows);
        assertPlaces(objects);
    }

    private static void assertPlaces(Readings readings) {
        String header = readings.format() == LogFormat.CSV ? header(readings) : "";
        long number = 0;
        for (LogRecord record : readings.records()) {
            Readings again = Readings.of(header + readings.at(record.place()) + "\n");
            assertThat(again.records()).hasSize(1);
            assertThat(columns(again.records().getFirst())).isEqualTo(columns(record));
            assertThat(line(readings, record)).isEqualTo(record.place().line());
            assertThat(record.place().number()).isGreaterThan(number);
            number = record.place().number();
        }
    }

    private static String header(Readings readings) {
        String text = readings.at(new Place(0, 0, 0, readings.bytes().length));
        return text.substring(0, text.indexOf('\n') + 1);
    }

    private static List<String> columns(LogRecord record) {
        return record.columns().names().stream()
                .map(name -> name + "=" + record.columns().text(name))
                .toList();
    }

    private static long line(Readings readings, LogRecord record) {
        long line = 1;
        for (int i = 0; i < record.place().offset(); i++) {
            line += readings.bytes()[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
