package dev.fulgurite.cli;

import dev.fulgurite.investigation.Investigation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `digest`: one line that is equal for equal evidence.
@Command(
        name = "digest",
        description =
                "Print the SHA-256 of what was observed: equal for the same evidence, in whatever"
                        + " order or portions it was ingested.",
        footer = {"", "Example:  fulgurite digest --graph ./case"})
final class DigestCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    DigestCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        try (Investigation investigation = Investigation.open(graph.existing())) {
            console.line(investigation.digest());
            return Exit.DONE;
        }
    }
}
