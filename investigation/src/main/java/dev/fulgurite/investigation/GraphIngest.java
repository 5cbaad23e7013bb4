package dev.fulgurite.investigation;

import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.EventSink;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.ingest.Ingestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads logs into a graph, by the faster of two ways that give the same graph: much into an empty
/// one by a first import, all else batch by batch. What was read batch by batch stays when the
/// process is killed; a first import is then begun again.
final class GraphIngest {

    /// Below this a first import gains nothing: it starts a database twice.
    private static final long LARGE_BYTES = 64L << 20;

    /// Logs in archives are several times as large as these.
    private static final long ARCHIVE_FACTOR = 8;

    /// A graph with its links takes twice the room of its logs, a first import a little more
    /// meanwhile.
    private static final double GRAPH_FACTOR = 2.5;

    private static final double MEGABYTE = 1 << 20;

    private final InvestigationGraph graph;
    private final Function<EventSink, Ingestion> into;
    private final DoubleConsumer building;
    private final long largeBytes;

    /// @param into how to ingest into a sink
    /// @param building is told what part of a first import was made the graph
    GraphIngest(
            InvestigationGraph graph,
            Function<EventSink, Ingestion> into,
            DoubleConsumer building) {
        this(graph, into, building, LARGE_BYTES);
    }

    /// @param largeBytes from which size of all files on a first import is worth it
    GraphIngest(
            InvestigationGraph graph,
            Function<EventSink, Ingestion> into,
            DoubleConsumer building,
            long largeBytes) {
        this.graph = graph;
        this.into = into;
        this.building = building;
        this.largeBytes = largeBytes;
    }

    IngestReport ingest(List<Path> paths) {
        try {
            return read(paths);
        } catch (GraphException e) {
            throw e.kind() == GraphException.Kind.FULL ? withRoom(e, paths) : e;
        }
    }

    /// Says besides how much room the whole needs.
    private static GraphException withRoom(GraphException full, List<Path> paths) {
        long bytes = paths.stream().mapToLong(path -> bytesBelow(path, Long.MAX_VALUE)).sum();
        String room =
                String.format(
                        Locale.ROOT,
                        " All of these logs take about %,.0f MB in a graph.",
                        Math.ceil(bytes * GRAPH_FACTOR / MEGABYTE));
        return new GraphException(full.kind(), full.getMessage() + room, full);
    }

    private IngestReport read(List<Path> paths) {
        Optional<FirstImport> first = isLarge(paths) ? graph.firstImport() : Optional.empty();
        return first.map(filling -> fill(filling, paths))
                .orElseGet(() -> into.apply(new GraphSink(graph)).ingest(paths));
    }

    private IngestReport fill(FirstImport filling, List<Path> paths) {
        try (filling) {
            IngestReport report = into.apply(new ImportSink(filling)).ingest(paths);
            filling.finish(building);
            return report;
        }
    }

    private boolean isLarge(List<Path> paths) {
        long bytes = 0;
        for (Path path : paths) {
            bytes += bytesBelow(path, largeBytes - bytes);
            if (bytes >= largeBytes) {
                return true;
            }
        }
        return false;
    }

    /// The size of all files there, or as much as is enough. What cannot be read is told when it is
    /// ingested.
    private static long bytesBelow(Path path, long enough) {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Iterator<Path> each = files.iterator(); bytes < enough && each.hasNext(); ) {
                bytes += bytes(each.next());
            }
            return bytes;
        } catch (IOException | UncheckedIOException unreadable) {
            return bytes;
        }
    }

    private static long bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        String name = file.toString();
        boolean archive = name.endsWith(".gz") || name.endsWith(".zip");
        return Files.size(file) * (archive ? ARCHIVE_FACTOR : 1);
    }

    /// Lets ingest write into a first import, which it does not know.
    private record ImportSink(FirstImport filling) implements EventSink {

        @Override
        public BatchOutcome store(GraphBatch batch) {
            return filling.store(batch);
        }

        @Override
        public Optional<Ledger> known(String sha256) {
            return filling.ledger(sha256);
        }
    }
}
