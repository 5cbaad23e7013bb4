package dev.fulgurite.investigation;

import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.net.URI;
import java.nio.file.Path;

/// Where a graph is: a folder on this machine, or a Neo4j server.
public sealed interface GraphLocation {

    /// A graph in a folder, opened inside this process; made when it is not there.
    record Folder(Path path) implements GraphLocation {
        public Folder {
            path = path.toAbsolutePath().normalize();
        }

        /// Whether a graph was made there.
        public boolean holdsGraph() {
            return Neo4jGraphs.isIn(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /// A graph on a server or cluster, reached over Bolt.
    record Server(URI address, String user, String password) implements GraphLocation {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// The folder used when none is named: `graph` in the user's data folder.
    static Folder standard() {
        return new Folder(UserData.folder().resolve("graph"));
    }

    /// The folder that a text names; refused when it is an address of something else.
    static Folder folder(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw new InvestigationException(
                    InvestigationException.Kind.BAD_LOCATION,
                    text + ": a graph is a folder, or on a server at bolt://… or neo4j://…");
        }
        return new Folder(Path.of(text));
    }

    /// Whether a text names a server rather than a folder.
    static boolean namesServer(String text) {
        return text.startsWith("bolt://")
                || text.startsWith("bolt+")
                || text.startsWith("neo4j://")
                || text.startsWith("neo4j+");
    }
}
