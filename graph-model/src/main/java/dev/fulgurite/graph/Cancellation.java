package dev.fulgurite.graph;

/// Lets one thread give up a read that another waits for: the store itself stops working on it. One
/// cancellation is for one read.
///
/// ```java
/// Cancellation cancel = new Cancellation();
/// button.setOnAction(_ -> cancel.cancel());
/// graph.read(query, cancel);
/// ```
public final class Cancellation {

    private boolean cancelled;
    private Runnable stop = () -> {};

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
