/// Windows event logs (EVTX), read from their bytes:
/// [EvtxFile][dev.fulgurite.ingest.format.evtx.EvtxFile] goes from record to record, an
/// [EvtxElement][dev.fulgurite.ingest.format.evtx.EvtxElement] is what a record holds, shaped as
/// JSON the way `evtx_dump` writes it. Knows nothing of the formats around it.
///
/// A file is a header and chunks of 64 KiB. A record is binary XML: mostly a template, which lies
/// once in the chunk, and the values for its gaps. All offsets in a chunk count from its start.
@NullMarked
package dev.fulgurite.ingest.format.evtx;

import org.jspecify.annotations.NullMarked;
