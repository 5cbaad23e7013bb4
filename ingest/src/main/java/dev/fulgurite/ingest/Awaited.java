package dev.fulgurite.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for work on another thread as if it had been called here.
final class Awaited {

    private Awaited() {}

    /// The result, or the work's own exception.
    ///
    /// @param what was under way, for a message: "a batch was being stored"
    static <T> T result(Future<T> work, String what) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while " + what, stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException own -> throw own;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("failed while " + what, failed);
            }
        }
    }
}
