/// What one log says of one thing that happened: [Trace][dev.fulgurite.generator.trace.Trace].
@NullMarked
package dev.fulgurite.generator.trace;

import org.jspecify.annotations.NullMarked;
