package dev.fulgurite.graph.neo4j;

import java.net.URI;

/// The process that holds a graph folder and how to reach its graph.
record RunningGraph(long pid, int port, String password) {

    URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public String toString() {
        return "process " + pid + ", port " + port;
    }
}
