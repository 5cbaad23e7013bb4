package dev.fulgurite.bench;

import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How fast files become graph, one estate after the other into one graph: `IngestLoad FOLDER
/// ESTATES EVENTS [SHAPE]`. The first line is that of a new graph, the others of one that holds
/// data; the last tells what is left of the rate. The line before says how much of it was files to
/// graph, the graph being open, for an ingest ends with the links.
public final class IngestLoad {

    private IngestLoad() {}

    /// Estates that are in the folder already are used again; the graph is a new one.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int estates = Integer.parseInt(arguments[1]);
        long events = Long.parseLong(arguments[2]);
        Shape shape = arguments.length > 3 ? Shape.valueOf(arguments[3]) : Shape.DATA_EXPORT;
        GraphLocation graph =
                new GraphLocation.Folder(Files.createTempDirectory(folder, "graph").resolve("g"));
        List<Path> all = new ArrayList<>();
        for (int seed = 1; seed <= estates; seed++) {
            Path estate = folder.resolve("estate-" + shape + "-" + events + "-" + seed);
            if (Files.notExists(estate)) {
                Generator.write(estate, new Order(events, seed, shape, 3, 0, 0, 0));
            }
            ingest(graph, estate);
            all.add(estate);
        }
        if (shape == Shape.DATA_EXPORT) {
            peer(Files.createTempDirectory(folder, "peer").resolve("lines.duckdb"), all);
        }
    }

    private static void peer(Path file, List<Path> estates) throws IOException {
        try (FlatLines lines = new FlatLines(file)) {
            for (Path estate : estates) {
                Measured.of(
                                "DuckDB " + estate.getFileName(),
                                Measured.size(estate),
                                () -> lines.take(estate))
                        .print();
            }
        }
    }

    private static void ingest(GraphLocation graph, Path estate) throws IOException {
        try (Investigation investigation = Investigation.open(graph)) {
            Links links = new Links();
            Measured all =
                    Measured.of(
                            "ingest " + estate.getFileName(),
                            Measured.size(estate),
                            () ->
                                    read(
                                            investigation.ingest(
                                                    List.of(estate),
                                                    IngestListener.silent(),
                                                    links)));
            links.until(all).print();
        }
    }

    /// All that was read must be there.
    private static long read(IngestReport report) {
        for (Ledger ledger : report.files()) {
            if (!ledger.closes() || ledger.rejected() > 0) {
                throw new IllegalStateException("records were lost: " + ledger);
            }
        }
        return report.files().stream().mapToLong(Ledger::read).sum();
    }

    /// Tells reading, storing and, of a first import, making the graph from the links that follow.
    private static final class Links implements LinkListener {

        private final long began = System.nanoTime();
        private long stored;

        @Override
        public void linking(String title, int link, int links, double part) {
            stored = stored == 0 ? System.nanoTime() : stored;
        }

        Measured until(Measured all) {
            double seconds = (stored - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %.1f s files to graph (%,.0f rows/s), the rest links%n",
                    all.what(),
                    seconds,
                    all.rows() / seconds);
            return all;
        }
    }
}
