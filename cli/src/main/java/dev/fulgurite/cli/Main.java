package dev.fulgurite.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Runs one verb and ends with its exit code.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Console console = Console.ofThisProcess();
        quieten(console);
        try (Interruption interruption = new Interruption()) {
            int exit = commandLine(console, interruption).execute(arguments);
            console.flush();
            interruption.endsWith(exit);
            return exit;
        }
    }

    /// Libraries print traces of their own, of a disk that takes nothing more for instance. What a
    /// user needs to know is said through the console, defects of Fulgurite on any thread too.
    private static void quieten(Console console) {
        Thread.setDefaultUncaughtExceptionHandler((_, defect) -> {
            if (isOurs(defect)) {
                defect.printStackTrace(console.err());
                console.flush();
            }
        });
        System.setErr(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static boolean isOurs(Throwable defect) {
        return Arrays.stream(defect.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("dev.fulgurite."));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "a time is written 2026-03-01T00:00:00Z, not '" + text + "'");
        }
    }

    static CommandLine commandLine(Console console, Interruption interruption) {
        CommandLine line = new CommandLine(new FulguriteCommand(console));
        List<Callable<Integer>> verbs =
                List.of(
                        new DemoCommand(console),
                        new IngestCommand(console, interruption),
                        new DetectCommand(console),
                        new RulesCommand(console),
                        new AlertsCommand(console),
                        new PivotCommand(console),
                        new PathCommand(console),
                        new EvidenceCommand(console),
                        new QueryCommand(console),
                        new ExportCommand(console),
                        new DigestCommand(console),
                        new WatchCommand(console, interruption),
                        new GenerateCommand(console),
                        new DesktopCommand(console));
        verbs.forEach(line::addSubcommand);
        Failures failures = new Failures(console);
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Instant.class, Main::time)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
