package dev.fulgurite.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// The columns of a CSV row. A cell becomes text when it is asked for.
final class CsvRow implements Columns {

    private final CsvHeader header;
    private final byte[] bytes;
    private final int[] cells;

    /// @param cells from where to where each cell stands in `bytes`, its quotes not counted; `to`
    ///   is negative (`-to - 1`) when the cell has doubled quotes
    CsvRow(CsvHeader header, byte[] bytes, int[] cells) {
        this.header = header;
        this.bytes = bytes;
        this.cells = cells;
    }

    @Override
    public boolean has(String name) {
        return header.index(name) >= 0;
    }

    @Override
    public String text(String name) {
        int index = header.index(name);
        return index < 0 ? "" : CsvRow.cell(bytes, cells[2 * index], cells[2 * index + 1]);
    }

    static String cell(byte[] bytes, int from, int to) {
        boolean doubled = to < 0;
        int end = doubled ? -to - 1 : to;
        if (from == end) {
            return "";
        }
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        return doubled ? text.replace("\"\"", "\"") : text;
    }

    @Override
    public Columns object(String name) {
        return Json.columns(text(name));
    }

    @Override
    public List<Columns> objects(String name) {
        return Json.objects(text(name));
    }

    @Override
    public Collection<String> names() {
        return header.names();
    }
}
