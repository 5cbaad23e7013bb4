package dev.fulgurite.generator.export;

/// The shapes in which an estate's logs can be written. The events are the same in each; Windows
/// events are always flat JSON as NXLog writes it.
public enum Shape {
    /// Azure Activity as the portal's CSV, new connector; Defender tables as advanced hunting CSV.
    PORTAL_CSV,
    /// The same from the legacy connector, with its words for operations and stages.
    PORTAL_CSV_LEGACY,
    /// Rows of Log Analytics, a JSON object a line, the activity in the words of the legacy
    /// connector.
    DATA_EXPORT,
    /// Azure Activity as diagnostic settings write it, Defender by the streaming API; one record a
    /// line, as storage accounts hold them.
    DIAGNOSTIC,
    /// The same as event hubs hand it on: many records in one JSON document.
    STREAMING
}
