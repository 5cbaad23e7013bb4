package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Ledger;

/// Lets several readers tell a listener one at a time, so that it need not know of threads.
final class InTurn implements IngestListener {

    private final IngestListener listener;

    InTurn(IngestListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void found(int files, long bytes) {
        listener.found(files, bytes);
    }

    @Override
    public synchronized void started(String file, long size) {
        listener.started(file, size);
    }

    @Override
    public synchronized void progressed(String file, long bytes, long size, long records) {
        listener.progressed(file, bytes, size, records);
    }

    @Override
    public synchronized void finished(Ledger ledger) {
        listener.finished(ledger);
    }

    @Override
    public synchronized boolean cancelled() {
        return listener.cancelled();
    }
}
