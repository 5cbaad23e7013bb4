package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Keeps the executions whose content ran once within the baseline, before or after.
@AutoService(PostProcessor.class)
public final class UniqueScripts implements PostProcessor {

    @Override
    public List<String> inner() {
        return List.of("sha256", "sha1", "machine");
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        List<Row> executions =
                rows.stream()
                        .map(UniqueScripts::fingerprinted)
                        .sorted(ScriptFingerprint.IN_TIME)
                        .toList();
        Map<String, List<Row>> byContent = new HashMap<>();
        executions.forEach(row ->
                byContent.computeIfAbsent(row.text("fpContent"), _ -> new ArrayList<>()).add(row));
        Duration baseline = Duration.ofDays(settings.number("baselineDays"));
        List<Row> unique = new ArrayList<>();
        for (Row row : executions) {
            List<Row> same =
                    within(baseline, row, byContent.getOrDefault(row.text("fpContent"), List.of()));
            if (same.size() == 1 && settings.inRange(row.instant("StartTime"))) {
                unique.add(counted(row, same, within(baseline, row, executions).size()));
            }
        }
        return unique;
    }

    private static Row fingerprinted(Row row) {
        List<String> commands =
                row.list("PowershellScriptCommands", String.class).stream()
                        .map(command -> command.toUpperCase(Locale.ROOT))
                        .sorted()
                        .toList();
        Fingerprints prints = Fingerprints.of(commands, row.text("PowershellFileSize"));
        String fileHash = row.text("sha256").isEmpty() ? row.text("sha1") : row.text("sha256");
        return row.with("PowershellScriptCommands", commands)
                .with("ScriptFingerprintHash", prints.published())
                .with("fpPublished", prints.published())
                .with("fpCmdSet", prints.commandSet())
                .with(
                        "fpContent",
                        fileHash.isEmpty()
                                ? prints.setAndSize()
                                : fileHash.toLowerCase(Locale.ROOT));
    }

    private static List<Row> within(Duration baseline, Row row, List<Row> others) {
        Instant at = start(row);
        return others.stream()
                .filter(other -> Duration.between(at, start(other)).abs().compareTo(baseline) <= 0)
                .toList();
    }

    private static Instant start(Row row) {
        return Objects.requireNonNull(row.instant("StartTime"));
    }

    private static Row counted(Row row, List<Row> same, int total) {
        Instant first =
                same.stream().map(UniqueScripts::start).min(Instant::compareTo).orElse(start(row));
        long devices = same.stream().map(other -> other.text("machine")).distinct().count();
        return row.with("Prevalence", 100.0 * same.size() / total)
                .with("firstSeen", first)
                .with("prevalenceExecutions", (long) same.size())
                .with("prevalenceDevices", devices);
    }
}
