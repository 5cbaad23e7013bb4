package dev.fulgurite.generator.export;

/// Cells as members of a JSON object whose braces others write.
record JsonCells(Bytes bytes) implements Cells {

    private Bytes key(Column column) {
        column.writeKey(bytes);
        return bytes;
    }

    @Override
    public Cells text(Column column, String value) {
        key(column).raw('"').json(value).raw('"').raw(',');
        return this;
    }

    @Override
    public Cells number(Column column, long value) {
        key(column).number(value).raw(',');
        return this;
    }

    @Override
    public Cells ticks(Column column, long value) {
        key(column).raw('"').ticks(value).raw('"').raw(',');
        return this;
    }

    @Override
    public Cells milliseconds(Column column, long value) {
        key(column).raw('"').milliseconds(value).raw('"').raw(',');
        return this;
    }

    @Override
    public Cells wall(Column column, long value) {
        key(column).raw('"').seconds(value).raw('"').raw(',');
        return this;
    }
}
