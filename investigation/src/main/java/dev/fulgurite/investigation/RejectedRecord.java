package dev.fulgurite.investigation;

import dev.fulgurite.investigation.EvidenceRecord.Hash;

/// A record that could not be used, with what stands at its place.
///
/// @param record counts from 1
/// @param line counts from 1
/// @param raw its text up to the end of its first line, or as much as is kept short; `""` when the
///   file is missing
/// @param hash whether `raw` is still what was read
public record RejectedRecord(long record, long line, String reason, String raw, Hash hash) {}
