package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps the executions whose content ran once within the baseline, before or after.
@AutoService(PostProcessor.class)
public final class UniqueScripts implements PostProcessor {

    /// How many executions began when; told in the order of time.
    private static final class Times {
        private final NavigableMap<Instant, Long> upTo = new TreeMap<>();
        private long all;

        void add(Instant at) {
            all++;
            upTo.put(at, all);
        }

        long around(Instant at, Duration baseline) {
            return told(upTo.floorEntry(at.plus(baseline)))
                    - told(upTo.lowerEntry(at.minus(baseline)));
        }

        private static long told(Map.@Nullable Entry<Instant, Long> entry) {
            return entry == null ? 0 : entry.getValue();
        }
    }

    /// When executions of each fingerprint began, and of all.
    private static final class Executions {
        private final Map<String, Times> times = new HashMap<>();

        Executions(List<Row> inTime) {
            for (Row row : inTime) {
                add("", row);
                add("commands " + row.text("fpCmdSet"), row);
                add("content " + row.text("fpContent"), row);
                add((isHashed(row) ? "hashed " : "unhashed ") + setAndSize(row), row);
            }
        }

        private void add(String key, Row row) {
            times.computeIfAbsent(key, _ -> new Times()).add(start(row));
        }

        private long around(String key, Row row, Duration baseline) {
            Times of = times.get(key);
            return of == null ? 0 : of.around(start(row), baseline);
        }

        long all(Row row, Duration baseline) {
            return around("", row, baseline);
        }

        long sameCommands(Row row, Duration baseline) {
            return around("commands " + row.text("fpCmdSet"), row, baseline);
        }

        /// Executions of the same content. Where Defender has the hash of one file and not of
        /// another, commands and size decide.
        long same(Row row, Duration baseline) {
            String other = (isHashed(row) ? "unhashed " : "hashed ") + setAndSize(row);
            return around("content " + row.text("fpContent"), row, baseline)
                    + around(other, row, baseline);
        }
    }

    @Override
    public List<String> inner() {
        return List.of("sha256", "sha1", "setAndSize");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        List<Row> inTime =
                rows.stream()
                        .map(UniqueScripts::fingerprinted)
                        .sorted(ScriptFingerprint.IN_TIME)
                        .toList();
        Executions executions = new Executions(inTime);
        long days = settings.number("baselineDays");
        Duration baseline = Duration.ofDays(days);
        return inTime.stream()
                .filter(row -> settings.inRange(row.instant("StartTime")))
                .filter(row -> executions.same(row, baseline) == 1)
                .map(row ->
                        counted(
                                row,
                                executions.all(row, baseline),
                                executions.sameCommands(row, baseline),
                                days))
                .toList();
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        Executions executions =
                new Executions(
                        all.stream()
                                .map(UniqueScripts::fingerprinted)
                                .sorted(ScriptFingerprint.IN_TIME)
                                .toList());
        long days = settings.number("baselineDays");
        long times =
                about.stream()
                        .map(UniqueScripts::fingerprinted)
                        .mapToLong(row -> executions.same(row, Duration.ofDays(days)))
                        .min()
                        .orElse(0);
        return "baselineDays = "
                + days
                + ": its script ran "
                + times
                + " times within so many days before and after; what stands ran once";
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
                .with("setAndSize", prints.setAndSize())
                .with(
                        "fpContent",
                        fileHash.isEmpty()
                                ? prints.setAndSize()
                                : fileHash.toLowerCase(Locale.ROOT));
    }

    private static boolean isHashed(Row row) {
        return !row.text("fpContent").equals(setAndSize(row));
    }

    private static String setAndSize(Row row) {
        return row.text("setAndSize");
    }

    private static Instant start(Row row) {
        return Objects.requireNonNull(row.instant("StartTime"));
    }

    /// A unique content ran on one device alone.
    private static Row counted(Row row, long total, long sameCommands, long days) {
        return row.with("Prevalence", 100.0 / total)
                .with("firstSeen", start(row))
                .with("prevalenceExecutions", 1L)
                .with("prevalenceDevices", 1L)
                .with(
                        "prevalence",
                        "this fingerprint: 1 of "
                                + total
                                + " executions in "
                                + days
                                + " days, 0 other hosts; these commands: "
                                + sameCommands);
    }
}
