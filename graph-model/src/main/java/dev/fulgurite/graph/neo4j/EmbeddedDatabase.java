package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// Neo4j community inside this process, with Bolt on a random loopback port. Its password is new at
/// every start, so none is stored beyond the life of the process.
final class EmbeddedDatabase implements AutoCloseable {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    static {
        // Neo4j samples its indexes in virtual threads, which wait for a page by trying again. On
        // two processors two of these kept the third, which held what the page's owner needed, from
        // running for ever: an ingest of a million events hung. Java reads this once, before the
        // first virtual thread.
        if (System.getProperty(CARRIERS) == null) {
            int carriers = Math.max(8, Runtime.getRuntime().availableProcessors());
            System.setProperty(CARRIERS, String.valueOf(carriers));
        }
    }

    /// In megabytes.
    private static final long LEAST_PAGE_CACHE = 256;

    private static final long MOST_PAGE_CACHE = 2_048;

    private final GraphFolder folder;
    private final DatabaseManagementService service;
    private final InProcessConnection connection;
    private final Thread hook = new Thread(this::stopWithProcess, "fulgurite-graph-stop");
    private final AtomicBoolean stopped = new AtomicBoolean();

    private EmbeddedDatabase(GraphFolder folder, DatabaseManagementService service) {
        this.folder = folder;
        this.service = service;
        this.connection =
                new InProcessConnection(
                        (GraphDatabaseAPI) service.database("neo4j"), folder.path(), this::close);
    }

    static EmbeddedDatabase start(GraphFolder folder) {
        try (FirstStart first = FirstStart.of(folder.database())) {
            return start(folder, first);
        }
    }

    private static EmbeddedDatabase start(GraphFolder folder, FirstStart first) {
        Optional<String> kept = folder.password();
        String password = kept.orElseGet(EmbeddedDatabase::newPassword);
        boolean told = first.isFirst() ? furnish(folder, password) : kept.isPresent();
        DatabaseManagementService service = build(folder);
        try {
            if (!told) {
                change(service, password);
                folder.keepPassword(password);
            }
            int port =
                    ((GraphDatabaseAPI) service.database("neo4j"))
                            .getDependencyResolver()
                            .resolveDependency(ConnectorPortRegister.class)
                            .getLocalAddress(ConnectorType.BOLT)
                            .getPort();
            RunningGraph running = RunningGraph.here(port, password);
            EmbeddedDatabase database = new EmbeddedDatabase(folder, service);
            first.ended();
            folder.announce(running);
            database.stopAtEndOfProcess();
            return database;
        } catch (RuntimeException e) {
            DatabaseStop.of(service, folder.path(), () -> false);
            throw full(folder, e).orElse(e);
        }
    }

