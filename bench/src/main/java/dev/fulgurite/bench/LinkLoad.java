package dev.fulgurite.bench;

import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What little costs in a graph that holds much: `LinkLoad GRAPH FILE...` reads one file after the
/// other and tells, link by link, what the processors had to do. In the first Java warms up and
/// each statement is planned; the last is the one to look at. The graph keeps the files.
public final class LinkLoad {

    private LinkLoad() {}

    public static void main(String[] arguments) throws IOException {
        GraphLocation graph = new GraphLocation.Folder(Path.of(arguments[0]));
        try (Investigation investigation = Investigation.open(graph)) {
            for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
                read(investigation, Path.of(file));
            }
        }
    }

    private static void read(Investigation investigation, Path file) throws IOException {
        Links links = new Links();
        Measured.of(
                        "ingest " + file.getFileName(),
                        Measured.size(file),
                        () -> {
                            IngestReport report =
                                    investigation.ingest(
                                            List.of(file), IngestListener.silent(), links);
                            return report.files().stream().mapToLong(Ledger::stored).sum();
                        })
                .print();
        links.print();
    }

    /// The processors' time between one link's beginning and the next.
    private static final class Links implements LinkListener {

        private final Map<String, Duration> took = new LinkedHashMap<>();
        private String running = "";
        private Duration began = Duration.ZERO;

        @Override
        public void linking(String title, int link, int links, double part) {
            if (part == 0) {
                next(title);
            }
        }

        private void next(String title) {
            Duration now = Measured.used();
            if (!running.isEmpty()) {
                took.put(running, now.minus(began));
            }
            running = title;
            began = now;
        }

        void print() {
            next("");
            took.forEach((title, processors) ->
                    System.out.printf(
                            Locale.ROOT, "  %8.2f s  %s%n", processors.toNanos() / 1e9, title));
        }
    }
}
