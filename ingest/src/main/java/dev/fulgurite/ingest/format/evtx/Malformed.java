package dev.fulgurite.ingest.format.evtx;

/// Bytes that are no event, and why. Without a stack: a hostile file has millions of them.
final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    Malformed(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
