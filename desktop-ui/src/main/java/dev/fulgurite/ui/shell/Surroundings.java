package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.theme.FontScale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a window is made with: how it looks, what it remembers, how it asks for files.
///
/// @param looksAhead whether the graph is readied for the analyst's next questions while the window
///   has nothing else to do
public record Surroundings(
        ObjectProperty<Appearance> appearance,
        FontScale scale,
        Memory memory,
        Choosers choosers,
        boolean looksAhead) {

    /// Light and of the usual size, unless the memory says otherwise; it does not look ahead.
    public static Surroundings with(Memory memory, Choosers choosers) {
        ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.LIGHT);
        return new Surroundings(appearance, new FontScale(), memory, choosers, false);
    }

    public Surroundings lookingAhead() {
        return new Surroundings(appearance, scale, memory, choosers, true);
    }
}
