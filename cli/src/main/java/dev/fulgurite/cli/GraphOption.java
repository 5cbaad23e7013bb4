package dev.fulgurite.cli;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which graph a verb works on.
final class GraphOption {

    @Option(
            names = "--graph",
            paramLabel = "DIR|URI",
            description =
                    "The graph: a folder, or bolt://… or neo4j://… of a server. Default: a folder of"
                            + " this user, which `fulgurite rules` shows.")
    private @Nullable String graph;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "User on the server (default ${DEFAULT-VALUE}); the password comes from"
                            + " FULGURITE_PASSWORD, or is asked for.")
    private String user = "neo4j";

    private final Console console;

    GraphOption(Console console) {
        this.console = console;
    }

    GraphLocation location() {
        if (graph == null) {
            return GraphLocation.standard();
        }
        return GraphLocation.namesServer(graph) ? server(graph) : GraphLocation.folder(graph);
    }

    /// For a verb that asks something: a folder that was named by mistake is not made a graph.
    GraphLocation existing() {
        GraphLocation location = location();
        if (graph != null
                && location instanceof GraphLocation.Folder folder
                && !folder.holdsGraph()) {
            throw new InvestigationException(
                    Kind.BAD_LOCATION,
                    "no graph is in " + folder + "; `fulgurite ingest` makes one there");
        }
        return location;
    }

    private GraphLocation server(String address) {
        try {
            return new GraphLocation.Server(new URI(address), user, password());
        } catch (URISyntaxException e) {
            throw new InvestigationException(
                    Kind.BAD_LOCATION, address + " is not an address: " + e.getReason(), e);
        }
    }

    private String password() {
        String password = console.password().get();
        if (password == null) {
            throw new InvestigationException(
                    Kind.BAD_LOCATION,
                    "a server needs a password: set FULGURITE_PASSWORD (it is never an option)");
        }
        return password;
    }
}
