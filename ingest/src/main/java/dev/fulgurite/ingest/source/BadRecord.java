package dev.fulgurite.ingest.source;

/// A record that is of a source but of no use; the message says why.
public final class BadRecord extends Exception {

    private static final long serialVersionUID = 1;

    BadRecord(String reason) {
        super(reason, null, false, false);
    }
}
