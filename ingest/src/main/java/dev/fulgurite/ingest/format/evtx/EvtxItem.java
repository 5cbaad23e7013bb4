package dev.fulgurite.ingest.format.evtx;

/// What stands next in a file.
public sealed interface EvtxItem {

    /// Where it begins in the file.
    long offset();

    long length();

    /// The record's number in its log: `EventRecordID`, or of a record that is not readable that of
    /// its header; 0 when neither says.
    long recordId();

    /// An event.
    ///
    /// @param recovered whether it was found in space that no record takes any more
    /// @param event an object with the one member `Event`, and `recovered` when it is
    record Event(long offset, long length, long recordId, boolean recovered, EvtxValue event)
            implements EvtxItem {}

    /// Bytes that should be records and are not readable.
    record Damage(long offset, long length, long recordId, String reason) implements EvtxItem {}
}
