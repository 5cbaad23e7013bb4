package dev.fulgurite.investigation;

import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sample incident in a graph of its own, made anew each time.
public final class Demo {

    private Demo() {}

    /// Where the sample's graph is: beside the graph that is used when none is named.
    public static GraphLocation.Folder graph() {
        return new GraphLocation.Folder(UserData.folder().resolve("demo"));
    }

    /// The logs of the sample incident, in the folder that the launcher names as `fulgurite.home`.
    public static Path samples() {
        String home = System.getProperty("fulgurite.home", "");
        Path samples = Path.of(home).resolve("samples").resolve("incident");
        if (home.isEmpty() || !Files.isDirectory(samples)) {
            throw new InvestigationException(
                    Kind.UNKNOWN_PATH,
                    "the sample incident is not here; start ./fulgurite demo from its own folder");
        }
        return samples;
    }

    /// Deletes what an earlier demo left, reads the sample and runs every detection at the time of
    /// its newest event. The caller closes what it gets.
    ///
    /// @param rules a folder for detections of one's own, too; null for none
    public static Investigation rebuild(
            GraphLocation.Folder graph, @Nullable Path rules, IngestListener progress) {
        Path samples = samples();
        Neo4jGraphs.discard(graph.path());
        Investigation investigation =
                rules == null ? Investigation.open(graph) : Investigation.openWithOwn(graph, rules);
        try {
            investigation.ingest(List.of(samples), progress);
            investigation.detectAll();
            return investigation;
        } catch (RuntimeException e) {
            investigation.close();
            throw e;
        }
    }
}
