package dev.fulgurite.investigation;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.model.NodeRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The analyst named something that is not there, or a file could not be read or written. The
/// message says what, where and what to do.
public final class InvestigationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Kind {
        UNKNOWN_PATH,
        /// The graph is named in a way that cannot be meant.
        BAD_LOCATION,
        UNKNOWN_NODE,
        /// Several nodes have the key: [#candidates()] lists them.
        AMBIGUOUS_NODE,
        UNKNOWN_RULE,
        UNKNOWN_PIVOT,
        /// No path goes over relationships of this type.
        UNKNOWN_TYPE,
        UNKNOWN_FORMAT,
        /// No such file was ingested.
        UNKNOWN_FILE,
        /// The statement would write, or is not one that an analyst may run.
        QUERY_REFUSED,
        /// A file could not be read or written.
        FILE
    }

    private final Kind kind;
    private final transient List<NodeRef> candidates;

    public InvestigationException(Kind kind, String message) {
        this(kind, message, List.of());
    }

    public InvestigationException(Kind kind, String message, List<NodeRef> candidates) {
        super(message);
        this.kind = kind;
        this.candidates = List.copyOf(candidates);
    }

    public InvestigationException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.candidates = List.of();
    }

    /// A file or folder could not be used.
    ///
    /// @param what was tried, such as `cannot write`
    public static InvestigationException file(String what, Path path, IOException cause) {
        return new InvestigationException(
                Kind.FILE, what + " " + path + ": " + FileFailure.why(path, cause), cause);
    }

    public Kind kind() {
        return kind;
    }

    public List<NodeRef> candidates() {
        return candidates == null ? List.of() : candidates;
    }
}
