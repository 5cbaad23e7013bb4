package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes one script file of each creation. Events of one process are one creation; where no process
/// was logged, those within a minute of each other are.
@AutoService(LinkStep.class)
public final class ScriptFiles implements LinkStep {

    private static final Duration ONE_CREATION = Duration.ofMinutes(1);
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private static final class Creation {
        final Row first;
        final TreeSet<String> evidence = new TreeSet<>();
        @Nullable Instant until;

        Creation(Row first) {
            this.first = first;
        }

        Instant at() {
            return time(first);
        }
    }

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, List<Row>> byName = new TreeMap<>();
        read.stream()
                .sorted(
                        Comparator.comparing(ScriptFiles::time)
                                .thenComparing(row -> row.text("event")))
                .forEach(row ->
                        byName.computeIfAbsent(
                                        row.text("machine") + "|" + row.text("name"),
                                        _ -> new ArrayList<>())
                                .add(row));
        List<Row> files = new ArrayList<>();
        byName.values().forEach(events -> creations(events).forEach(c -> files.add(row(c))));
        return files;
    }

    private static List<Creation> creations(List<Row> events) {
        List<Creation> creations = new ArrayList<>();
        for (Row event : events) {
            if (event.text("action").equals("filecreated") && same(creations, event) == null) {
                creations.add(new Creation(event));
            }
        }
        for (int i = 0; i + 1 < creations.size(); i++) {
            creations.get(i).until = creations.get(i + 1).at();
        }
        for (Row event : events) {
            Creation of = owner(creations, event);
            if (of != null) {
                of.evidence.addAll(event.list("evidence", String.class));
            }
        }
        return creations;
    }

    private static @Nullable Creation same(List<Creation> creations, Row event) {
        for (Creation creation : creations.reversed()) {
            if (hasProcess(event) || hasProcess(creation.first)) {
                if (sameProcess(creation.first, event)) {
                    return creation;
                }
            } else if (!creation.at().plus(ONE_CREATION).isBefore(time(event))) {
                return creation;
            }
        }
        return null;
    }

    private static @Nullable Creation owner(List<Creation> creations, Row event) {
        Creation latest = null;
        for (Creation creation : creations) {
            if (hasProcess(event) && sameProcess(creation.first, event)) {
                return creation;
            }
            if (!creation.at().isAfter(time(event).plus(CLOCKS))) {
                latest = creation;
            }
        }
        return latest;
    }

    private static boolean hasProcess(Row event) {
        return event.get("processId") != null && event.get("processCreated") != null;
    }

    private static boolean sameProcess(Row one, Row other) {
        return Objects.equals(one.get("processId"), other.get("processId"))
                && Objects.equals(one.get("processCreated"), other.get("processCreated"));
    }

    private static Instant time(Row row) {
        return Objects.requireNonNull(row.instant("at"), "an event without a time");
    }

    private static Row row(Creation creation) {
        Row first = creation.first;
        String identity =
                hasProcess(first)
                        ? first.text("processId") + "|" + first.text("processCreated")
                        : creation.at().toString();
        Map<String, @Nullable Object> row = new LinkedHashMap<>(first.values());
        row.remove("action");
        row.put("id", first.text("host") + "|" + first.text("name") + "|" + identity);
        row.put("until", creation.until);
        row.put("evidence", List.copyOf(creation.evidence));
        return Row.of(row);
    }
}
