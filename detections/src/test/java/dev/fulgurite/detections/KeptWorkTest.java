package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.KeptRows.Given;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptWorkTest {

    private static final Instant NOW = TestGraph.NOW;
    private static final Settings SETTINGS = new Settings(NOW, null, null, Map.of("days", 30L));

    private final KeptWork kept = new KeptWork();
    private final Given given = given();
    private int works;

    private static Given given() {
        return new Given(List.of("n"), List.of(Row.of(Map.of("n", 1L))));
    }

    @Test
    void the_same_rows_are_worked_on_once_whatever_the_clock_says() {
        assertThat(worksOn(true, given, SETTINGS)).isEqualTo(1);
        assertThat(worksOn(true, given, SETTINGS.at(NOW.plus(Duration.ofDays(9))))).isZero();
    }

    @Test
    void other_rows_and_other_settings_are_other_work() {
        worksOn(true, given, SETTINGS);

        assertThat(worksOn(true, given(), SETTINGS)).isEqualTo(1);
        Settings later = new Settings(NOW, NOW, null, SETTINGS.values());
        assertThat(worksOn(true, given, later)).isEqualTo(1);
        assertThat(worksOn(true, given, new Settings(NOW, NOW, null, Map.of("days", 31L))))
                .isEqualTo(1);
    }

    @Test
    void what_depends_on_the_clock_is_worked_on_each_time() {
        worksOn(false, given, SETTINGS);

        assertThat(worksOn(false, given, SETTINGS)).isEqualTo(1);
    }

    private static Found found(List<Row> rows) {
        return Found.of(List.of("n"), rows);
    }

    private int worksOn(boolean timeless, Given rows, Settings settings) {
        works = 0;
        PostProcessor processor =
                new PostProcessor() {
                    @Override
                    public boolean timeless(List<Row> rows, Settings settings) {
                        return timeless;
                    }

                    @Override
                    public List<Row> process(List<Row> read, Settings given) {
                        works++;
                        return read;
                    }
                };
        assertThat(kept.of("rule", processor, rows, settings, KeptWorkTest::found).rows())
                .isEqualTo(rows.rows());
        return works;
    }
}
