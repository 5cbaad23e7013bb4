package dev.fulgurite.graph.neo4j;

import java.net.URI;
import java.time.Instant;

/// The process that holds a graph folder and how to reach its graph.
///
/// @param started when the process began, in milliseconds since 1970, 0 where the system does not
///   say: the number of a process that was killed is soon that of another
record RunningGraph(long pid, long started, int port, String password) {

    /// A graph that this very process holds.
    static RunningGraph here(int port, String password) {
        ProcessHandle here = ProcessHandle.current();
        return new RunningGraph(here.pid(), started(here), port, password);
    }

    URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && started(process) == started)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String toString() {
        return "process " + pid + ", port " + port;
    }
}
