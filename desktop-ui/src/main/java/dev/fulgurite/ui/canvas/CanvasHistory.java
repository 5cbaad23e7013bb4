package dev.fulgurite.ui.canvas;

import java.util.ArrayDeque;
import java.util.Deque;

/// The states of one canvas, in the order they were made.
final class CanvasHistory {

    private final Deque<CanvasState> past = new ArrayDeque<>();
    private final Deque<CanvasState> future = new ArrayDeque<>();
    private CanvasState now;

    CanvasHistory(CanvasState first) {
        this.now = first;
    }

    CanvasState now() {
        return now;
    }

    void become(CanvasState next) {
        past.push(now);
        future.clear();
        now = next;
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            future.push(now);
            now = past.pop();
        }
    }

    void redo() {
        if (canRedo()) {
            past.push(now);
            now = future.pop();
        }
    }
}
