package dev.fulgurite.graph.neo4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/// A real Neo4j community server as a process of its own, on loopback, from the jars of this build.
final class Neo4jServer {

    static final String PASSWORD = "first-light-server";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Process process;
    private final int port;
    private final Path home;

    private Neo4jServer(Process process, int port, Path home) {
        this.process = process;
        this.port = port;
        this.home = home;
    }

    static Neo4jServer start(Path home) throws IOException, InterruptedException {
        int port = freePort();
        Path configuration = Files.createDirectories(home.resolve("conf"));
        Files.write(
                configuration.resolve("neo4j.conf"),
                List.of(
                        "dbms.usage_report.enabled=false",
                        "dbms.fleet_manager.enabled=false",
                        "server.fleet_discovery.enabled=false",
                        "client.allow_telemetry=false",
                        "server.http.enabled=false",
                        "server.bolt.enabled=true",
                        "server.bolt.listen_address=127.0.0.1:" + port,
                        "server.bolt.advertised_address=127.0.0.1:" + port,
                        "server.memory.pagecache.size=64m",
                        "db.tx_log.preallocate=false",
                        "db.store.files.preallocate=false"));
        Neo4jServer server = new Neo4jServer(launch(home), port, home);
        server.setPassword();
        return server;
    }

    private static Process launch(Path home) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.neo4j.server.Neo4jCommunity",
                        "--home-dir=" + home,
                        "--config-dir=" + home.resolve("conf"),
                        "--console-mode");
        builder.redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile());
        return builder.start();
    }

    /// Ends the process at once, as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Starts it again at the same address on what it left behind; it may take a while to answer.
    void startAgain() throws IOException {
        process = launch(home);
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    /// A fresh server has the password `neo4j`, good only for changing it.
    private void setPassword() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try (Driver driver =
                            GraphDatabase.driver(uri("bolt"), AuthTokens.basic("neo4j", "neo4j"));
                    var session = driver.session(SessionConfig.forDatabase("system"))) {
                session.run(
                                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new",
                                Map.of("new", PASSWORD))
                        .consume();
                return;
            } catch (Neo4jException e) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    throw new IOException(
                            "the server did not start:\n"
                                    + Files.readString(home.resolve("console.log")),
                            e);
                }
                Thread.sleep(200);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
