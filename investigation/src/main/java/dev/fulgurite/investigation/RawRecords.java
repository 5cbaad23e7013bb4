package dev.fulgurite.investigation;

import java.util.List;

/// Raw records behind a node or relationship.
///
/// @param cut whether there are more among what was looked at
/// @param more whether the node has more links than the [Neighbourhood#LOOKED_AT] that were looked
///   at: those stored last
public record RawRecords(List<EvidenceRecord> records, boolean cut, boolean more) {

    public RawRecords {
        records = List.copyOf(records);
    }
}
