package dev.fulgurite.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Lets one thread at a time read files of the same bytes: the second finds them known.
final class OneReaderEach {

    private final Map<String, ReentrantLock> readers = new ConcurrentHashMap<>();

    boolean alone(String sha256, BooleanSupplier reading) {
        ReentrantLock lock = readers.computeIfAbsent(sha256, _ -> new ReentrantLock());
        lock.lock();
        try {
            return reading.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
