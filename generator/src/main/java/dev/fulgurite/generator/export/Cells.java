package dev.fulgurite.generator.export;

/// Takes the cells of a row, in the order of the table's columns.
interface Cells {

    Cells text(Column column, String value);

    Cells number(Column column, long value);

    /// A moment with 7 fraction digits.
    Cells ticks(Column column, long value);

    /// A moment with 3 fraction digits.
    Cells milliseconds(Column column, long value);

    /// A moment as a clock on the wall shows it, to the second and without a zone.
    Cells wall(Column column, long value);
}
