/// Who and what there is in a made company: open [Estate][dev.fulgurite.generator.estate.Estate]
/// first. All of it follows from a seed.
@NullMarked
package dev.fulgurite.generator.estate;

import org.jspecify.annotations.NullMarked;
