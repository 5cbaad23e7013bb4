package dev.fulgurite.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// `fulgurite` without a verb; what it says of help and version holds for every verb.
@Command(
        name = "fulgurite",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = FulguriteCommand.Version.class,
        synopsisSubcommandLabel = "VERB",
        description = "Follows an attack from a cloud account to a host, in the logs you have.",
        footer = {
            "",
            "Start with:  fulgurite demo",
            "Exit codes:  0 done, 1 failed, 2 wrong usage, 3 found something, 4 found nothing but was blind"
        })
final class FulguriteCommand implements Callable<Integer> {

    private final Console console;

    FulguriteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.note("fulgurite: name a verb; fulgurite --help lists them");
        return Exit.WRONG_USAGE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
                properties.load(file);
            }
            return new String[] {
                "fulgurite " + properties.getProperty("version") + " on Java " + Runtime.version()
            };
        }
    }
}
