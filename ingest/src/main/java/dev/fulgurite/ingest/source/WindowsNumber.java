package dev.fulgurite.ingest.source;

import org.jspecify.annotations.Nullable;

/// Numbers as Windows events write them: decimal, or `0x…` for handles and logon ids.
final class WindowsNumber {

    /// The SID that stands for no account.
    static final String NOBODY = "S-1-0-0";

    private WindowsNumber() {}

    /// The id of a process; null when the text is none, or the `0` of events that no process wrote.
    static @Nullable Long processId(String written) {
        Long id = parse(written);
        return id == null || id <= 0 ? null : id;
    }

    /// Null when the text is no number.
    static @Nullable Long parse(String written) {
        String text = written.strip();
        try {
            if (text.regionMatches(true, 0, "0x", 0, 2)) {
                return Long.parseUnsignedLong(text.substring(2), 16);
            }
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
