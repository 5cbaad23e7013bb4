/// The command line: [Main][dev.fulgurite.cli.Main] starts it, one `…Command` a verb. A command has
/// its options, one call of [Investigation][dev.fulgurite.investigation.Investigation], and what it
/// prints; messages and exit codes of failures are in [Failures][dev.fulgurite.cli.Failures] alone.
@NullMarked
package dev.fulgurite.cli;

import org.jspecify.annotations.NullMarked;
