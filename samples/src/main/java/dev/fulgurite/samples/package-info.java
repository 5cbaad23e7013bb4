/// The sample incident: what happened at the invented company Contoso in November 2026, as its logs
/// would tell it. [dev.fulgurite.samples.SampleIncident] writes the files that lie in
/// `samples/incident` and `samples/expected.json`.
@NullMarked
package dev.fulgurite.samples;

import org.jspecify.annotations.NullMarked;
