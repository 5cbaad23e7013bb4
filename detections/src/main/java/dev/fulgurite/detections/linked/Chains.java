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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Weighs chains and puts the worst and rarest first.
@AutoService(PostProcessor.class)
public final class Chains implements PostProcessor {

    private static final int NEW_HOP = 10;
    private static final int HABITUAL_HOP = 2;
    private static final int WATCHED = 3;
    private static final int SIDE_FACT = 4;

    @Override
    public List<String> inner() {
        return List.of(
                "newHops",
                "story",
                "identity",
                "suspicions",
                "facts",
                "visits",
                "scriptAt",
                "ranAt");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Set<String> watched = settings.set("watched");
        ChainRarity rarity = ChainRarity.of(rows);
        return rows.stream()
                .filter(row -> settings.inRange(row.instant("at")))
                .map(row -> weighed(row, watched, rarity))
                .sorted(
                        Comparator.comparing((Row row) -> Severity.parse(row.text("severity")))
                                .thenComparingLong(row -> -row.number("score"))
                                .thenComparingDouble(row -> -confidence(row))
                                .thenComparing(ScriptFingerprint.IN_TIME))
                .toList();
    }

    private static double confidence(Row row) {
        return row.get("confidence") instanceof Number number ? number.doubleValue() : 0;
    }

    private static Row weighed(Row row, Set<String> watched, ChainRarity rarity) {
        List<String> unusual = unusual(row, watched);
        long newHops = row.number("newHops");
        long hosts = row.list("onwardHosts", String.class).size();
        List<String> sideFacts = ChainSteps.sideFacts(row);
        long score =
                NEW_HOP * newHops
                        + HABITUAL_HOP * hosts
                        + WATCHED * (long) unusual.size()
                        + SIDE_FACT * (long) sideFacts.size()
                        + rarity.points(row);
        return row.with("severity", severity(newHops, hosts, unusual.size(), sideFacts).word())
                .with("score", score)
                .with("rarity", rarity.told(row))
                .with("unusual", unusual)
                .with("sideFacts", sideFacts)
                .with("steps", ChainSteps.inTime(row))
                .with("story", story(row))
                .with("leftOut", CasePath.of(row).leftOut());
    }

    private static List<String> unusual(Row row, Set<String> watched) {
        Set<String> unusual = new TreeSet<>();
        for (String column : List.of("PowershellScriptCommands", "onwardCommands")) {
            row.list(column, String.class).stream()
                    .map(command -> command.toLowerCase(Locale.ROOT))
                    .filter(watched::contains)
                    .forEach(unusual::add);
        }
        return List.copyOf(unusual);
    }

    private static Severity severity(
            long newHops, long hosts, int unusual, List<String> sideFacts) {
        if (newHops > 0 || unusual > 1 || (unusual == 1 && !sideFacts.isEmpty())) {
            return Severity.HIGH;
        }
        return unusual == 1 || hosts > 0 || !sideFacts.isEmpty() ? Severity.MEDIUM : Severity.LOW;
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
        if (!row.list("suspicions", Map.class).isEmpty()) {
            parts.add("; near a suspicious sign-in");
        }
        return String.join("", parts);
    }
}
