/// A record becomes an event: [LogSources][dev.fulgurite.ingest.source.LogSources] asks each
/// [LogSource][dev.fulgurite.ingest.source.LogSource] whether a record is one of its own. A new
/// source is one file here.
@NullMarked
package dev.fulgurite.ingest.source;

import org.jspecify.annotations.NullMarked;
