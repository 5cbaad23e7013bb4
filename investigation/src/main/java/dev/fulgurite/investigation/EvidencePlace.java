package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Evidence;

/// An evidence pointer together with the name of its file, as the ledger has it.
public record EvidencePlace(String file, Evidence pointer) {

    /// `file:line`, as editors and people write it.
    @Override
    public String toString() {
        return file + ":" + pointer.line();
    }
}
