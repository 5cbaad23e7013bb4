package dev.fulgurite.ui.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Graphs that were opened, the latest first.
public final class Recent {

    /// One that was opened.
    ///
    /// @param location a folder, or the address of a server
    /// @param user of a server, `""` for a folder
    public record Graph(String location, String user) {}

    private static final String KEY = "recent.graphs";
    private static final int MOST = 8;

    private final Memory memory;

    public Recent(Memory memory) {
        this.memory = memory;
    }

    public List<Graph> graphs() {
        return Arrays.stream(memory.recall(KEY, Graph[].class, new Graph[0]))
                .filter(graph -> graph.location() != null && graph.user() != null)
                .toList();
    }

    /// Puts a graph at the top.
    public void opened(Graph graph) {
        List<Graph> all = new ArrayList<>(graphs());
        all.removeIf(other -> other.location().equals(graph.location()));
        all.addFirst(graph);
        keep(all.subList(0, Math.min(MOST, all.size())));
    }

    /// Takes a graph off the list; the graph itself stays.
    public void forget(Graph graph) {
        keep(graphs().stream().filter(other -> !other.equals(graph)).toList());
    }

    private void keep(List<Graph> graphs) {
        memory.keep(KEY, graphs.toArray(Graph[]::new));
    }
}
