package dev.fulgurite.detections;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What was made last for each of several questions, kept until the memory is needed for anything
/// else.
final class LastMade<T> {

    private final ConcurrentMap<String, SoftReference<T>> byQuestion = new ConcurrentHashMap<>();

    @Nullable T of(String question) {
        SoftReference<T> made = byQuestion.get(question);
        return made == null ? null : made.get();
    }

    void keep(String question, T made) {
        byQuestion.put(question, new SoftReference<>(made));
    }

    void forget(String question) {
        byQuestion.remove(question);
    }
}
