package dev.fulgurite.investigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/// What Defender saw on the machine of [MadeActivity]'s run command that succeeded, in each of its
/// shapes.
final class MadeDefender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MadeDefender() {}

    /// Files by shape: contents by name.
    static Map<String, Map<String, String>> shapes() {
        Map<String, Map<String, String>> shapes = new TreeMap<>();
        for (String table : List.of("DeviceFileEvents", "DeviceEvents", "DeviceInfo")) {
            List<Map<String, Object>> rows = rows(table);
            put(shapes, "hunting-csv", table + ".csv", csv(rows));
            put(shapes, "hunting-json", table + ".json", json(rows));
            put(shapes, "log-analytics", table + ".json", lines(logAnalytics(table, rows)));
            put(shapes, "streaming", table + ".json", lines(streaming(table, rows)));
            List<Map<String, Object>> message = List.of(Map.of("records", streaming(table, rows)));
            put(shapes, "streaming-messages", table + ".json", lines(message));
        }
        return shapes;
    }

    private static void put(
            Map<String, Map<String, String>> shapes, String shape, String name, String content) {
        shapes.computeIfAbsent(shape, _ -> new TreeMap<>()).put(name, content);
    }

    private static List<Map<String, Object>> rows(String table) {
        return switch (table) {
            case "DeviceFileEvents" ->
                    List.of(
                            row(
                                    "10:00:12.0000001",
                                    1,
                                    Map.of(
                                            "ActionType", "FileCreated",
                                            "FileName", "script0.ps1",
                                            "FileSize", 64,
                                            "InitiatingProcessFileName", "RunCommandExtension.exe",
                                            "InitiatingProcessId", 6113)));
            case "DeviceEvents" -> List.of(command(2, "script0.ps1"), command(3, "whoami.exe"));
            default ->
                    List.of(
                            row(
                                    "06:00:00.0000000",
                                    4,
                                    Map.of(
                                            "OSPlatform", "WindowsServer2019",
                                            "AzureResourceId",
                                                    "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/RG1/providers/Microsoft.Compute/virtualMachines/testrig01")));
        };
    }

    private static Map<String, Object> command(int number, String command) {
        return row(
                "10:00:1" + (2 + number) + ".5000000",
                number,
                Map.of(
                        "ActionType", "PowerShellCommand",
                        "InitiatingProcessFileName", "powershell.exe",
                        "InitiatingProcessId", 4711,
                        "InitiatingProcessCreationTime", "2021-11-22T10:00:13.0000000Z",
                        "InitiatingProcessCommandLine",
                                "powershell  -ExecutionPolicy Unrestricted -File script0.ps1",
                        "AdditionalFields", json(Map.of("Command", command))));
    }

    private static Map<String, Object> row(String time, int report, Map<String, Object> more) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Timestamp", "2021-11-22T" + time + "Z");
        row.put("DeviceId", "d1d1");
        row.put("DeviceName", "os-name.contoso.com");
        row.put("ReportId", report);
        row.putAll(new TreeMap<>(more));
        return row;
    }

    private static List<Map<String, Object>> logAnalytics(
            String table, List<Map<String, Object>> rows) {
        List<Map<String, Object>> named = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> copy = new LinkedHashMap<>(row);
            copy.put("TimeGenerated", copy.remove("Timestamp"));
            copy.put("Type", table);
            named.add(copy);
        }
        return named;
    }

    private static List<Map<String, Object>> streaming(
            String table, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row ->
                        Map.of(
                                "time",
                                "2021-11-22T11:00:00Z",
                                "category",
                                "AdvancedHunting-" + table,
                                "properties",
                                row))
                .toList();
    }

    private static String csv(List<Map<String, Object>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.getFirst().keySet()));
        for (Map<String, Object> row : rows) {
            lines.add(
                    row.values().stream()
                            .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String lines(List<Map<String, Object>> records) {
        return records.stream().map(record -> json(record) + "\n").collect(Collectors.joining());
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
