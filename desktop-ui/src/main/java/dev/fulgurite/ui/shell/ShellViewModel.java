package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.UserData;
import dev.fulgurite.ui.catalogue.CatalogueViewModel;
import dev.fulgurite.ui.console.ConsoleViewModel;
import dev.fulgurite.ui.desk.DeskViewModel;
import dev.fulgurite.ui.files.FilesViewModel;
import dev.fulgurite.ui.files.OpenViewModel;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.memory.Recent;
import dev.fulgurite.ui.search.Places;
import dev.fulgurite.ui.search.SearchViewModel;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Aside;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Opens the investigation that all pages of the window work on, and tells how it stands.
public final class ShellViewModel implements AutoCloseable {

    private static final int MOST_FAILURES = 50;

    private final Work work = new Work();
    private final Aside aside = new Aside(work);
    private final DeskViewModel desk;
    private final ConsoleViewModel console;
    private final CatalogueViewModel catalogue;
    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> notice = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ToldFailure> failures = FXCollections.observableArrayList();
    private final FilesViewModel files;
    private final OpenViewModel openings;
    private final Recent recent;
    private final ReadOnlyStringWrapper visited = new ReadOnlyStringWrapper("");
    private GraphSource source;
    private Opening opening;
    private Work.@Nullable Job openingJob;
    private @Nullable Investigation investigation;

    /// @param memory keeps which graphs were opened
    public ShellViewModel(GraphSource source, Memory memory) {
        this.source = source;
        this.recent = new Recent(memory);
        this.files = new FilesViewModel(work, this::investigation, this::refresh, this::tell);
        this.openings =
                new OpenViewModel(
                        work,
                        recent,
                        location -> open(this.source.other(location)),
                        this::openSample,
                        this::tell);
        this.opening = new Opening(source);
        this.state = new ReadOnlyObjectWrapper<>(new ShellState.Opening(source.words()));
        this.desk = new DeskViewModel(work, this::investigation, this::tell, this::refresh);
        this.console =
                new ConsoleViewModel(
                        work,
                        this::investigation,
                        UserData.folder(),
                        desk.canvas()::bring,
                        this::tell);
        this.catalogue =
                new CatalogueViewModel(work, this::investigation, this::tell, this::refresh);
    }

    public Work work() {
        return work;
    }

    public DeskViewModel desk() {
        return desk;
    }

    public ConsoleViewModel console() {
        return console;
    }

    /// From now on each graph is readied, after its first story was told and while nothing else is
    /// under way, for what the analyst is likely to ask next.
    public void lookAhead() {
        desk.story()
                .subscribe(told -> {
                    if (told != null && !aside.hasBegun()) {
                        aside.begin(desk.ahead(told));
                    }
                });
    }

    /// What is done while nothing else is.
    public Aside aside() {
        return aside;
    }

    /// What the palette looks through.
    SearchViewModel search(Places places) {
        return new SearchViewModel(work, this::investigation, console.saved(), places);
    }

    public CatalogueViewModel catalogue() {
        return catalogue;
    }

    public ReadOnlyObjectProperty<ShellState> state() {
        return state.getReadOnlyProperty();
    }

    /// Null until a graph is open.
    public ReadOnlyObjectProperty<@Nullable Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    /// A failure that leaves the window as it is; null when there is none to tell.
    public ReadOnlyObjectProperty<@Nullable Failure> notice() {
        return notice.getReadOnlyProperty();
    }

    public FilesViewModel files() {
        return files;
    }

    /// Which graphs can be opened.
    public OpenViewModel openings() {
        return openings;
    }

    /// What failed since the start, the latest first.
    public ObservableList<ToldFailure> failures() {
        return failures;
    }

    /// Tells a failure that leaves the window as it is.
    public void tell(Failure failure) {
        keep(failure);
        notice.set(failure);
    }

    private void keep(Failure failure) {
        failures.addFirst(new ToldFailure(Instant.now(), failure));
        if (failures.size() > MOST_FAILURES) {
            failures.removeLast();
        }
    }

    public void dismissNotice() {
        notice.set(null);
    }

    /// Opens the graph; after a failure, tries again.
    public void open() {
        state.set(new ShellState.Opening(source.words()));
        notice.set(null);
        Opening asked = new Opening(source);
        opening = asked;
        Investigation before = investigation;
        investigation = null;
        Runnable keep = desk.leaving(before);
        aside.stop();
        desk.forget();
        work.cancelAll();
        openingJob =
                work.start(
                        "work.open",
                        () -> {
                            keep.run();
                            close(before);
                            return asked.open();
                        },
                        this::show,
                        this::failed);
    }

