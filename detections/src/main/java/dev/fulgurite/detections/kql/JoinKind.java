package dev.fulgurite.detections.kql;

import java.util.Locale;

/// The kinds of `join`. Rows match when their keys are equal, texts by case too; a null matches
/// nothing.
public enum JoinKind {
    /// What `join` is without a kind: as [#INNER], but of the left rows with equal keys only the
    /// first is joined.
    INNERUNIQUE,
    /// Every pair that matches.
    INNER,
    /// Every pair that matches, and the left rows that match none, with nulls on the right.
    LEFTOUTER,
    /// Left rows that match.
    LEFTSEMI,
    /// Left rows that match none.
    LEFTANTI,
    /// Right rows that match.
    RIGHTSEMI,
    /// Right rows that match none.
    RIGHTANTI;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
