package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.event.GraphBatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.internal.schema.AllIndexProviderDescriptors;
import org.neo4j.internal.schema.IndexPrototype;
import org.neo4j.internal.schema.SchemaDescriptors;
import org.neo4j.kernel.api.KernelTransaction.Type;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// A process is killed in the middle of a first import.
class KilledImportTest {

    private static final String STORED = "stored";
    private static final String FINISHED = "finished";

    /// More of them with `-Dfulgurite.kills=…`.
    private static final int KILLS = Integer.getInteger("fulgurite.kills", 2);

    private static final long LONGEST_FINISH_MILLIS = 6_000;

    @TempDir Path folder;

    @Test
    void a_killed_import_leaves_an_empty_graph_and_the_next_gives_what_it_would_have_given()
            throws Exception {
        Path graph = folder.resolve("graph");
        Random random = new Random(5);
        boolean finished = false;
        for (int kill = 0; kill < KILLS && !finished; kill++) {
            finished = importing(graph, kill == 0 ? -1 : random.nextLong(LONGEST_FINISH_MILLIS));
        }

        try (InvestigationGraph again = Neo4jGraphs.embedded(graph);
                InvestigationGraph never = Neo4jGraphs.embedded(folder.resolve("never killed"))) {
            assertThat(graph.resolve("import")).doesNotExist();
            again.firstImport().ifPresent(filling -> fill(filling, batches()));
            batches().forEach(never::store);
            assertThat(again.digest()).isEqualTo(never.digest());
            assertThat(again.ledgers()).isEqualTo(never.ledgers()).isNotEmpty();
        }
    }

    /// Where the new database takes the old one's place there is a moment without either.
    @Test
    void killed_between_the_two_moves_it_leaves_an_empty_graph() throws IOException {
        Path graph = folder.resolve("graph");
        Neo4jGraphs.embedded(graph).close();
        Files.createDirectories(graph.resolve("import/neo4j"));
        Files.move(graph.resolve("neo4j"), graph.resolve("import/old"));

        try (InvestigationGraph empty = Neo4jGraphs.embedded(graph)) {
            assertThat(empty.ledgers()).isEmpty();
            assertThat(graph.resolve("import")).doesNotExist();
        }
    }

    /// A constraint's index is there before its constraint is, in a transaction of its own.
    @Test
    void killed_between_an_index_and_its_constraint_it_leaves_a_graph_that_opens()
            throws Exception {
        Path graph = folder.resolve("graph");
        GraphFolder place = GraphFolder.of(graph);
        EmbeddedDatabase.furnishImport(place);
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(place.database())
                        .loadPropertiesFromFile(EmbeddedDatabase.settings(place))
                        .build();
        try {
            indexWithoutItsConstraint((GraphDatabaseAPI) service.database("neo4j"));
        } finally {
            service.shutdown();
        }

        try (InvestigationGraph again = Neo4jGraphs.embedded(graph);
                InvestigationGraph never = Neo4jGraphs.embedded(folder.resolve("never killed"))) {
            Query constraints =
                    Query.of("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names");
            assertThat(again.read(constraints).rows()).isEqualTo(never.read(constraints).rows());
        }
    }

    private static void indexWithoutItsConstraint(GraphDatabaseAPI database) throws Exception {
        int type;
        int property;
        try (var naming = database.beginTransaction(Type.IMPLICIT, LoginContext.AUTH_DISABLED)) {
            var tokens = naming.kernelTransaction().tokenWrite();
            type = tokens.relationshipTypeGetOrCreateForName("ABOUT");
            property = tokens.propertyKeyGetOrCreateForName("id");
            naming.commit();
        }
        try (var making = database.beginTransaction(Type.IMPLICIT, LoginContext.AUTH_DISABLED)) {
            var index =
                    IndexPrototype.uniqueForSchema(
                                    SchemaDescriptors.forRelType(type, property),
                                    AllIndexProviderDescriptors.RANGE_DESCRIPTOR)
                            .withName("ABOUT_id");
            making.kernelTransaction().indexUniqueCreate(index);
            making.commit();
        }
    }

    /// Imports in a process of its own and kills it.
    ///
    /// @param millis after all is stored; negative kills while it is being stored
    /// @return whether it came to its end before
    private static boolean importing(Path graph, long millis) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(KilledImportTest.class.getName(), graph.toString()));
        Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            int batches = 0;
            while (batches < (millis < 0 ? 3 : batches().size())) {
                String line = told.readLine();
                assertThat(line).as("what the importing process tells").isNotNull();
                if (line.equals(FINISHED)) {
                    return true;
                }
                batches += line.equals(STORED) ? 1 : 0;
            }
            boolean finished = process.waitFor(Math.max(0, millis), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return finished;
        }
    }

    private static List<GraphBatch> batches() {
        return new RandomEvents(3).distinctBatches();
    }

    private static void fill(FirstImport filling, List<GraphBatch> batches) {
        try (filling) {
            batches.forEach(filling::store);
            filling.finish();
        }
    }

    /// The process that is killed.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (InvestigationGraph graph = Neo4jGraphs.embedded(Path.of(arguments[0]))) {
            Optional<FirstImport> first = graph.firstImport();
            if (first.isPresent()) {
                try (FirstImport filling = first.get()) {
                    for (GraphBatch batch : batches()) {
                        filling.store(batch);
                        out.println(STORED);
                    }
                    filling.finish();
                }
            }
            out.println(FINISHED);
        }
    }
}
