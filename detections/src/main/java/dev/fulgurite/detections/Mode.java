package dev.fulgurite.detections;

import java.util.Locale;

/// How a detection reads the graph.
public enum Mode {
    /// What its authors meant, on graph identity. The only mode that raises alerts.
    LINKED,
    /// Row for row what the published query returns, defects included.
    PUBLISHED,
    /// The rows that only one of the two modes finds.
    DIFF;

    /// The word used on the command line and in JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
