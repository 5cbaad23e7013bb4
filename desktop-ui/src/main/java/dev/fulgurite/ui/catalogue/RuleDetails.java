package dev.fulgurite.ui.catalogue;

import java.util.Map;

/// What the file of a detection says.
///
/// @param head why, blind spots and the rest of it
/// @param text the whole file
record RuleDetails(RuleLine line, Map<String, String> head, String text) {

    String said(String key) {
        return head.getOrDefault(key, "");
    }
}
