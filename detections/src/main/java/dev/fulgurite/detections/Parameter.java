package dev.fulgurite.detections;

/// A value that a run may set for a rule. The default's type (`Boolean`, `Long`, `Double`,
/// `String`) is that of every value.
///
/// @param fallback the value when nothing is set
public record Parameter(String name, Object fallback, String meaning) {}
