package dev.fulgurite.ingest.format;

/// Where a record stands in its file: its number and line, both from 1, and the bytes it is made
/// of. Reading `length` bytes at `offset` again gives the record again.
public record Place(long number, long line, long offset, long length) {}
