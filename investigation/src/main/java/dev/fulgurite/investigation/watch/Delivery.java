package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Alerts;
import dev.fulgurite.detections.Untold;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Tells one sink of every open alert, once, and again when it became more urgent or its case grew.
/// The graph is its queue: what a sink was told is marked there after the sink took it, so that
/// nothing is lost when either dies, and what a sink took just before that is told again, under the
/// same id.
final class Delivery {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Sink sink;
    private final Alerts alerts;
    private final Function<Untold, Notice> notice;
    private final WatchListener listener;
    private Duration wait = Duration.ZERO;

    Delivery(
            Sink sink,
            Alerts alerts,
            String graph,
            Function<Map<String, ?>, String> json,
            WatchListener listener) {
        this.sink = sink;
        this.alerts = alerts;
        this.notice = untold -> Notice.of(untold, graph, json);
        this.listener = listener;
    }

    Sink sink() {
        return sink;
    }

    /// Tells the sink of all that it was not told of.
    ///
    /// @param stop whether to leave the rest to the next time
    /// @return how long to wait before the next attempt when the sink does not listen, else zero
    Duration deliver(BooleanSupplier stop) throws InterruptedException {
        try {
            for (List<Untold> some = next(stop); !some.isEmpty(); some = next(stop)) {
                tell(some);
                wait = Duration.ZERO;
            }
        } catch (IOException e) {
            wait = wait.isZero() ? FIRST_WAIT : shorter(wait.multipliedBy(2), LONGEST_WAIT);
            listener.unheard(sink.name(), String.valueOf(e.getMessage()), wait);
        }
        return wait;
    }

    private List<Untold> next(BooleanSupplier stop) {
        return stop.getAsBoolean() ? List.of() : alerts.untold(sink.id(), sink.atOnce());
    }

    private void tell(List<Untold> some) throws IOException, InterruptedException {
        try {
            sink.tell(some.stream().map(notice).toList());
            listener.told(sink.name(), some.size());
        } catch (Sink.Unwanted e) {
            listener.note(sink.name() + ": " + e.getMessage() + "; it is not told again");
        }
        alerts.told(sink.id(), some);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
