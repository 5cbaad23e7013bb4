package dev.fulgurite.detections;

import java.time.Instant;
import java.util.Locale;

/// A part of a log that no evidence file holds, though files hold what lies before and behind it.
/// What happened there no detection can see.
public sealed interface Gap {

    /// The table; for Windows events the channel.
    String source();

    /// That wrote the Windows event log, lower case; `""` for tables.
    String computer();

    /// The time of the last record before it.
    Instant from();

    /// The time of the first record behind it.
    Instant to();

    /// It in a sentence.
    String told();

    /// Whether any of it lies in a range of time, both ends included.
    default boolean meets(Instant start, Instant end) {
        return !from().isAfter(end) && !to().isBefore(start);
    }

    /// Numbers of records that are missing.
    record Records(String source, String computer, Instant from, Instant to, long first, long last)
            implements Gap {

        @Override
        public String told() {
            return String.format(
                    Locale.ROOT,
                    "%s of %s: %s missing between %s and %s",
                    source,
                    computer,
                    numbers(),
                    from,
                    to);
        }

        private String numbers() {
            return first == last
                    ? "record " + first + " is"
                    : String.format(
                            Locale.ROOT,
                            "%,d records (%d to %d) are",
                            last - first + 1,
                            first,
                            last);
        }
    }

    /// Hours without a record, of a source that has some in most hours around them.
    record Silence(String source, String computer, Instant from, Instant to) implements Gap {

        @Override
        public String told() {
            return String.format(
                    Locale.ROOT,
                    "%s%s: nothing between %s and %s, though it is busy before and after",
                    source,
                    computer.isEmpty() ? "" : " of " + computer,
                    from,
                    to);
        }
    }
}
