package dev.fulgurite.ui.alerts;

import javafx.scene.input.KeyCode;

/// Something to do with the marked alerts.
///
/// @param key of its words
/// @param code the key that does it while the keyboard is on the queue
record TriageAction(String key, KeyCode code, Runnable run) {

    /// Names it in the palette and the sheet of keys.
    String action() {
        return "queue" + key.substring(key.indexOf('.'));
    }

    String letter() {
        return code.getName();
    }
}