    private void stopAtEndOfProcess() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Somebody holds the process until a first import is in place, and closes this then.
            return;
        }
    }

    /// Furnishes a folder for a database that an import makes, with the folder's password, or a new
    /// one.
    static void furnishImport(GraphFolder folder) throws IOException {
        furnish(folder, folder.password().orElseGet(EmbeddedDatabase::newPassword));
        FirstStart.ofImport(folder.database());
    }

    /// The file of settings of a folder that was furnished or in use before.
    static Path settings(GraphFolder folder) {
        return folder.database().resolve("neo4j.conf");
    }

    /// Gives a database that never ran its settings and, by the tool made for it, its password: the
    /// statement that changes a password in a running one takes seconds to compile at every start.
    private static boolean furnish(GraphFolder folder, String password) {
        Path home = folder.database();
        try (PrintStream nowhere =
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                var files = new DefaultFileSystemAbstraction()) {
            writeSettings(home);
            var context = new ExecutionContext(home, home, nowhere, nowhere, files);
            boolean done =
                    AdminTool.execute(context, "dbms", "set-initial-password", password) == 0;
            if (done) {
                folder.keepPassword(password);
            }
            return done;
        } catch (IOException e) {
            throw full(folder, e).orElseGet(() -> failed("cannot use " + home + ": " + e, e));
        }
    }

    private static void change(DatabaseManagementService service, String password) {
        String statement = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED";
        service.database("system").executeTransactionally(statement, Map.of("password", password));
    }

    private static Path writeSettings(Path home) throws IOException {
        Files.createDirectories(home);
        Path settings = home.resolve("neo4j.conf");
        Files.write(settings, lines());
        return settings;
    }

    /// Closes this when it is closed.
    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is closing the database already, or this is that
            // call.
            stop();
            return;
        }
        stop();
    }

    private void stopWithProcess() {
        EndOfProcess.await();
        stop();
    }

    private void stop() {
        if (stopped.compareAndSet(false, true)) {
            folder.withdraw();
            DatabaseStop.of(service, folder.path(), connection::refused);
        }
    }

    private static DatabaseManagementService build(GraphFolder folder) {
        Path home = folder.database();
        try {
            checkLogs(folder);
            Path settings = writeSettings(home);
            return new DatabaseManagementServiceBuilder(home)
                    .loadPropertiesFromFile(settings)
                    .build();
        } catch (IOException e) {
            throw full(folder, e).orElseGet(() -> failed("cannot use " + home + ": " + e, e));
        } catch (RuntimeException e) {
            throw notOpened(folder, e);
        }
    }

    /// Neo4j would wait for its own store of users for ever when that has no transaction log.
    private static void checkLogs(GraphFolder folder) throws IOException {
        Path data = folder.database().resolve("data");
        Path logs = data.resolve("transactions/system");
        boolean missing =
                Files.exists(data.resolve("databases/system/neostore"))
                        && (!Files.exists(logs) || isEmpty(logs));
        if (missing) {
            throw failed(
                    "the files in "
                            + logs
                            + " are gone, without which Neo4j does not open it. Put them back, or"
                            + " ingest again into another --graph.",
                    null);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static RuntimeException notOpened(GraphFolder folder, RuntimeException e) {
        if (locked(e)) {
            return new GraphException(
                    Kind.LOCKED,
                    folder.path()
                            + " is locked: another process has this graph open; close it, or use another --graph",
                    e);
        }
        return full(folder, e)
                .orElseGet(() ->
                        failed("cannot open the graph in " + folder.path() + ": " + deepest(e), e));
    }

    private static RuntimeException failed(String message, @Nullable Exception e) {
        return new GraphException(Kind.FAILED, message, e);
    }

    private static Optional<RuntimeException> full(GraphFolder folder, Exception e) {
        return FullDisk.behind(e, folder.path(), "What was stored before stays.")
                .map(RuntimeException.class::cast);
    }

    private static List<String> lines() {
        return settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        // Nothing phones home or looks for a fleet.
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("dbms.fleet_manager.enabled", "false");
        settings.put("server.fleet_discovery.enabled", "false");
        settings.put("client.allow_telemetry", "false");
        // Loopback only, with a password.
        settings.put("server.bolt.enabled", "true");
        settings.put("server.bolt.listen_address", "127.0.0.1:0");
        settings.put("dbms.security.auth_enabled", "true");
        // A reader cannot make the server read files or call out.
        settings.put("dbms.security.allow_csv_import_from_file_urls", "false");
        settings.put("internal.dbms.cypher_ip_blocklist", "0.0.0.0/0,::/0");
        // Without these a stop takes ten seconds and the logs a gigabyte.
        settings.put("internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s");
        settings.put("db.tx_log.rotation.size", "16m");
        settings.put("db.tx_log.preallocate", "false");
        settings.put("db.store.files.preallocate", "false");
        settings.put("db.tx_log.rotation.retention_policy", "keep_none");
        settings.put("server.memory.pagecache.size", pageCacheMegabytes() + "m");
        // While a graph grows its statistics change all the time, its best plans do not.
        settings.put("dbms.cypher.min_replan_interval", "5m");
        return settings;
    }

    /// Half of what the heap may take, which is an eighth of the memory where nobody said
    /// otherwise; taken as the graph needs it. A graph of millions of events reads all over its
    /// files, a third slower with the least of these.
    private static long pageCacheMegabytes() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return Math.clamp(heap / 2, LEAST_PAGE_CACHE, MOST_PAGE_CACHE);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static boolean locked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
