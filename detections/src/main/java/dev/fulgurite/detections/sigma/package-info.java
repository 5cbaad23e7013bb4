/// The source's Sigma rule in linked mode: `remote-powershell-session` and what its current
/// relatives say of the same session. [RemotePowerShell] is where to begin.
@NullMarked
package dev.fulgurite.detections.sigma;

import org.jspecify.annotations.NullMarked;
