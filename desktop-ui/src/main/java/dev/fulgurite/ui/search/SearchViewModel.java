package dev.fulgurite.ui.search;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.SavedQueries;
import dev.fulgurite.investigation.search.CommandResult;
import dev.fulgurite.investigation.search.SearchResult;
import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;

/// Looks everywhere for what is typed. What the window knows is there at once; the graph is asked
/// when the typing pauses, and its answer to an older text is given up and dropped.
public final class SearchViewModel {

    /// So many entries of each kind are shown.
    static final int SHOWN = 8;

    private static final Duration PAUSE = Duration.millis(140);

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final SavedQueries saved;
    private final Places places;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ReadOnlyObjectWrapper<List<Entry>> entries =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private final List<Cancellation> asking = new ArrayList<>();
    private int waiting;
    private String text = "";
    private SavedQueries.Shelf shelf = SavedQueries.Shelf.EMPTY;
    private List<PivotOffer> pivots = List.of();
    private Answer answer = Answer.NONE;

    public SearchViewModel(
            Work work, Supplier<Investigation> investigation, SavedQueries saved, Places places) {
        this.work = work;
        this.investigation = investigation;
        this.saved = saved;
        this.places = places;
        pause.setOnFinished(_ -> ask());
    }

    /// What is known of a text.
    record Answer(SearchResult entities, CommandResult commands, List<Alert> alerts) {
        static final Answer NONE =
                new Answer(SearchResult.NOTHING, CommandResult.NOTHING, List.of());

        Answer with(SearchResult other) {
            return new Answer(other, commands, alerts);
        }

        Answer with(CommandResult other) {
            return new Answer(entities, other, alerts);
        }

        Answer with(List<Alert> other) {
            return new Answer(entities, commands, other);
        }
    }

    ReadOnlyObjectProperty<List<Entry>> entries() {
        return entries.getReadOnlyProperty();
    }

    /// `looking`, `nothing`, `failed` or `""`.
    ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }

    /// Begins anew, with what may have changed since the last time.
    public void begin() {
        pivots = List.of();
        places.pivots(found -> {
            pivots = found;
            show();
        });
        work.start(
                "work.saved",
                saved::list,
                found -> {
                    shelf = found;
                    show();
                },
                _ -> shelf = SavedQueries.Shelf.EMPTY);
        type("");
    }

    /// Looks for a text.
    public void type(String typed) {
        end();
        text = typed.strip();
        answer = Answer.NONE;
        if (text.isEmpty()) {
            pause.stop();
            says.set("");
        } else {
            pause.playFromStart();
            says.set("looking");
        }
        show();
    }

    /// Gives up what is being looked for.
    public void end() {
        pause.stop();
        asking.forEach(Cancellation::cancel);
        asking.clear();
    }

    /// What the indexes know is shown first; what must be looked for comes after.
    private void ask() {
        Investigation here = investigation.get();
        String wanted = text;
        waiting = 4;
        ask(
                cancel -> here.searchAlerts(wanted, SHOWN + 1, cancel),
                found -> answer = answer.with(found));
        ask(
                cancel -> here.searchKeys(wanted, SHOWN, cancel),
                keys -> {
                    if (answer.entities().hits().isEmpty()) {
                        answer = answer.with(keys);
                    }
                });
        ask(cancel -> here.search(wanted, SHOWN, cancel), found -> answer = answer.with(found));
        ask(
                cancel -> here.searchCommands(wanted, SHOWN, cancel),
                found -> answer = answer.with(found));
    }

    private <T> void ask(Function<Cancellation, T> question, Consumer<T> take) {
        Cancellation mine = new Cancellation();
        asking.add(mine);
        work.startStoppable(
                "work.search",
                () -> question.apply(mine),
                found -> {
                    if (!mine.isCancelled()) {
                        take.accept(found);
                        waiting--;
                        says.set(waiting > 0 ? "looking" : "");
                        show();
                    }
                },
                failure -> failed(mine, failure),
                () -> {
                    end();
                    says.set("");
                });
    }

    private void failed(Cancellation mine, Failure failure) {
        if (!mine.isCancelled()) {
            says.set("failed " + failure.happened());
        }
    }

    /// What there is to do with single things would be too much before anything is typed.
    private List<Action> actions() {
        List<Action> all = new ArrayList<>(places.actions());
        if (!text.isEmpty()) {
            all.addAll(places.actionsOfNow());
        }
        return all;
    }

    private void show() {
        Groups groups = new Groups(text, places);
        groups.entities(answer.entities());
        groups.alerts(answer.alerts());
        groups.commands(answer.commands());
        groups.pivots(pivots);
        groups.saved(shelf);
        groups.actions(actions());
        entries.set(groups.entries());
        if (says.get().isEmpty() && entries.get().isEmpty()) {
            says.set("nothing");
        }
    }
}
