/// Traces as files: [Export][dev.fulgurite.generator.export.Export] writes each into the table it
/// belongs to, in the [Shape][dev.fulgurite.generator.export.Shape] asked for.
@NullMarked
package dev.fulgurite.generator.export;

import org.jspecify.annotations.NullMarked;
