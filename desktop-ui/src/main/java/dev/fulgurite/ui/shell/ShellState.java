package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.work.Failure;

/// What the window as a whole is showing.
public sealed interface ShellState {

    /// The graph is being opened, or the sample made.
    record Opening(String words) implements ShellState {}

    /// It could not be opened.
    record Failed(Failure failure) implements ShellState {}

    /// No log was ever read into this graph.
    record NoEvidence(String location) implements ShellState {}

    /// Logs are here, alerts are not.
    record NoAlerts(String location, long events, int blind) implements ShellState {}

    /// At work.
    record Ready(String location) implements ShellState {}
}
