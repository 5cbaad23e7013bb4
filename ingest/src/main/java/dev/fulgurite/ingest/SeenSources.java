package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.ingest.source.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When one file has records of which source. Sources beyond a number that no honest file reaches
/// are counted as one.
final class SeenSources {

    private static final Source OTHERS = new Source("further sources", "");
    private static final long SECONDS_AN_HOUR = 3600;

    private record Source(String name, String computer) {}

    private static final class Seen {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private long count;
        private final Runs records = new Runs();
        private final Runs hours = new Runs();
    }

    private final Map<Source, Seen> sources = new LinkedHashMap<>();

    void add(@Nullable Sighting sighting) {
        if (sighting == null) {
            return;
        }
        Seen seen = seen(new Source(sighting.source(), sighting.computer()));
        Instant at = sighting.at();
        seen.count++;
        seen.first = at.isBefore(seen.first) ? at : seen.first;
        seen.last = at.isAfter(seen.last) ? at : seen.last;
        seen.hours.add(Math.floorDiv(at.getEpochSecond(), SECONDS_AN_HOUR), at);
        Long number = sighting.number();
        if (number != null) {
            seen.records.add(number, at);
        }
    }

    List<Coverage> list() {
        List<Coverage> list = new ArrayList<>(sources.size());
        sources.forEach((source, seen) ->
                list.add(
                        new Coverage(
                                source.name,
                                source.computer,
                                seen.first,
                                seen.last,
                                seen.count,
                                seen.records.list(),
                                seen.hours.list())));
        return list;
    }

    private Seen seen(Source source) {
        Seen known = sources.get(source);
        if (known != null) {
            return known;
        }
        boolean room = sources.size() < Coverage.MOST_SOURCES;
        return sources.computeIfAbsent(room ? source : OTHERS, _ -> new Seen());
    }
}
