package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Ledger;
import java.util.List;

/// What became of an import that was taken back.
///
/// @param files the ledgers, as they stood, of what the graph holds no more
/// @param kept of what stays because the same bytes were read under another name as well
public record TakenBack(List<Ledger> files, List<Kept> kept) {

    public TakenBack {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }

    /// A file that lost a place and no more.
    ///
    /// @param name the place that was taken back
    /// @param other one where the same bytes were found, and which names them from now on
    public record Kept(String name, String other, String sha256) {}
}
