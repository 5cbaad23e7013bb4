package dev.fulgurite.investigation;

/// Which results of a pivot come first. Those of a pivot that has few, or that tells a story, come
/// in the order of its file whatever is asked for.
public enum PivotOrder {
    /// The fewer records or fellows of its kind a result has, the earlier; then the newest.
    UNUSUAL,
    NEWEST
}
