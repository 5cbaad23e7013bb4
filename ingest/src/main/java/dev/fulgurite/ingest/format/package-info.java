/// A file's bytes become records: [LogFormat][dev.fulgurite.ingest.format.LogFormat] tells from the
/// first bytes what a file is and opens a reader, which gives one
/// [LogRecord][dev.fulgurite.ingest.format.LogRecord] or
/// [Rejected][dev.fulgurite.ingest.format.Rejected] after the other, each with its place.
@NullMarked
package dev.fulgurite.ingest.format;

import org.jspecify.annotations.NullMarked;
