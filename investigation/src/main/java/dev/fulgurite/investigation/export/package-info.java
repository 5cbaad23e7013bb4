/// Formats in which a part of the graph is handed on, one file each; see
/// [ExportFormat][dev.fulgurite.investigation.ExportFormat].
@NullMarked
package dev.fulgurite.investigation.export;

import org.jspecify.annotations.NullMarked;
