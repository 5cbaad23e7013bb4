package dev.fulgurite.ui.desk;

import dev.fulgurite.investigation.SavedCanvas;
import dev.fulgurite.investigation.SavedMarks;
import dev.fulgurite.investigation.Views;
import dev.fulgurite.ui.canvas.CanvasMemory;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.work.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Saves the canvases a moment after something changed on one, off the window's thread, and when
/// the graph is left.
final class CanvasKeeper {

    private static final Executor SOON =
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS);

    private final CanvasViewModel canvas;
    private final Supplier<Views> views;
    private final Consumer<Failure> tell;
    private boolean due;

    CanvasKeeper(CanvasViewModel canvas, Supplier<Views> views, Consumer<Failure> tell) {
        this.canvas = canvas;
        this.views = views;
        this.tell = tell;
        canvas.state().subscribe((before, after) -> changed());
    }

    private void changed() {
        if (!due) {
            due = true;
            SOON.execute(() -> Platform.runLater(this::save));
        }
    }

    private void save() {
        if (due) {
            due = false;
            Views into = views.get();
            ForkJoinPool.commonPool().execute(saving(into));
        }
    }

    private Runnable saving(Views into) {
        Map<String, SavedCanvas> changed = changes();
        SavedMarks written = canvas.written().orElse(null);
        return () -> write(into, changed, written);
    }

    private void write(Views into, Map<String, SavedCanvas> changed, @Nullable SavedMarks written) {
        try {
            into.save(changed, written);
        } catch (RuntimeException e) {
            Failure failure = Failure.of("work.views", e);
            Platform.runLater(() -> tell.accept(failure));
        }
    }

    private Map<String, SavedCanvas> changes() {
        Map<String, SavedCanvas> changes = new HashMap<>();
        canvas.worked()
                .forEach((alert, state) ->
                        changes.put(
                                alert, CanvasMemory.saved(state, canvas.look(alert).orElse(null))));
        return changes;
    }

    /// Nothing is here that would have to be saved.
    void forget() {
        due = false;
    }

    /// What saves the canvases as they are now; the graph is left.
    ///
    /// @param into null when no graph was open
    Runnable leaving(@Nullable Views into) {
        due = false;
        return into == null ? () -> {} : saving(into);
    }
}
