package dev.fulgurite.investigation.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What to watch, how, and whom to tell.
///
/// @param folders whose files are read as they arrive, with all below them
/// @param settle how long a file must not have changed before it is read
/// @param look how often to look for files
/// @param lag how long logs may take to arrive: no run covers what is younger
/// @param keep how many runs of each rule are kept in the graph
/// @param settings of parameters and schedules, by `name` or `rule.name`
/// @param sinks who is told of alerts
public record WatchOrder(
        List<Path> folders,
        Duration settle,
        Duration look,
        Duration lag,
        int keep,
        Map<String, String> settings,
        List<SinkAddress> sinks) {

    public WatchOrder {
        folders = folders.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        settings = Map.copyOf(settings);
        sinks = List.copyOf(sinks);
    }
}
