package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.canvas.Selection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was looked at, in order, to go back and forward as in a browser.
final class Trail {

    /// An alert and what was selected on its canvas.
    record Stop(String alert, Selection selection) {}

    private static final int REMEMBERED = 200;

    private final Deque<Stop> behind = new ArrayDeque<>();
    private final Deque<Stop> ahead = new ArrayDeque<>();
    private @Nullable Stop here;

    /// Something else is looked at; what was ahead is forgotten. Selecting nothing is no stop of
    /// its own.
    void visit(Stop stop) {
        Stop from = here;
        if (stop.equals(from)) {
            return;
        }
        boolean sameAlert = from != null && from.alert().equals(stop.alert());
        if (sameAlert && stop.selection().equals(Selection.NOTHING)) {
            return;
        }
        if (from != null) {
            behind.push(from);
            if (behind.size() > REMEMBERED) {
                behind.removeLast();
            }
        }
        ahead.clear();
        here = stop;
    }

    Optional<Stop> back() {
        return step(behind, ahead);
    }

    Optional<Stop> forward() {
        return step(ahead, behind);
    }

    private Optional<Stop> step(Deque<Stop> from, Deque<Stop> to) {
        Stop next = from.poll();
        if (next == null) {
            return Optional.empty();
        }
        if (here != null) {
            to.push(here);
        }
        here = next;
        return Optional.of(next);
    }

    void forget() {
        behind.clear();
        ahead.clear();
        here = null;
    }
}
