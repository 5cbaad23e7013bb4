package dev.fulgurite.graph.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a record stands: the file by its SHA-256, the byte its record begins at and how many bytes
/// it has, and its line (from 1; a record of a binary file gives its record id). Written
/// `sha256:offset+length@line`. The file may be a member of an archive: its hash and offsets are
/// those of the unpacked bytes.
public record Evidence(String sha256, long offset, long length, long line) {

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9a-f]{64}):(\\d{1,18})\\+(\\d{1,18})@(\\d{1,18})");

    public Evidence {
        if (sha256.length() != 64 || offset < 0 || length < 0 || line < 0) {
            throw new IllegalArgumentException(
                    "not a place in a file: " + sha256 + ":" + offset + "+" + length);
        }
    }

    public static Evidence parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an evidence pointer: " + written);
        }
        return new Evidence(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4)));
    }

    @Override
    public String toString() {
        return sha256 + ":" + offset + "+" + length + "@" + line;
    }
}
