package dev.fulgurite.ui;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What the command line says.
///
/// @param graph a folder or an address, `""` for the usual folder
record LaunchOptions(String graph, String user, boolean demo) {

    /// @throws IllegalArgumentException with a message for the user when an option is unknown
    static LaunchOptions parse(List<String> arguments) {
        String graph = "";
        String user = "neo4j";
        boolean demo = false;
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
                case "--user" -> user = value(argument, equals, rest);
                default -> throw new IllegalArgumentException(Words.of("launch.unknown", argument));
            }
        }
        return new LaunchOptions(graph, user, demo);
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
        if (demo) {
            return GraphSource.sample();
        }
        if (graph.isEmpty()) {
            return GraphSource.of(GraphLocation.standard());
        }
        if (GraphLocation.namesServer(graph)) {
            return GraphSource.of(new GraphLocation.Server(URI.create(graph), user, password));
        }
        return GraphSource.of(new GraphLocation.Folder(Path.of(graph)));
    }
}
