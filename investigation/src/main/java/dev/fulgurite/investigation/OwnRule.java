package dev.fulgurite.investigation;

import dev.fulgurite.detections.RuleState;

/// A detection of the analyst's own, looked at as closely as before it is saved.
///
/// @param check what is wrong with its file, and what its examples gave
/// @param replaces whether it takes the place of a packaged rule of the same id
public record OwnRule(RuleState state, RuleCheck check, boolean replaces) {}
