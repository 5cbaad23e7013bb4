package dev.fulgurite.ui.shell;

import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.Demo;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.words.Words;
import java.util.function.Supplier;

/// Where the window gets its investigation from.
///
/// @param words what is being opened, for the analyst who waits
/// @param open may take long and may fail
public record GraphSource(String words, Supplier<Investigation> open) {

    public static GraphSource of(GraphLocation location) {
        return new GraphSource(
                Words.of("shell.opening", location), () -> Investigation.open(location));
    }

    /// The sample incident, in a graph of its own that is made anew.
    public static GraphSource sample() {
        return new GraphSource(
                Words.of("shell.opening.sample"),
                () -> Demo.rebuild(Demo.graph(), IngestListener.silent()));
    }
}
