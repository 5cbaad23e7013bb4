package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.LogRecord;

/// A table of Defender's, told by its name or its columns in whichever shape it comes.
interface DefenderSource extends LogSource {

    @Override
    default boolean accepts(LogRecord record) {
        return DefenderRow.isOf(table(), record);
    }
}
