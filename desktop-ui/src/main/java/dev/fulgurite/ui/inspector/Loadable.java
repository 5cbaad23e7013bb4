package dev.fulgurite.ui.inspector;

import dev.fulgurite.ui.work.Failure;

/// Something that is asked of the graph and comes later, or does not.
public sealed interface Loadable<T> {

    /// Nobody asked yet.
    record Idle<T>() implements Loadable<T> {}

    record Waiting<T>() implements Loadable<T> {}

    record Ready<T>(T value) implements Loadable<T> {}

    record Failed<T>(Failure failure) implements Loadable<T> {}
}
