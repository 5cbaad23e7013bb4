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
/// @param rules folder of the analyst's own rules; null for none
/// @param open may take long and may fail
public record GraphSource(
        String words,
        Recent.@Nullable Graph recent,
        boolean isSample,
        @Nullable Path rules,
        Supplier<Investigation> open) {

    public GraphSource(String words, Supplier<Investigation> open) {
        this(words, null, false, null, open);
    }

    public static GraphSource of(GraphLocation location) {
        return of(location, () -> Investigation.open(location), null);
    }

    /// A graph together with the analyst's own rules, whose folder is made when it is not there.
    public static GraphSource of(GraphLocation location, Path rules) {
        return of(location, () -> Investigation.openWithOwn(location, rules), rules);
    }

    private static GraphSource of(
            GraphLocation location, Supplier<Investigation> open, @Nullable Path rules) {
        Recent.Graph recent =
                switch (location) {
                    case GraphLocation.Folder(Path path) -> new Recent.Graph(path.toString(), "");
                    case GraphLocation.Server server ->
                            new Recent.Graph(server.address().toString(), server.user());
                };
        return new GraphSource(Words.of("shell.opening", location), recent, false, rules, open);
    }

    /// Another graph with the same rules.
    GraphSource other(GraphLocation location) {
        return rules == null ? of(location) : of(location, rules);
    }

    /// The sample incident, in a graph of its own that is made anew.
    ///
    /// @param rules the folder of the analyst's own rules; null for none
    public static GraphSource sample(@Nullable Path rules) {
        return new GraphSource(
                Words.of("shell.opening.sample"),
                null,
                true,
                rules,
                () -> Demo.rebuild(Demo.graph(), rules, IngestListener.silent()));
    }
}
