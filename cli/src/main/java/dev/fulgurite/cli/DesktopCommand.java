package dev.fulgurite.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `desktop`: the launcher starts the window; this class only says so when it is reached without.
@Command(
        name = "desktop",
        description = "Open the window.",
        footer = {"", "Example:  fulgurite desktop --graph ./case"})
final class DesktopCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final GraphOption graph;

    DesktopCommand(Console console) {
        this.console = console;
        this.graph = new GraphOption(console);
    }

    @Override
    public Integer call() {
        console.note(
                "fulgurite: the launcher opens the window: run ./fulgurite desktop --graph "
                        + graph.location());
        return Exit.WRONG_USAGE;
    }
}
