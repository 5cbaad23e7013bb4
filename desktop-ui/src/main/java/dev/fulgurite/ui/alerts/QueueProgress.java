package dev.fulgurite.ui.alerts;

/// How much of the queue was read.
public sealed interface QueueProgress {

    QueueProgress WHOLE = new Whole();

    /// All alerts are here.
    record Whole() implements QueueProgress {}

    /// The rest is on its way.
    ///
    /// @param here how many alerts can be seen and worked on already, the most urgent ones
    record Reading(int here, long all) implements QueueProgress {}

    /// The rest is missing.
    ///
    /// @param why reading stopped
    record Cut(int here, long all, String why) implements QueueProgress {}
}
