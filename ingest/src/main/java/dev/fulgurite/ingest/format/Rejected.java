package dev.fulgurite.ingest.format;

/// A record that cannot be read, and why, in words for the person who holds the file.
public record Rejected(Place place, String reason) implements Reading {}
