package dev.fulgurite.graph;

import java.util.concurrent.Callable;

/// Lets one thread give up what another reads: the store itself stops working on it. One
/// cancellation is for one read at a time.
///
/// ```java
/// Cancellation cancel = new Cancellation();
/// button.setOnAction(_ -> cancel.cancel());
/// graph.read(query, cancel);
/// cancel.cover(() -> investigation.pivots(host));
/// ```
public final class Cancellation {

    private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

    private boolean cancelled;
    private Runnable stop = () -> {};

    /// What covers the work that this thread is in; one that nobody cancels when nothing does.
    public static Cancellation current() {
        return CURRENT.isBound() ? CURRENT.get() : new Cancellation();
    }

    /// Does work whose reads are given up by this, as far as this thread makes them one after the
    /// other and they name no cancellation of their own. What the work writes is not.
    public <T> T cover(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /// Gives the read up, also one that has not begun; returns at once. The reader gets a
    /// [GraphException.Kind#CANCELLED].
    public void cancel() {
        Runnable now;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = stop;
        }
        now.run();
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// For a store: what makes it stop. It must not wait, and is called at once when this was
    /// cancelled before.
    public void whenCancelled(Runnable makesItStop) {
        synchronized (this) {
            stop = makesItStop;
            if (!cancelled) {
                return;
            }
        }
        makesItStop.run();
    }
}