    /// Stops waiting for the graph. What still opens is closed as soon as it is there.
    public void cancelOpening() {
        Work.Job job = openingJob;
        opening.givenUp = true;
        if (job != null) {
            job.cancel();
        }
        failed(
                new Failure(
                        Words.of("shell.cancelled"),
                        Words.of("work.open.kept"),
                        Words.of("failure.next.cancelled"),
                        ""));
    }

    public void openSample() {
        open(GraphSource.sample(source.rules()));
    }

    /// Closes the graph that is open and opens another; an import ends at a safe point first.
    public void open(GraphSource next) {
        files.stopThen(() -> {
            source = next;
            open();
        });
    }

    /// Whether what is open, or opens, is the sample incident.
    public boolean isSample() {
        return source.isSample();
    }

    /// Whether a graph is open.
    public boolean isOpen() {
        return investigation != null;
    }

    /// Asks the graph again, after its server was lost.
    public void reconnect() {
        notice.set(null);
        if (investigation == null) {
            open();
        } else {
            refresh();
        }
    }

    /// Reads again what the graph holds, after something was added to it or changed in it.
    public void refresh() {
        Investigation here = investigation();
        work.start("work.refresh", () -> Overview.of(here), this::show, this::tell);
    }

    /// Asks whether the graph holds more than the window shows, and tells the queue.
    public void lookForNews() {
        Overview shown = overview.get();
        Investigation here = investigation;
        if (shown != null && here != null) {
            work.start(
                    "work.news",
                    here::pulse,
                    now -> desk.alerts().tellNews(shown.pulse().news(now)),
                    _ -> desk.alerts().tellNews(Words.of("queue.news.silent")));
        }
    }

    /// Goes to a page of the window.
    public void visit(String page) {
        visited.set("");
        visited.set(page);
    }

    /// Id of the page that was asked for last.
    public ReadOnlyStringProperty visited() {
        return visited.getReadOnlyProperty();
    }

    /// Runs every detection at the time of the newest event.
    public void detect() {
        state.set(new ShellState.Opening(Words.of("shell.detecting")));
        Investigation here = investigation();
        work.start(
                "work.detect",
                () -> {
                    here.detectAll();
                    return Overview.of(here);
                },
                this::show,
                this::failed);
    }

    private record Opened(Opening by, Investigation investigation, Overview overview) {}

    /// One attempt to open a graph.
    private static final class Opening {
        private final GraphSource from;
        private volatile boolean givenUp;
        private volatile @Nullable Investigation opened;

        Opening(GraphSource from) {
            this.from = from;
        }

        Opened open() {
            Investigation investigation = from.open().get();
            opened = investigation;
            try {
                if (givenUp) {
                    throw new CancellationException();
                }
                return new Opened(this, investigation, Overview.of(investigation));
            } catch (RuntimeException e) {
                investigation.close();
                throw e;
            }
        }
    }

    private void show(Opened opened) {
        if (opened.by() != opening || opening.givenUp) {
            work.start("work.open", () -> closed(opened.investigation()), _ -> {}, this::tell);
            return;
        }
        investigation = opened.investigation();
        openingJob = null;
        Recent.Graph opening = source.recent();
        if (opening != null) {
            recent.opened(opening);
        }
        files.clear();
        show(opened.overview());
    }

    private void show(Overview found) {
        overview.set(found);
        desk.alerts().tellNews("");
        desk.alerts().showBlind(found.blind(), found.rules().size());
        desk.read(found.pulse().alerts());
        if (found.files() == 0) {
            state.set(new ShellState.NoEvidence(found.location()));
        } else if (found.pulse().alerts() == 0) {
            state.set(
                    new ShellState.NoAlerts(
                            found.location(), found.events(), found.blind().size()));
        } else {
            state.set(new ShellState.Ready(found.location()));
        }
    }

    private void failed(Failure failure) {
        keep(failure);
        state.set(new ShellState.Failed(failure));
    }

    private Investigation investigation() {
        return Objects.requireNonNull(investigation, "no graph is open");
    }

    private static boolean closed(Investigation open) {
        open.close();
        return true;
    }

    private static void close(@Nullable Investigation open) {
        if (open != null) {
            open.close();
        }
    }

    /// Waits until the graph is closed, so that nothing of it is lost. One that still opens closes
    /// itself as soon as it is there.
    @Override
    public void close() {
        opening.givenUp = true;
        aside.stop();
        work.close();
        desk.leaving(investigation).run();
        close(investigation == null ? opening.opened : investigation);
    }
}
