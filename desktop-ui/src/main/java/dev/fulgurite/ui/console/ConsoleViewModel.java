package dev.fulgurite.ui.console;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.InvestigationException;
import dev.fulgurite.investigation.QueryHistory;
import dev.fulgurite.investigation.SavedQueries;
import dev.fulgurite.investigation.query.Completer;
import dev.fulgurite.investigation.query.Journal;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Runs an analyst's own Cypher and keeps what was run and saved.
public final class ConsoleViewModel {

    /// So many nodes and lines of a result are brought onto the canvas at most.
    static final int BROUGHT = 2_000;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final SavedQueries saved;
    private final QueryHistory history;
    private final BiConsumer<String, Subgraph> bring;
    private final Consumer<Failure> tell;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing());
    private final ReadOnlyObjectWrapper<SavedQueries.Shelf> shelf =
            new ReadOnlyObjectWrapper<>(SavedQueries.Shelf.EMPTY);
    private final ReadOnlyObjectWrapper<QueryHistory.Past> past =
            new ReadOnlyObjectWrapper<>(new QueryHistory.Past(List.of(), 0));
    private final ReadOnlyObjectWrapper<List<Journal.Asked>> asked =
            new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Completer completer;
    private Cancellation running = new Cancellation();

    /// @param folder where the user's history and queries are kept
    /// @param bring puts a part of the graph on the canvas
    /// @param tell takes failures that leave the page as it is
    public ConsoleViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Path folder,
            BiConsumer<String, Subgraph> bring,
            Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.saved = new SavedQueries(folder.resolve("queries"));
        this.history = new QueryHistory(folder.resolve("query-history.jsonl"));
        this.bring = bring;
        this.tell = tell;
    }

    public SavedQueries saved() {
        return saved;
    }

    /// What stands in the editor.
    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SavedQueries.Shelf> shelf() {
        return shelf.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<QueryHistory.Past> past() {
        return past.getReadOnlyProperty();
    }

    /// The statements behind the analyst's last clicks.
    public ReadOnlyObjectProperty<List<Journal.Asked>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Reads anew what is kept, when the page comes up.
    public void begin() {
        Investigation here = investigation.get();
        asked.set(here.journal().latest());
        work.start("work.saved", saved::list, shelf::set, tell);
        work.start("work.saved", history::read, past::set, tell);
        if (completer == null) {
            work.start(
                    "work.vocabulary",
                    () -> new Completer(here.vocabulary()),
                    made -> completer = made,
                    tell);
        }
    }

    /// How the word at a caret may go on; nothing until the words are known.
    Optional<Completer.Proposals> proposals(String typed, int caret, boolean wanted) {
        Completer known = completer;
        return known == null ? Optional.empty() : Optional.of(known.at(typed, caret, wanted));
    }

    /// Runs what stands in the editor.
    public void run() {
        if (outcome.get() instanceof Outcome.Running || text.get().isBlank()) {
            return;
        }
        String query = text.get();
        Cancellation mine = new Cancellation();
        running = mine;
        outcome.set(new Outcome.Running());
        Investigation here = investigation.get();
        work.startStoppable(
                "work.query",
                () -> run(here, query, mine),
                outcome::set,
                failure -> outcome.set(new Outcome.Wrong(failure.happened(), null)),
                mine::cancel);
        work.start("work.saved", () -> remembered(query), past::set, tell);
    }

    private QueryHistory.Past remembered(String query) {
        history.add(query.strip());
        return history.read();
    }

    private static Outcome run(Investigation here, String query, Cancellation cancellation) {
        long start = System.nanoTime();
        try {
            Result result = here.query(query, cancellation);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome.Rows(result, here.unknownNames(query), took);
        } catch (InvestigationException e) {
            return new Outcome.Wrong(String.valueOf(e.getMessage()), null);
        } catch (GraphException e) {
            return switch (e.kind()) {
                case CANCELLED -> new Outcome.Cancelled();
                case TIMED_OUT ->
                        new Outcome.Wrong(
                                Words.of("console.timeout", Investigation.QUERY_TIME.toSeconds()),
                                null);
                case BAD_QUERY, LOCKED, UNREACHABLE, REFUSED, FULL, FAILED ->
                        new Outcome.Wrong(String.valueOf(e.getMessage()), e.place().orElse(null));
            };
        }
    }

    /// Gives the running query up, in the graph, too.
    public void cancel() {
        running.cancel();
    }

    void save(String name) {
        String query = text.get();
        work.start(
                "work.save",
                () -> {
                    saved.save(name, query);
                    return saved.list();
                },
                shelf::set,
                tell);
    }

    void delete(String name) {
        work.start(
                "work.save",
                () -> {
                    saved.delete(name);
                    return saved.list();
                },
                shelf::set,
                tell);
    }

    /// Puts what the result has of the graph on the canvas.
    public void bringAll() {
        if (outcome.get() instanceof Outcome.Rows rows) {
            bring(new ArrayList<>(rows.result().rows()));
        }
    }

    /// Puts one value on the canvas.
    void bringOne(Object value) {
        bring(List.of(Row.of(Map.of("value", value))));
    }

    private void bring(List<Row> rows) {
        Investigation here = investigation.get();
        work.start(
                "work.bring",
                () -> here.graphOf(rows, BROUGHT),
                found -> bring.accept(Words.of("console.brought"), found),
                tell);
    }
}
