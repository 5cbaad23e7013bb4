package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.cli.Shell.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told without a graph.
class HelpTest {

    static java.util.Set<String> verbs() {
        Console console =
                Console.of(
                        java.io.OutputStream.nullOutputStream(),
                        java.io.OutputStream.nullOutputStream(),
                        java.io.InputStream.nullInputStream(),
                        false,
                        () -> null);
        return Main.commandLine(console, new Interruption()).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void every_verb_explains_itself_with_an_example(String verb) {
        Run run = Shell.run(verb, "--help");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("fulgurite " + verb, "Example:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void help_lists_the_verbs_and_the_version_is_told() {
        assertThat(Shell.run("--help").out()).contains(verbs());
        assertThat(Shell.run("--version").out()).matches("(?s)fulgurite \\d\\S* on Java 25.*");
    }

    @Test
    void no_verb_and_the_window_without_its_launcher_are_wrong_usage() {
        assertThat(Shell.run().exit()).isEqualTo(Exit.WRONG_USAGE);
        Run desktop = Shell.run("desktop");
        assertThat(desktop.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(desktop.err()).contains("./fulgurite desktop");
        assertThat(Shell.run("demo", "--desktop").err()).contains("./fulgurite demo --desktop");
    }

    @Test
    void the_most_telling_exit_code_wins() {
        assertThat(Exit.of(Exit.BLIND, Exit.FOUND)).isEqualTo(Exit.FOUND);
        assertThat(Exit.of(Exit.FOUND, Exit.FAILED)).isEqualTo(Exit.FAILED);
        assertThat(Exit.of(Exit.FAILED, Exit.WRONG_USAGE)).isEqualTo(Exit.WRONG_USAGE);
        assertThat(Exit.of(Exit.DONE, Exit.BLIND)).isEqualTo(Exit.BLIND);
        assertThat(Exit.of()).isEqualTo(Exit.DONE);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void an_example_stands_on_its_line_whole_and_can_be_copied(String verb) {
        assertThat(
                        Main.commandLine(Console.ofThisProcess(), new Interruption())
                                .getSubcommands()
                                .get(verb)
                                .getCommandSpec()
                                .usageMessage()
                                .footer())
                .filteredOn(line -> line.startsWith("Example:") || line.startsWith("          "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void an_unknown_verb_is_told_with_the_one_that_may_be_meant() {
        Run run = Shell.run("alert");

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err())
                .startsWith("fulgurite: no verb is called 'alert'; did you mean alerts?");
    }

    @Test
    void a_time_that_is_none_is_told_with_how_one_is_written() {
        Run run = Shell.run("detect", "--from", "2026-03-01");

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err())
                .contains("a time is written 2026-03-01T00:00:00Z, not '2026-03-01'")
                .doesNotContain("java");
    }

    @Test
    void options_that_exclude_each_other_are_told_as_one_mistake() {
        assertThat(Shell.run("detect", "--json", "--csv").err())
                .startsWith("fulgurite: --json, --csv are mutually exclusive");
    }

    @Test
    void an_address_that_is_no_graph_server_is_not_taken_for_a_folder() {
        Run run = Shell.run("digest", "--graph", "http://graph.example:7474");

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).contains("http://graph.example:7474", "bolt://", "neo4j://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts",
                "detect",
                "digest",
                "evidence Host:srv1",
                "export --alert a --format jsonl -o out",
                "ingest --undo a.csv",
                "path Host:srv1 Host:srv2",
                "pivot Host:srv1",
                "query -",
            })
    void what_is_asked_of_a_folder_without_a_graph_makes_none_there(
            String line, @TempDir Path folder) {
        Path mistyped = folder.resolve("grpah");
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--graph", mistyped.toString()));

        Run run = Shell.run(arguments.toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(run.err()).contains("no graph is in " + mistyped, "fulgurite ingest");
        assertThat(mistyped).doesNotExist();
    }
}
