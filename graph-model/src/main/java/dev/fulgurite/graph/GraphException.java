package dev.fulgurite.graph;

import java.util.Optional;
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
        /// The disk takes nothing more. The graph writes nothing until it is opened again.
        FULL,
        /// Whoever asked gave it up.
        CANCELLED,
        /// Anything else the store reports; the cause tells.
        FAILED
    }

    /// Where in a statement its mistake is, both from 1.
    public record Place(int line, int column) {}

    private final Kind kind;
    private final transient @Nullable Place place;

    public GraphException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    public GraphException(
            Kind kind, String message, @Nullable Place place, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.place = place;
    }

    public Kind kind() {
        return kind;
    }

    /// Where the mistake of a [Kind#BAD_QUERY] is, when the store says so.
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }
}
