package dev.fulgurite.detections;

/// A row that one mode finds and the other does not.
///
/// @param only the mode that finds it
/// @param why what the other mode has against it, as a sentence
public record Difference(Mode only, String why) {}
