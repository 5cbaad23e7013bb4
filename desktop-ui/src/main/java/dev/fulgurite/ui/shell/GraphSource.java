package dev.fulgurite.ui.shell;

import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.Demo;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.memory.Recent;
import dev.fulgurite.ui.words.Words;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the window gets its investigation from.
///
/// @param words what is being opened, for the analyst who waits
/// @param recent what to offer again at the next start; null for what is made anew each time
/// @param isSample whether it is the sample incident
/// @param open may take long and may fail
public record GraphSource(
        String words,
        Recent.@Nullable Graph recent,
        boolean isSample,
        Supplier<Investigation> open) {

    public GraphSource(String words, Supplier<Investigation> open) {
        this(words, null, false, open);
    }

    public static GraphSource of(GraphLocation location) {
        Recent.Graph recent =
                switch (location) {
                    case GraphLocation.Folder(Path path) -> new Recent.Graph(path.toString(), "");
                    case GraphLocation.Server server ->
                            new Recent.Graph(server.address().toString(), server.user());
                };
        return new GraphSource(
                Words.of("shell.opening", location),
                recent,
                false,
                () -> Investigation.open(location));
    }

    /// The sample incident, in a graph of its own that is made anew.
    public static GraphSource sample() {
        return new GraphSource(
                Words.of("shell.opening.sample"),
                null,
                true,
                () -> Demo.rebuild(Demo.graph(), IngestListener.silent()));
    }
}
