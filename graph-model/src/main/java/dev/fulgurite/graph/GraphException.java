package dev.fulgurite.graph;

import org.jspecify.annotations.Nullable;

/// The graph could not be opened, read or written. The message says what, where and what to do;
/// `kind` lets a front end choose an exit code or a screen.
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Kind {
        /// Another process holds the graph folder.
        LOCKED,
        /// No server answers at the address.
        UNREACHABLE,
        /// The server refused the user or password.
        REFUSED,
        /// The statement is wrong, or is not allowed to a reader.
        BAD_QUERY,
        /// The statement ran longer than its time limit, or asked for more memory than it may.
        TIMED_OUT,
        /// Anything else the store reports; the cause tells.
        FAILED
    }

    private final Kind kind;

    public GraphException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
