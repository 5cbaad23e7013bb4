package dev.fulgurite.ui.search;

import dev.fulgurite.investigation.picture.Icon;

/// One line of the palette.
sealed interface Entry {

    /// Whether both lead to the same.
    default boolean isAs(Entry other) {
        return this instanceof Choice one
                && other instanceof Choice same
                && one.title().equals(same.title())
                && one.detail().equals(same.detail());
    }

    /// What the lines below are.
    ///
    /// @param note what was left out, `""` for nothing
    record Heading(String words, String note) implements Entry {}

    /// Something to choose.
    ///
    /// @param family the style class of its colour
    /// @param detail small, below the title
    /// @param aside at the end of the line: a time, a key
    record Choice(
            Icon icon, String family, String title, String detail, String aside, Runnable choose)
            implements Entry {}
}
