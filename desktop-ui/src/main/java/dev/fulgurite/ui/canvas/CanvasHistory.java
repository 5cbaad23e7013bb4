package dev.fulgurite.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The states of one canvas, in the order they were made. Tags and notes are shared with all other
/// canvases.
final class CanvasHistory {

    /// @param deed what was written on nodes when this state was left or come to
    private record Step(CanvasState state, CaseMarks.Deed deed) {}

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final CaseMarks marks;
    private CanvasState now;
    private @Nullable CanvasState shown;
    private int shownAt;

    CanvasHistory(CanvasState first, CaseMarks marks) {
        this.now = first;
        this.marks = marks;
    }

    /// With what is written on its nodes, wherever that was done.
    CanvasState now() {
        CanvasState known = shown;
        if (known == null || shownAt != marks.version()) {
            known = now.bearing(marks);
            shown = known;
            shownAt = marks.version();
        }
        return known;
    }

    /// What was written on nodes between now and `next` is written for all canvases.
    void become(CanvasState next) {
        CaseMarks.Deed deed = CaseMarks.Deed.between(now().marks(), next.marks());
        past.push(new Step(now, deed));
        future.clear();
        turnTo(next);
        marks.add(deed);
    }

    private void turnTo(CanvasState other) {
        now = other;
        shown = null;
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    void undo() {
        Step step = past.poll();
        if (step != null) {
            future.push(new Step(now, step.deed()));
            turnTo(step.state());
            marks.undo(step.deed());
        }
    }

    void redo() {
        Step step = future.poll();
        if (step != null) {
            past.push(new Step(now, step.deed()));
            turnTo(step.state());
            marks.redo(step.deed());
        }
    }
}
