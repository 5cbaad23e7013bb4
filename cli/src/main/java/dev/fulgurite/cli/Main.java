package dev.fulgurite.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// Runs one verb and ends with its exit code.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Console console = Console.ofThisProcess();
        try (Interruption interruption = new Interruption()) {
            int exit = commandLine(console, interruption).execute(arguments);
            console.flush();
            interruption.endsWith(exit);
            return exit;
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
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
