package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.acceptance.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The scripts `build` and `fulgurite`, on machines that are made up.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    /// `java` that tells what it was asked to run.
    private static final String JAVA =
            """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "25.0.1" 2026-10-20' >&2; exit; fi
            for argument in "$@"; do echo "[$argument]"; done
            """;

    private static final String QUICK = "\n[-XX:TieredStopAtLevel=1]\n[-XX:+UseSerialGC]";

    @TempDir private Path folder;
    private Path home;
    private Shell shell;

    /// A checkout, in a folder with a blank in its name, whose scripts look for installed JDKs in
    /// `jvm` beside it.
    @BeforeEach
    void a_checkout() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("my tools"));
        shell = new Shell(folder.toRealPath());
        for (String script : new String[] {"build", "fulgurite"}) {
            String text = Files.readString(Repository.file(script));
            Shell.write(
                    home.resolve(script),
                    text.replace("/usr/lib/jvm/*", "\"" + folder.toRealPath() + "\"/jvm/*"));
        }
        assertThat(Files.readString(home.resolve("build"))).doesNotContain("/usr/lib/jvm/*");
        Shell.write(folder.resolve("home/.fonts/any.ttf"), "");
        Files.createDirectories(home.resolve("cli/src/main"));
        Files.createDirectories(home.resolve("cypher/links"));
        Files.createDirectories(home.resolve(".mvn"));
        Files.writeString(home.resolve("cli/pom.xml"), "<project/>");
        Files.writeString(home.resolve("pom.xml"), "<jvm.flags>-Xa -Xb</jvm.flags>\n");
    }

    @Test
    void the_variable_of_our_own_comes_first() throws Exception {
        shell.set("FULGURITE_JAVA_HOME", jdk("ours", "25.0.3").toString())
                .set("JAVA_HOME", jdk("theirs", "26").toString());
        assertThat(foundJdk()).isEqualTo(folder.toRealPath().resolve("ours"));
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        shell.set("FULGURITE_JAVA_HOME", jdk("old", "1.8.0_402").toString())
                .set("JAVA_HOME", jdk("older", "17.0.15").toString());
        Path good = jdk("jvm/temurin-25", "25");
        assertThat(foundJdk()).isEqualTo(good);
    }

    @Test
    void a_runtime_without_compiler_is_no_jdk() throws Exception {
        Path runtime = jdk("runtime", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        shell.set("JAVA_HOME", runtime.toString());
        Path good = jdk("home/.jdks/openjdk-25", "25-ea");
        assertThat(foundJdk()).isEqualTo(good);
    }

    @Test
    void java_is_asked_when_no_release_file_tells() throws Exception {
        Path silent = jdk("home/.sdkman/candidates/java/current", "");
        Files.delete(silent.resolve("release"));
        assertThat(foundJdk()).isEqualTo(silent);
    }

    @Test
    void the_jdk_on_path_is_found_through_links() throws Exception {
        Path jdk = jdk("somewhere else/jdk", "25.0.3");
        Files.createSymbolicLink(folder.resolve("alternatives"), jdk.resolve("bin/javac"));
        Files.createSymbolicLink(folder.resolve("tools/javac"), folder.resolve("alternatives"));
        assertThat(foundJdk()).isEqualTo(jdk);
    }

    @Test
    void without_a_jdk_one_line_says_what_to_do() throws Exception {
        shell.set("JAVA_HOME", jdk("old", "17.0.15").toString());
        for (String script : new String[] {"build", "fulgurite"}) {
            Outcome outcome = shell.run(home.resolve(script), "verify");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.output()).isEmpty();
            assertThat(outcome.errors())
                    .hasLineCount(1)
                    .contains("JDK 25", "adoptium.net", "set FULGURITE_JAVA_HOME");
        }
    }

    @Test
    void without_maven_one_line_says_what_to_do() throws Exception {
        jdk("jvm/temurin-25", "25");
        Outcome outcome = shell.run(home.resolve("build"), "verify");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).hasLineCount(1).contains("apt-get install -y maven");
    }

    @Test
    void maven_runs_on_the_jdk_that_was_found() throws Exception {
        Path jdk = jdk("jvm/temurin-25", "25");
        shell.stub("mvn", "echo \"$JAVA_HOME $*\"").stub("ldconfig", ALL_LIBRARIES);
        assertThat(shell.run(home.resolve("build")).output())
                .isEqualTo(jdk + " --no-transfer-progress verify\n");
        assertThat(shell.run(home.resolve("build"), "-Dquick", "test").output())
                .isEqualTo(jdk + " --no-transfer-progress -Dquick test\n");
    }

    @Test
    void who_may_not_install_libraries_is_told_the_line_to_type() throws Exception {
        Outcome outcome = shell.run(home.resolve("build"), "--libraries", "window");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.errors())
                .hasLineCount(1)
                .contains("sudo apt-get install -y --no-install-recommends libpango-1.0-0")
                .contains("libgtk-3-0");
    }

    @Test
    void nothing_is_said_when_all_libraries_are_there() throws Exception {
        shell.stub("ldconfig", ALL_LIBRARIES);
        assertThat(shell.run(home.resolve("build"), "--libraries", "window"))
                .isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void what_is_built_starts_without_maven() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Outcome outcome = shell.run(home.resolve("fulgurite"), "pivot", "Host:a b", "x\"y");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                0,
                                started(QUICK, "cli", "dev.fulgurite.cli.Main")
                                        + "[pivot]\n[Host:a b]\n[x\"y]\n",
                                ""));
    }

    @Test
    void who_reads_much_gets_the_optimising_compiler() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.json"), "{}");
        String main = "dev.fulgurite.cli.Main";
        shell.stub("du", "echo \"12 $2\"");
        String arguments = "[ingest]\n[-]\n[" + logs + "]\n";
        assertThat(shell.run(home.resolve("fulgurite"), "ingest", "-", logs.toString()).output())
                .isEqualTo(started(QUICK, "cli", main) + arguments);
        shell.stub("du", "echo \"300000 $2\"");
        String much =
                "\n[-XX:+UseParallelGC]\n[-XX:FreqInlineSize=100]\n[-XX:InlineSmallCode=1000]";
        assertThat(shell.run(home.resolve("fulgurite"), "ingest", "-", logs.toString()).output())
                .isEqualTo(started(much, "cli", main) + arguments);
    }

    @Test
    void it_starts_through_a_link_too() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Path link = Files.createSymbolicLink(folder.resolve("a link"), home.resolve("fulgurite"));
        assertThat(shell.run(link, "rules").output())
                .isEqualTo(started(QUICK, "cli", "dev.fulgurite.cli.Main") + "[rules]\n");
    }

    @Test
    void the_window_has_a_class_path_of_its_own() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("desktop-ui");
        shell.stub("ldconfig", ALL_LIBRARIES);
        String started = started("", "desktop-ui", "dev.fulgurite.ui.Main");
        assertThat(shell.run(home.resolve("fulgurite"), "desktop").output())
                .isEqualTo(started + "[desktop]\n");
        assertThat(shell.run(home.resolve("fulgurite"), "demo", "--desktop").output())
                .isEqualTo(started + "[demo]\n[--desktop]\n");
    }

    @Test
    void help_on_the_window_needs_no_window() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        assertThat(shell.run(home.resolve("fulgurite"), "desktop", "--help").output())
                .isEqualTo(
                        started(QUICK, "cli", "dev.fulgurite.cli.Main") + "[desktop]\n[--help]\n");
    }

    @Test
    void what_changed_is_built_first_and_says_so_in_one_line() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Files.writeString(home.resolve("cypher/links/new.cypher"), "RETURN 1;");
        shell.stub("mvn", "echo noise; echo built >\"$PWD/maven\"");
        Outcome outcome = shell.run(home.resolve("fulgurite"), "digest");
        assertThat(home.resolve("maven")).exists();
        assertThat(outcome.output())
                .isEqualTo(
                        started("\n[-XX:+UseParallelGC]", "cli", "dev.fulgurite.cli.Main")
                                + "[digest]\n");
        assertThat(outcome.errors()).hasLineCount(1).startsWith("Building Fulgurite");

        Files.delete(home.resolve("maven"));
        shell.run(home.resolve("fulgurite"), "digest");
        assertThat(home.resolve("maven")).as("built once").doesNotExist();
    }

    @Test
    void a_checkout_that_was_moved_is_built_again() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Files.writeString(home.resolve("cli/target/quick/built-in"), "/another/place\n");
        shell.stub("mvn", "echo the reason; exit 1");
        Outcome outcome = shell.run(home.resolve("fulgurite"), "digest");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("the reason", "could not be built");
    }

    @Test
    void a_library_that_went_away_is_fetched_by_building_again() throws Exception {
        jdk("jvm/temurin-25", "25");
        built("cli");
        Files.delete(home.resolve("b.jar"));
        shell.stub("mvn", "echo built >\"$PWD/maven\"");
        shell.run(home.resolve("fulgurite"), "digest");
        assertThat(home.resolve("maven")).exists();
    }

    private static final String ALL_LIBRARIES =
            """
            for library in libpango-1.0.so.0 libpangoft2-1.0.so.0 libfreetype.so.6 \
                libfontconfig.so.1 libgtk-3.so.0 libXtst.so.6 libXxf86vm.so.1 libGL.so.1; do
                echo "$library"
            done
            """;

    private Path foundJdk() throws IOException, InterruptedException {
        Outcome outcome = shell.run(home.resolve("build"), "--jdk");
        assertThat(outcome.errors()).isEmpty();
        return Path.of(outcome.output().strip());
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.toRealPath().resolve(name);
        Shell.write(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Shell.write(jdk.resolve("bin/java"), JAVA);
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /// Everything as a build leaves it, the sources older than the stamp.
    private void built(String module) throws IOException {
        Path target = Files.createDirectories(home.resolve(module).resolve("target/quick"));
        Files.writeString(target.resolve("class-path"), library("a.jar") + ":" + library("b.jar"));
        Files.writeString(target.resolve("built-in"), home + "\n");
        Files.setLastModifiedTime(
                target.resolve("built-in"), FileTime.from(Instant.now().plusMillis(20)));
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Path library(String name) throws IOException {
        Path library = home.resolve(name);
        Files.writeString(library, "");
        return library;
    }

    private String started(String quick, String module, String main) {
        return String.join(
                "\n",
                "[-Xa]",
                "[-Xb]" + quick,
                "[-Dfulgurite.home=" + home + "]",
                "[-cp]",
                "["
                        + home
                        + "/"
                        + module
                        + "/target/quick/classes:"
                        + home
                        + "/a.jar:"
                        + home
                        + "/b.jar]",
                "[" + main + "]",
                "");
    }
}
