/// Ranges of addresses under the names of whom they belong to, from files that the user gives:
/// start at [AddressRanges][dev.fulgurite.detections.ranges.AddressRanges]. Nothing is fetched.
@NullMarked
package dev.fulgurite.detections.ranges;

import org.jspecify.annotations.NullMarked;
