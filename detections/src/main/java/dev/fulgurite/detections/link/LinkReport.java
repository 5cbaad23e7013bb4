package dev.fulgurite.detections.link;

import java.util.List;

/// What a run of all links changed, link by link in the order they ran.
public record LinkReport(List<Linked> links) {

    public LinkReport {
        links = List.copyOf(links);
    }

    /// What a run of one link changed.
    ///
    /// @param standing nodes, relationships or facts of this link that hold after the run
    /// @param written of these, the ones that are new or changed
    /// @param removed the ones that no longer hold
    public record Linked(String link, long standing, long written, long removed) {
        private boolean changed() {
            return written > 0 || removed > 0;
        }
    }

    /// True when the graph is as it was before.
    public boolean unchanged() {
        return links.stream().noneMatch(Linked::changed);
    }
}
