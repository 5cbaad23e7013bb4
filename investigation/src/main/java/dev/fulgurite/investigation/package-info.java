/// What an analyst does: open a graph, ingest logs, detect, walk from an alert to the raw record,
/// and hand the case on. Both front ends call [dev.fulgurite.investigation.Investigation] and hold
/// no logic of their own.
@NullMarked
package dev.fulgurite.investigation;

import org.jspecify.annotations.NullMarked;
