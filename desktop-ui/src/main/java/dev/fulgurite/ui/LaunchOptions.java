package dev.fulgurite.ui;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What the command line says.
///
/// @param graph a folder or an address, `""` for the usual folder
/// @param rules a folder with rules of one's own, `""` for the usual folder
record LaunchOptions(String graph, String user, boolean demo, String rules) {

    /// @throws IllegalArgumentException with a message for the user when an option is unknown
    static LaunchOptions parse(List<String> arguments) {
        String graph = "";
        String user = "neo4j";
        boolean demo = false;
        String rules = "";
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                // The launcher passes its own verbs on.
                case "desktop", "--desktop" -> {}
                case "demo", "--demo" -> demo = true;
                case "--graph" -> graph = value(argument, equals, rest);
                case "--rules" -> rules = value(argument, equals, rest);
                case "--user" -> user = value(argument, equals, rest);
                default -> throw new IllegalArgumentException(Words.of("launch.unknown", argument));
            }
        }
        return new LaunchOptions(graph, user, demo, rules);
    }

    private static String value(String argument, int equals, Iterator<String> rest) {
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(Words.of("launch.value", argument));
        }
        return rest.next();
    }

    /// @param password for a server, `""` when none is known
    GraphSource source(String password) {
        Path own = rules.isEmpty() ? Investigation.standardRules() : Path.of(rules);
        return demo ? GraphSource.sample(own) : GraphSource.of(location(password), own);
    }

    private GraphLocation location(String password) {
        if (graph.isEmpty()) {
            return GraphLocation.standard();
        }
        return GraphLocation.namesServer(graph)
                ? new GraphLocation.Server(URI.create(graph), user, password)
                : new GraphLocation.Folder(Path.of(graph));
    }
}
