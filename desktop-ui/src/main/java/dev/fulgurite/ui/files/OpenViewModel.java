package dev.fulgurite.ui.files;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.memory.Recent;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which graphs can be opened: those of before, a folder, a server, the sample. A password goes to
/// the server and nowhere else.
public final class OpenViewModel {

    /// A graph that was opened before.
    ///
    /// @param missing whether its folder is not there any more
    public record Row(Recent.Graph graph, boolean missing) {
        boolean isServer() {
            return GraphLocation.namesServer(graph.location());
        }
    }

    private final Work work;
    private final Recent recent;
    private final Consumer<GraphLocation> open;
    private final Runnable sample;
    private final Consumer<Failure> tell;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    public OpenViewModel(
            Work work,
            Recent recent,
            Consumer<GraphLocation> open,
            Runnable sample,
            Consumer<Failure> tell) {
        this.work = work;
        this.recent = recent;
        this.open = open;
        this.sample = sample;
        this.tell = tell;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /// Why what was entered names no server; `""` when it does.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Looks which of the graphs opened before are still there.
    public void load() {
        refusal.set("");
        List<Recent.Graph> graphs = recent.graphs();
        work.start(
                "work.recent",
                () -> graphs.stream().map(OpenViewModel::row).toList(),
                rows::setAll,
                tell);
    }

    private static Row row(Recent.Graph graph) {
        boolean server = GraphLocation.namesServer(graph.location());
        return new Row(graph, !server && !Files.isDirectory(Path.of(graph.location())));
    }

    public void folder(Path folder) {
        open.accept(new GraphLocation.Folder(folder));
    }

    public void sample() {
        sample.run();
    }

    /// Opens the graph of a server, unless the address cannot be one.
    public void server(String address, String user, String password) {
        String trimmed = address.trim();
        try {
            if (!GraphLocation.namesServer(trimmed) || new URI(trimmed).getHost() == null) {
                refusal.set(Words.of("open.server.refused"));
                return;
            }
            refusal.set("");
            open.accept(new GraphLocation.Server(new URI(trimmed), user.trim(), password));
        } catch (URISyntaxException e) {
            refusal.set(Words.of("open.server.refused"));
        }
    }

    /// Takes a graph off the list.
    public void forget(Row row) {
        recent.forget(row.graph());
        rows.remove(row);
    }
}
