package dev.fulgurite.ui.files;

import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Gap;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.RejectedRecord;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Takes files in, beside all other work, and tells what became of them. One import runs at a time;
/// what is added meanwhile waits its turn.
public final class FilesViewModel {

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Runnable refresh;
    private final Consumer<Failure> tell;
    private final ReadOnlyObjectWrapper<ImportState> state =
            new ReadOnlyObjectWrapper<>(new ImportState.Idle());
    private final BooleanProperty detectAfter = new SimpleBooleanProperty(true);
    private final ObservableList<FileAccount> files = FXCollections.observableArrayList();
    private final ObservableList<Gap> gaps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable FileAccount> chosen =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Loadable<List<RejectedRecord>>> rejects =
            new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
    private final AtomicReference<@Nullable ImportState> untold = new AtomicReference<>();
    private final List<Path> waiting = new ArrayList<>();
    private @Nullable ImportProgress progress;
    private @Nullable Runnable afterwards;
    private boolean replacing;

    /// @param refresh called when the graph holds more or less than before
    /// @param tell takes failures that leave the page as it is
    public FilesViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Runnable refresh,
            Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.refresh = refresh;
        this.tell = tell;
    }

    public ReadOnlyObjectProperty<ImportState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether every detection runs when an import is done; it does unless told otherwise.
    public BooleanProperty detectAfter() {
        return detectAfter;
    }

    public ObservableList<FileAccount> files() {
        return files;
    }

    public ObservableList<Gap> gaps() {
        return gaps;
    }

    public ReadOnlyObjectProperty<@Nullable FileAccount> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The rejected records of the chosen file.
    public ReadOnlyObjectProperty<Loadable<List<RejectedRecord>>> rejects() {
        return rejects.getReadOnlyProperty();
    }

    /// How many files wait until the import that is under way is done.
    public int waiting() {
        return waiting.size();
    }

    /// Takes files and folders in.
    public void add(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        if (state.get().isBusy()) {
            waiting.addAll(paths);
            return;
        }
        Investigation here = investigation.get();
        ImportProgress now = new ImportProgress(this::post, System::nanoTime);
        progress = now;
        boolean detect = detectAfter.get();
        state.set(new ImportState.Reading(0, 0, List.of(), 0, 0, 0, null, false));
        work.startStoppable(
                "work.import",
                () -> imported(here, paths, now, detect),
                this::finished,
                this::failed,
                this::stop);
    }

    private ImportState.Finished imported(
            Investigation here, List<Path> paths, ImportProgress now, boolean detect) {
        long before = here.countAlerts(AlertStatus.OPEN);
        IngestReport report = here.ingest(paths, now, now);
        boolean stopped = report.wasCancelled() || now.cancelled();
        if (detect && !stopped) {
            post(new ImportState.Detecting());
            here.detectAll();
        }
        long after = here.countAlerts(AlertStatus.OPEN);
        return new ImportState.Finished(report, stopped, Math.max(0, after - before));
    }

    /// Hands the latest state to the window's thread; of several between two frames only the last.
    private void post(ImportState next) {
        if (untold.getAndSet(next) == null) {
            Platform.runLater(() -> {
                ImportState now = untold.getAndSet(null);
                if (now != null && state.get().isBusy()) {
                    state.set(now);
                }
            });
        }
    }

    private void finished(ImportState.Finished result) {
        ended(result);
        List<Path> next = List.copyOf(waiting);
        waiting.clear();
        add(next);
    }

    private void failed(Failure failure) {
        waiting.clear();
        ended(new ImportState.Failed(failure));
    }

    private void ended(ImportState last) {
        progress = null;
        state.set(last);
        Runnable then = afterwards;
        afterwards = null;
        if (then == null) {
            load();
            refresh.run();
        } else {
            then.run();
        }
    }

    /// Ends the import after the batch at hand, or the part of a link. What was stored stays; the
    /// same files go on from there when they are added again.
    public void stop() {
        ImportProgress now = progress;
        waiting.clear();
        if (now != null) {
            now.stop();
            state.set(state.get().asStopping());
        }
    }

    /// Stops the import and then does something, such as closing the window.
    public void stopThen(Runnable then) {
        if (state.get().isBusy()) {
            afterwards = then;
            stop();
        } else {
            then.run();
        }
    }

    /// Puts the result of the last import away.
    public void dismiss() {
        if (!state.get().isBusy()) {
            state.set(new ImportState.Idle());
        }
    }

    /// Reads again what the graph says of its files.
    public void load() {
        Investigation here = investigation.get();
        work.start("work.files", () -> new Held(here.files(), here.gaps()), this::show, tell);
    }

    private record Held(List<FileAccount> files, List<Gap> gaps) {}

    private void show(Held held) {
        FileAccount was = chosen.get();
        if (!gaps.equals(held.gaps())) {
            gaps.setAll(held.gaps());
        }
        if (files.equals(held.files())) {
            return;
        }
        // Replacing the rows takes the table's choice away, which is not the analyst's doing.
        replacing = true;
        files.setAll(held.files());
        replacing = false;
        choose(
                was == null
                        ? null
                        : files.stream()
                                .filter(file ->
                                        file.ledger().sha256().equals(was.ledger().sha256()))
                                .findFirst()
                                .orElse(null));
    }

    /// Another graph is open: nothing of the last one is left here.
    public void clear() {
        files.clear();
        gaps.clear();
        choose(null);
        state.set(new ImportState.Idle());
    }

    public void choose(@Nullable FileAccount file) {
        if (replacing || (file != null && file.equals(chosen.get()))) {
            return;
        }
        chosen.set(file);
        if (file == null || file.ledger().rejected() == 0) {
            rejects.set(new Loadable.Idle<>());
            return;
        }
        rejects.set(new Loadable.Waiting<>());
        Investigation here = investigation.get();
        work.start(
                "work.rejects",
                () -> here.rejects(file.ledger().sha256()),
                found -> told(file, new Loadable.Ready<>(found)),
                failure -> told(file, new Loadable.Failed<>(failure)));
    }

    private void told(FileAccount file, Loadable<List<RejectedRecord>> found) {
        if (file.equals(chosen.get())) {
            rejects.set(found);
        }
    }

    /// Takes the import of a file back.
    ///
    /// @param failed called when it could not be, which is told
    public void undo(FileAccount file, Runnable failed) {
        Investigation here = investigation.get();
        work.start(
                "work.undo",
                () -> here.undo(file.ledger().sha256()),
                _ -> {
                    load();
                    refresh.run();
                },
                failure -> {
                    failed.run();
                    tell.accept(failure);
                });
    }

    /// All files in one line.
    public String summary() {
        long read = files.stream().mapToLong(file -> file.ledger().read()).sum();
        long rejected = files.stream().mapToLong(file -> file.ledger().rejected()).sum();
        return Words.of("files.summary", files.size(), read, rejected);
    }
}
