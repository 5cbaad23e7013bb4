/// Log files become graph batches: open [Ingestion][dev.fulgurite.ingest.Ingestion] first. A file's
/// bytes become records (`format`), a record becomes an event or is rejected (`source`, `event`),
/// an event becomes entities and relations of the graph (`mapping`). Nothing here knows a database.
@NullMarked
package dev.fulgurite.ingest;

import org.jspecify.annotations.NullMarked;
