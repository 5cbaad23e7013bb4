package dev.fulgurite.investigation.watch;

import java.time.Duration;

/// How a watch is asked to end.
public interface Stop {

    boolean asked();

    /// Waits until it is asked to end, or that long.
    void await(Duration most) throws InterruptedException;
}
