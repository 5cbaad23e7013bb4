package dev.fulgurite.detections;

import java.util.List;

/// How much of the truth a result shows. "No rows" never stands without it.
public sealed interface Completeness {

    /// `complete`, `first N of M`, `timed out` or `blind`.
    String word();

    /// Every row there is, over everything the rule reads.
    record Complete() implements Completeness {
        @Override
        public String word() {
            return "complete";
        }
    }

    /// More rows than are shown.
    record FirstOf(long shown, long total) implements Completeness {
        @Override
        public String word() {
            return "first " + shown + " of " + total;
        }
    }

    /// The time limit passed before the rule was done; there may be rows that nobody saw.
    record TimedOut() implements Completeness {
        @Override
        public String word() {
            return "timed out";
        }
    }

    /// Something the rule reads was never there, so its silence means nothing.
    ///
    /// @param reasons one sentence each: what is missing and how to get it
    record Blind(List<String> reasons) implements Completeness {
        public Blind {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String word() {
            return "blind";
        }
    }
}
