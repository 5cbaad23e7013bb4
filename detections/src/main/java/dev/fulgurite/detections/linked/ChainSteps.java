package dev.fulgurite.detections.linked;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happened in a chain and around it, in the order of time.
final class ChainSteps {

    private record Step(Instant at, String what) {
        static Step of(Map<?, ?> map) {
            return new Step(
                    (Instant) Objects.requireNonNull(map.get("at")),
                    map.get("what") + ": " + map.get("name"));
        }

        String told() {
            return at + " " + what;
        }
    }

    private ChainSteps() {}

    /// What speaks for an attack without being a part of it.
    static List<String> sideFacts(Row row) {
        return told(beside(row));
    }

    static List<String> inTime(Row row) {
        List<Step> steps = new ArrayList<>(beside(row));
        add(steps, row.instant("StartTime"), "operation: Run Command by " + row.text("Caller"));
        add(steps, row.instant("scriptAt"), "script: " + row.text("PowershellFileName"));
        List<String> commands = row.list("PowershellScriptCommands", String.class);
        add(steps, row.instant("ranAt"), "session: " + commands.size() + " commands");
        row.list("visits", Map.class).forEach(visit -> steps.add(Step.of((Map<?, ?>) visit)));
        return told(steps);
    }

    private static List<Step> beside(Row row) {
        List<Step> steps = new ArrayList<>();
        for (String column : List.of("suspicions", "facts")) {
            row.list(column, Map.class).forEach(fact -> steps.add(Step.of((Map<?, ?>) fact)));
        }
        return steps;
    }

    private static void add(List<Step> steps, @Nullable Instant at, String what) {
        if (at != null) {
            steps.add(new Step(at, what));
        }
    }

    private static List<String> told(List<Step> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::what))
                .map(Step::told)
                .distinct()
                .toList();
    }
}
