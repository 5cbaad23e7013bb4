/// What a log record says, whatever it was exported as: open
/// [Event][dev.fulgurite.ingest.event.Event] first. Plain data, known to the JDK alone.
@NullMarked
package dev.fulgurite.ingest.event;

import org.jspecify.annotations.NullMarked;
