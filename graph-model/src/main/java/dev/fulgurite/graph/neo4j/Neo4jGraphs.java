package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/// Opens graphs. Each is ready for use when it is returned: the server answered, the schema is in
/// place.
public final class Neo4jGraphs {

    private static final int CONNECT_SECONDS = 10;

    private Neo4jGraphs() {}

    /// The graph in a folder of this machine, made when the folder is new or empty. It runs inside
    /// this process and listens on loopback only, with a password of its own. When another process
    /// of this user holds the folder, its graph is shared over Bolt; when that cannot be,
    /// [GraphException.Kind#LOCKED]. A folder that holds something else is refused.
    public static InvestigationGraph embedded(Path folder) {
        GraphFolder place = GraphFolder.of(folder);
        Optional<RunningGraph> running = place.running();
        if (running.isPresent()) {
            RunningGraph other = running.get();
            return connect(
                    other.uri(),
                    "neo4j",
                    other.password(),
                    folder + " (open in process " + other.pid() + ")");
        }
        return EmbeddedGraph.open(place);
    }

    /// Whether there is a graph in a folder: else [#embedded] makes one, or refuses the folder.
    public static boolean isIn(Path folder) {
        return GraphFolder.isMarked(folder);
    }

    /// Deletes the graph in a folder, with its folder; nothing happens where there is none. A
    /// folder that holds anything but a graph is refused, and so is a graph that is open in a
    /// process.
    public static void discard(Path folder) {
        GraphFolder.discard(folder);
    }

    /// The graph on a server or cluster, at a `bolt://`, `neo4j://`, `bolt+s://` or `neo4j+s://`
    /// address.
    public static InvestigationGraph connect(URI uri, String user, String password) {
        return connect(uri, user, password, uri.toString());
    }

    private static InvestigationGraph connect(
            URI uri, String user, String password, String location) {
        CypherLibrary library = CypherLibrary.packaged();
        BoltConnection connection =
                new BoltConnection(driver(uri, user, password), location, library);
        try {
            connection.verify();
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
        return Neo4jGraph.over(connection, location, library);
    }

    /// The driver writes out every message, with all its parameters, before it asks whether anybody
    /// wants it logged: a tenth of the time of an ingest, and log contents in memory as text.
    @SuppressWarnings("deprecation")
    private static Config.ConfigBuilder silent() {
        return Config.builder().withLogging(org.neo4j.driver.Logging.none());
    }

    private static Driver driver(URI uri, String user, String password) {
        Config config =
                silent().withConnectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .withUserAgent("fulgurite")
                        .withTelemetryDisabled(true)
                        .build();
        try {
            return GraphDatabase.driver(uri, AuthTokens.basic(user, password), config);
        } catch (IllegalArgumentException e) {
            String hint =
                    uri + ": not the address of a graph server; it begins with bolt:// or neo4j://";
            throw new GraphException(GraphException.Kind.UNREACHABLE, hint, e);
        }
    }
}
