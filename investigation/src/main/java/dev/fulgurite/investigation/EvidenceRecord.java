package dev.fulgurite.investigation;

import java.util.List;
import java.util.Locale;

/// A raw log record, read back from the file it came from.
///
/// @param file the file, or the archive that holds it
/// @param sha256 of the (unpacked) file when it was ingested
/// @param member the path inside the archive, `""` when the file is none
/// @param offset of the record in the (unpacked) file, in bytes
/// @param line from 1
/// @param raw the record's text; `""` when the file is missing
/// @param header the first line of its file when that is CSV, which names the columns; else `""`
public record EvidenceRecord(
        String file,
        String sha256,
        String member,
        long offset,
        long line,
        String raw,
        Hash hash,
        String header) {

    /// One field of a record.
    ///
    /// @param at where the value stands in the raw text; -1 when it is written in other words there
    public record Field(String name, String value, int at) {}

    /// What the record says, taken apart; none when it cannot be read alone.
    public List<Field> fields() {
        return RecordFields.of(header, raw);
    }

    /// What re-reading the whole file showed.
    public enum Hash {
        /// The file is byte for byte what was ingested.
        OK,
        /// The file has changed since: `raw` is what stands there now.
        ALTERED,
        /// The file is not where it was.
        MISSING;

        /// As JSON writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// `file`, or `archive!/member`.
    public String source() {
        return member.isEmpty() ? file : file + "!/" + member;
    }

    /// `file:line`, or `archive!/member:line`.
    public String place() {
        return source() + ":" + line;
    }
}
