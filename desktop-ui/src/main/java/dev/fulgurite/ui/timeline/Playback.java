package dev.fulgurite.ui.timeline;

import dev.fulgurite.investigation.Timeline.Moment;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Lights what happened event by event: a step goes on to the next time at which something
/// happened, however long nothing did. Nothing moves and nothing flashes.
public final class Playback {

    /// A large story is played in no more steps than this.
    private static final int STEPS = 120;

    private final TimelineViewModel model;
    private final ReadOnlyObjectWrapper<@Nullable Long> head = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty running = new SimpleBooleanProperty(false);
    private final IntegerProperty speed = new SimpleIntegerProperty(1);
    private int place;

    Playback(TimelineViewModel model) {
        this.model = model;
    }

    /// How far it has played; null when it does not.
    ReadOnlyObjectProperty<@Nullable Long> head() {
        return head.getReadOnlyProperty();
    }

    public BooleanProperty running() {
        return running;
    }

    /// 1, 2 or 4 times.
    IntegerProperty speed() {
        return speed;
    }

    void faster() {
        speed.set(speed.get() >= 4 ? 1 : speed.get() * 2);
    }

    /// Plays from the start, pauses, or goes on.
    public void toggle() {
        if (running.get()) {
            running.set(false);
        } else if (!model.timeline().moments().isEmpty()) {
            if (head.get() == null) {
                place = -1;
                step();
            }
            running.set(true);
        }
    }

    /// On to the next event; at the end it pauses with all lit.
    public void step() {
        List<Moment> all = model.timeline().moments();
        int next = place + Math.max(1, all.size() / STEPS);
        if (place >= all.size() - 1) {
            running.set(false);
            return;
        }
        place = Math.min(next, all.size() - 1);
        head.set(Span.nanos(all.get(place).at()));
        model.relight();
    }

    void stop() {
        running.set(false);
        head.set(null);
        place = -1;
    }
}
