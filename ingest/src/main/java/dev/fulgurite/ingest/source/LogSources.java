package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.source.Understanding.OutOfScope;
import dev.fulgurite.ingest.source.Understanding.Understood;
import dev.fulgurite.ingest.source.Understanding.Unusable;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// All sources there are. Not for several threads at once: it remembers which source took the last
/// record, for the next is mostly of the same.
public final class LogSources {

    /// The table that records of no known table are counted under.
    public static final String UNRECOGNISED = Tables.UNRECOGNISED;

    private final List<LogSource> sources;
    private final List<WindowsSource> windows;
    private LogSource last;

    private LogSources(List<LogSource> sources) {
        this.sources = sources;
        windows =
                sources.stream()
                        .filter(WindowsSource.class::isInstance)
                        .map(WindowsSource.class::cast)
                        .toList();
        last = sources.getFirst();
    }

    /// The sources on the class path.
    public static LogSources discovered() {
        return new LogSources(
                ServiceLoader.load(LogSource.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(LogSource::name))
                        .toList());
    }

    /// In order of their names.
    public List<LogSource> all() {
        return sources;
    }

    /// Why records of a table that no source reads are out of scope, as far as its name tells.
    public static String reason(String table) {
        return table.equals(UNRECOGNISED) ? Tables.OF_NO_TABLE : Tables.NOT_READ;
    }

    /// What a record is.
    public Understanding understand(LogRecord read) {
        LogRecord record = read.asLogged();
        WindowsEvent event = WindowsEvent.of(record);
        return event == null ? understandRow(record) : understand(event);
    }

    private Understanding understand(WindowsEvent event) {
        for (WindowsSource source : windows) {
            if (source.accepts(event)) {
                try {
                    event.check();
                    Event understood = source.parse(event);
                    return new Understood(
                            source.table(),
                            understood,
                            source.missing(event, understood),
                            Sighting.of(event, understood.at()));
                } catch (BadRecord unusable) {
                    return unusable(source, unusable, Sighting.of(event));
                }
            }
        }
        return new OutOfScope(event.name(), Tables.NOT_READ, Sighting.of(event));
    }

    private Understanding understandRow(LogRecord record) {
        if (last.accepts(record)) {
            return parse(record, last);
        }
        for (LogSource source : sources) {
            if (source.accepts(record)) {
                last = source;
                return parse(record, source);
            }
        }
        Tables.Naming naming = Tables.name(record.columns());
        return new OutOfScope(naming.table(), naming.reason(), null);
    }

    private static Understanding parse(LogRecord record, LogSource source) {
        try {
            Event event = source.parse(record);
            Required.fitToBeLookedUp(event);
            return new Understood(
                    source.table(), event, source.missing(record), Sighting.of(event));
        } catch (BadRecord unusable) {
            return unusable(source, unusable, null);
        }
    }

    private static Unusable unusable(LogSource source, BadRecord why, @Nullable Sighting sighting) {
        return new Unusable(source.table(), String.valueOf(why.getMessage()), sighting);
    }
}
