package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Estate;
import dev.fulgurite.generator.trace.Trace;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.Connection;
import dev.fulgurite.generator.trace.Trace.FileChange;
import dev.fulgurite.generator.trace.Trace.Logon;
import dev.fulgurite.generator.trace.Trace.OnHost;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import dev.fulgurite.generator.trace.Trace.WindowsEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes traces to the files of an export. Each table has files of its own, and a further one
/// `…-again` for the records that were exported twice.
public final class Export implements Closeable {

    /// Where a trace was written.
    ///
    /// @param file relative to the folder of the export
    /// @param record from 1
    /// @param id what names the record in its log: Defender's report id, the number of a Windows
    ///   event, the id of an Azure event
    public record Written(String table, String file, int record, String id) {}

    private static final String ENVELOPE_START = "{\"time\":\"";
    private static final long TICKS_TO_STREAM = 950_000_000;

    private final Path folder;
    private final Estate estate;
    private final Shape shape;
    private final Chance duplicates;
    private final double duplicatePercent;
    private final ActivityRows activity;
    private final Numbers numbers;
    private final Bytes row = new Bytes();
    private final Rows defender;
    private final Rows windows;
    private final Map<Table, TableFiles> files = new EnumMap<>(Table.class);
    private final Map<Table, TableFiles> again = new EnumMap<>(Table.class);
    private long records;

    /// @param duplicates draws which records are written twice: the same whatever the shape
    public Export(
            Path folder, Estate estate, Shape shape, double duplicatePercent, Chance duplicates) {
        this.folder = folder;
        this.estate = estate;
        this.shape = shape;
        this.duplicatePercent = duplicatePercent;
        this.duplicates = duplicates;
        activity = new ActivityRows(estate.tenant(), estate.workspace());
        numbers = new Numbers(estate.hosts().size());
        defender = new Rows(isCsv() ? new CsvCells(row) : new JsonCells(row));
        windows = new Rows(new JsonCells(row));
    }

    /// How many records were written, those written twice counted twice.
    public long records() {
        return records;
    }

    public Written write(Trace trace) throws IOException {
        Table table = Table.of(trace);
        long number = numbers.next(trace);
        row.clear();
        render(trace, number);
        TableFiles to = files.computeIfAbsent(table, _ -> files(table, "", trace));
        int record = to.append(row);
        String file = to.file();
        records++;
        if (duplicatePercent > 0 && duplicates.percent(duplicatePercent)) {
            // Delivered twice, or in two exports that overlap.
            boolean sameFile = duplicates.percent(50);
            (sameFile ? to : again.computeIfAbsent(table, _ -> files(table, "-again", trace)))
                    .append(row);
            records++;
        }
        String id = trace instanceof CloudStep step ? step.eventId() : Long.toString(number);
        return new Written(table.written(), table.folder() + '/' + file, record, id);
    }

    private boolean isCsv() {
        return switch (shape) {
            case PORTAL_CSV, PORTAL_CSV_LEGACY -> true;
            case DATA_EXPORT, DIAGNOSTIC, STREAMING -> false;
        };
    }

    private boolean isStreamed() {
        return shape == Shape.DIAGNOSTIC || shape == Shape.STREAMING;
    }

    private void render(Trace trace, long number) {
        switch (trace) {
            case CloudStep step -> {
                Map<String, Object> cells = activity.row(step, shape);
                if (isCsv()) {
                    cells.values().forEach(value -> row.csv(value.toString()).raw(','));
                    row.dropLast();
                } else {
                    row.utf8(Json.compact(cells));
                }
            }
            case WindowsEvent event -> {
                row.raw('{');
                windows.write(event, number);
                row.dropLast();
                row.raw('}');
            }
            case OnHost onHost -> defender(onHost, number);
        }
    }

    private void defender(OnHost trace, long number) {
        if (isCsv()) {
            defender.write(trace, number);
            row.dropLast();
        } else if (isStreamed()) {
            long shown = Clocks.shown(trace.host(), trace.at());
            row.raw(ENVELOPE_START).ticks(shown + TICKS_TO_STREAM);
            row.raw("\",\"tenantId\":\"").raw(estate.tenant());
            row.raw("\",\"operationName\":\"Publish\",\"category\":\"AdvancedHunting-");
            row.raw(Table.of(trace).written()).raw("\",\"properties\":{");
            defender.write(trace, number);
            row.dropLast();
            row.raw("}}");
        } else {
            row.raw("{\"TimeGenerated\":\"").ticks(Clocks.shown(trace.host(), trace.at()));
            row.raw("\",");
            defender.write(trace, number);
            row.raw("\"TenantId\":\"").raw(estate.workspace()).raw("\",\"Type\":\"");
            row.raw(Table.of(trace).written()).raw("\"}");
        }
    }

    private TableFiles files(Table table, String suffix, Trace first) {
        return new TableFiles(
                folder.resolve(table.folder()), table.written() + suffix, layout(first));
    }

    private Layout layout(Trace first) {
        if (first instanceof WindowsEvent) {
            return Layout.LINES;
        }
        if (isCsv()) {
            return Layout.csv(columns(first));
        }
        return shape == Shape.STREAMING ? Layout.RECORDS : Layout.LINES;
    }

    private List<String> columns(Trace first) {
        if (first instanceof CloudStep step) {
            return List.copyOf(activity.row(step, shape).keySet());
        }
        NamedCells header = new NamedCells();
        new Rows(header).write((OnHost) first, 0);
        return header.names();
    }

    @Override
    public void close() throws IOException {
        for (TableFiles table : files.values()) {
            table.close();
        }
        for (TableFiles table : again.values()) {
            table.close();
        }
    }

    /// The cells of a trace, whichever log it is of.
    private static final class Rows {

        private final DefenderRows defender;
        private final WindowsRows windows;

        Rows(Cells cells) {
            defender = new DefenderRows(cells);
            windows = new WindowsRows(cells);
        }

        void write(OnHost trace, long number) {
            switch (trace) {
                case CommandRun run -> defender.write(run, number);
                case FileChange change -> defender.write(change, number);
                case Logon logon -> defender.write(logon, number);
                case ProcessStart start -> defender.write(start, number);
                case Connection connection -> defender.write(connection, number);
                case Trace.EngineState state -> windows.write(state, number);
                case Trace.PipelineRun run -> windows.write(run, number);
                case Trace.SecurityLogon logon -> windows.write(logon, number);
                case Trace.SecurityProcess start -> windows.write(start, number);
                case Trace.SecurityConnection connection -> windows.write(connection, number);
                case Trace.SysmonProcess start -> windows.write(start, number);
                case Trace.SysmonConnection connection -> windows.write(connection, number);
            }
        }
    }
}
