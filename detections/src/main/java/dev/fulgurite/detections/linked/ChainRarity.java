package dev.fulgurite.detections.linked;

import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// How often the parts of a chain occur among all executions: its script, and for its caller the
/// address and the machine.
final class ChainRarity {

    private static final int SCRIPT = 5;
    private static final int ADDRESS = 5;
    private static final int MACHINE = 2;
    private static final int CALLER = 3;

    private final Map<String, Integer> times = new HashMap<>();
    private final int executions;

    private ChainRarity(int executions) {
        this.executions = executions;
    }

    static ChainRarity of(List<Row> rows) {
        ChainRarity rarity = new ChainRarity(rows.size());
        rows.forEach(
                row -> rarity.keys(row).forEach(key -> rarity.times.merge(key, 1, Integer::sum)));
        return rarity;
    }

    private List<String> keys(Row row) {
        List<String> keys = new ArrayList<>(List.of(script(row), caller(row), machine(row)));
        keys.addAll(addresses(row));
        return keys;
    }

    private static String script(Row row) {
        TreeSet<String> commands = new TreeSet<>();
        row.list("PowershellScriptCommands", String.class)
                .forEach(command -> commands.add(command.toUpperCase(Locale.ROOT)));
        return "script " + commands;
    }

    private static String caller(Row row) {
        return "caller " + row.text("identity");
    }

    private static String machine(Row row) {
        return caller(row) + " machine " + row.text("resourceId");
    }

    private static List<String> addresses(Row row) {
        return row.list("CallerIpAddress", String.class).stream()
                .distinct()
                .map(ip -> caller(row) + " address " + ip)
                .toList();
    }

    private int times(String key) {
        return times.getOrDefault(key, 1);
    }

    /// Of the addresses of an operation the rarest counts.
    private int rarestAddress(Row row) {
        return addresses(row).stream().mapToInt(this::times).min().orElse(times(caller(row)));
    }

    /// The rarer the more; a caller's first execution has no address or machine to compare with.
    long points(Row row) {
        double points = (double) SCRIPT / times(script(row)) + (double) CALLER / times(caller(row));
        if (times(caller(row)) > 1) {
            points +=
                    (double) ADDRESS / rarestAddress(row) + (double) MACHINE / times(machine(row));
        }
        return Math.round(points);
    }

    List<String> told(Row row) {
        int own = times(caller(row));
        return List.of(
                "these commands: " + times(script(row)) + " of " + executions + " executions",
                "this caller: " + own + " of " + executions + " executions",
                "this address: " + rarestAddress(row) + " of the caller's " + own,
                "this machine: " + times(machine(row)) + " of the caller's " + own);
    }
}
