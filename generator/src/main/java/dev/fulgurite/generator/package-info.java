/// Log exports of an invented company of any size, with attacks planted in them and the truth about
/// those beside it. The door is [Generator][dev.fulgurite.generator.Generator]. An
/// [Estate][dev.fulgurite.generator.estate.Estate] is who and what there is; what happens leaves
/// [Trace][dev.fulgurite.generator.trace.Trace]s; an
/// [Export][dev.fulgurite.generator.export.Export] writes them down in one of the shapes in which
/// logs are exported.
@NullMarked
package dev.fulgurite.generator;

import org.jspecify.annotations.NullMarked;
