package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.CasePath;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Weighs chains and puts the worst first.
@AutoService(PostProcessor.class)
public final class Chains implements PostProcessor {

    private static final int NEW_HOP = 10;
    private static final int HABITUAL_HOP = 2;
    private static final int WATCHED = 3;

    @Override
    public List<String> inner() {
        return List.of("newHops", "story");
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Set<String> watched = settings.set("watched");
        return rows.stream()
                .map(row -> weighed(row, watched))
                .sorted(
                        Comparator.comparingLong((Row row) -> -row.number("score"))
                                .thenComparingDouble(row -> -confidence(row))
                                .thenComparing(ScriptFingerprint.IN_TIME))
                .toList();
    }

    private static double confidence(Row row) {
        return row.get("confidence") instanceof Number number ? number.doubleValue() : 0;
    }

    private static Row weighed(Row row, Set<String> watched) {
        Set<String> unusual = new TreeSet<>();
        for (String column : List.of("PowershellScriptCommands", "onwardCommands")) {
            row.list(column, String.class).stream()
                    .map(command -> command.toLowerCase(Locale.ROOT))
                    .filter(watched::contains)
                    .forEach(unusual::add);
        }
        long newHops = row.number("newHops");
        long hosts = row.list("onwardHosts", String.class).size();
        Severity severity =
                newHops > 0 || unusual.size() > 1
                        ? Severity.HIGH
                        : unusual.size() == 1 || hosts > 0 ? Severity.MEDIUM : Severity.LOW;
        long score = NEW_HOP * newHops + HABITUAL_HOP * hosts + WATCHED * (long) unusual.size();
        CasePath path = CasePath.of(row);
        return row.with("severity", severity.word())
                .with("score", score)
                .with("unusual", List.copyOf(unusual))
                .with("story", story(row))
                .with("leftOut", path.leftOut());
    }

    private static String story(Row row) {
        List<String> hosts = row.list("onwardHosts", String.class);
        List<String> accounts = row.list("onwardAccounts", String.class);
        List<String> parts = new ArrayList<>();
        if (!hosts.isEmpty()) {
            parts.add("; from there to " + String.join(", ", hosts));
        }
        if (!accounts.isEmpty()) {
            parts.add(" as " + String.join(", ", accounts));
        }
        return String.join("", parts);
    }
}
