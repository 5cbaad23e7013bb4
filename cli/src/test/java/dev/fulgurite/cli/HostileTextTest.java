package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.Csv;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an attacker wrote into a log is shown, and does nothing.
class HostileTextTest {

    @Test
    void a_terminal_is_not_steered_by_what_is_printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(out, err, InputStream.nullInputStream(), false, () -> null);

        console.line("whoami\u001b[2J\r\u009b1m\tnext\nline é");
        console.note("file\u0007");
        console.flush();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("whoami\\u001b[2J\\u000d\\u009b1m\tnext\nline é\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("file\\u0007");
    }

    @Test
    void a_cell_is_never_a_formula_and_a_number_stays_one() {
        assertThat(Csv.line(List.of("=cmd|' /C calc'!A1", "@SUM(1)", "-1+1", -5L, "a,b", "plain")))
                .isEqualTo("'=cmd|' /C calc'!A1,'@SUM(1),'-1+1,-5,\"a,b\",plain");
    }
}
