package dev.fulgurite.generator.export;

import java.util.ArrayList;
import java.util.List;

/// Keeps the names of a row's columns and nothing else: the header of its table.
record NamedCells(List<String> names) implements Cells {

    NamedCells() {
        this(new ArrayList<>());
    }

    private Cells add(Column column) {
        names.add(column.name());
        return this;
    }

    @Override
    public Cells text(Column column, String value) {
        return add(column);
    }

    @Override
    public Cells number(Column column, long value) {
        return add(column);
    }

    @Override
    public Cells ticks(Column column, long value) {
        return add(column);
    }

    @Override
    public Cells milliseconds(Column column, long value) {
        return add(column);
    }

    @Override
    public Cells wall(Column column, long value) {
        return add(column);
    }
}
