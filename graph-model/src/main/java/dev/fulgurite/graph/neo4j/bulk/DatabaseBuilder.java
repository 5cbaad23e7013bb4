package dev.fulgurite.graph.neo4j.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.DatabaseCreationOptions;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.LogTailMetadataFactoryImpl;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;

/// Calls Neo4j's importer as its `neo4j-admin database import full` does, but with an input of our
/// own in place of files to be parsed.
final class DatabaseBuilder {

    private static final long OFF_HEAP_BYTES = 1L << 30;
    private static final double WHOLE = 100;

    /// The importer adds no schema, so it asks for no index providers.
    private static final DependencyResolver NOTHING_MORE = new org.neo4j.collection.Dependencies();

    private DatabaseBuilder() {}

    static void build(Input input, Path home, Path settings, DoubleConsumer done)
            throws IOException {
        Config config =
                Config.newBuilder()
                        .fromFile(settings)
                        .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
                        .build();
        try (var files = new DefaultFileSystemAbstraction();
                var nowhere =
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                JobScheduler jobs = JobSchedulerFactory.createInitialisedScheduler();
                BatchImporter importer = importer(config, files, jobs, nowhere, done)) {
            importer.doImport(input);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot build a database in " + home + ": " + e, e);
        }
    }

    private static BatchImporter importer(
            Config config,
            FileSystemAbstraction files,
            JobScheduler jobs,
            PrintStream nowhere,
            DoubleConsumer done) {
        return StorageEngineFactory.selectStorageEngine(config)
                .batchImporter(
                        Neo4jLayout.of(config)
                                .databaseLayout(GraphDatabaseSettings.DEFAULT_DATABASE_NAME),
                        files,
                        false,
                        PageCacheTracer.NULL,
                        new Configuration() {
                            @Override
                            public long maxOffHeapMemory() {
                                return OFF_HEAP_BYTES;
                            }

                            // Those that every new database has: without them a label is looked
                            // for in all nodes.
                            @Override
                            public IndexConfig indexConfig() {
                                return IndexConfig.create()
                                        .withLabelIndex()
                                        .withRelationshipTypeIndex();
                            }
                        },
                        NullLogService.getInstance(),
                        nowhere,
                        false,
                        DefaultAdditionalIds.EMPTY,
                        new LogTailMetadataFactoryImpl(files),
                        config,
                        new Monitor() {
                            @Override
                            public void percentageCompleted(int percentage) {
                                done.accept(percentage / WHOLE);
                            }
                        },
                        jobs,
                        Collector.STRICT,
                        TransactionLogInitializer.getLogFilesInitializer(),
                        new IndexImporterFactoryImpl(),
                        EmptyMemoryTracker.INSTANCE,
                        CursorContextFactory.NULL_CONTEXT_FACTORY,
                        () -> {
                            throw new IllegalStateException("the importer adds no indexes");
                        },
                        0,
                        NOTHING_MORE,
                        DatabaseCreationOptions.EMPTY_CREATION_OPTIONS,
                        BatchImporter.HardwareValidation.WARNING);
    }
}
