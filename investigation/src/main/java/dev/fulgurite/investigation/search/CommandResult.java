package dev.fulgurite.investigation.search;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Command lines that hold all words of a text, in no order: the first that were met.
///
/// @param more there are others beyond the limit
/// @param stopped the time was up before everything was looked at
public record CommandResult(List<Hit> hits, boolean more, boolean stopped) {

    public static final CommandResult NOTHING = new CommandResult(List.of(), false, false);

    public CommandResult {
        hits = List.copyOf(hits);
    }

    /// One run of a command or process.
    ///
    /// @param node what stands for it in the graph
    /// @param graph it with the host it ran on
    public record Hit(
            String line, String host, @Nullable Instant at, NodeRef node, Subgraph graph) {}
}
