package dev.fulgurite.generator.export;

/// Cells of a CSV row, each followed by a comma.
record CsvCells(Bytes bytes) implements Cells {

    @Override
    public Cells text(Column column, String value) {
        bytes.csv(value).raw(',');
        return this;
    }

    @Override
    public Cells number(Column column, long value) {
        bytes.number(value).raw(',');
        return this;
    }

    @Override
    public Cells ticks(Column column, long value) {
        bytes.ticks(value).raw(',');
        return this;
    }

    @Override
    public Cells milliseconds(Column column, long value) {
        bytes.milliseconds(value).raw(',');
        return this;
    }

    @Override
    public Cells wall(Column column, long value) {
        bytes.seconds(value).raw(',');
        return this;
    }
}
