package dev.fulgurite.graph.cypher;

/// A Cypher file that cannot be used; the message is `file:line: reason`.
public final class CypherFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    public CypherFileException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /// From 1.
    public int line() {
        return line;
    }
}
