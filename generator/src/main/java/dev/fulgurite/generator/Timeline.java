package dev.fulgurite.generator;

import dev.fulgurite.generator.trace.Trace;
import java.io.IOException;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Brings the traces of what happens at the same time into one order. Holds only what is not over
/// yet, however long the whole is.
final class Timeline {

    static final long MILLISECOND = 10_000;
    static final long SECOND = 1000 * MILLISECOND;

    /// Takes traces in the order of time.
    interface Sink {
        void take(Trace trace, @Nullable Chain chain) throws IOException;
    }

    private record Planned(long order, Trace trace, @Nullable Chain chain)
            implements Comparable<Planned> {

        @Override
        public int compareTo(Planned other) {
            int byTime = Long.compare(trace.at(), other.trace.at());
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private final long limit;
    private final PriorityQueue<Planned> waiting = new PriorityQueue<>();
    private long planned;
    private @Nullable Chain chain;

    /// @param limit takes so many traces and no more
    Timeline(long limit) {
        this.limit = limit;
    }

    static long ticks(Instant at) {
        return at.getEpochSecond() * SECOND + at.getNano() / 100;
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(ticks / SECOND, ticks % SECOND * 100);
    }

    /// The part of all traces that is planned.
    double part() {
        return (double) planned / limit;
    }

    boolean isFull() {
        return planned >= limit;
    }

    /// What is added from now on belongs to this attack, or to none.
    void belongsTo(@Nullable Chain attack) {
        chain = attack;
    }

    void add(Trace trace) {
        if (!isFull()) {
            waiting.add(new Planned(planned++, trace, chain));
        }
    }

    /// Hands on what happened before `at`.
    void flow(long at, Sink sink) throws IOException {
        for (Planned next = waiting.peek();
                next != null && next.trace.at() < at;
                next = waiting.peek()) {
            waiting.poll();
            sink.take(next.trace, next.chain);
        }
    }
}
