package dev.fulgurite.investigation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/// Two run commands, one that succeeded and one that failed, as each shape of the activity log
/// writes them.
final class MadeActivity {

    static final int EVENTS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final String OBJECT = "9b117c67-170e-4aed-9702-658b3fddc889";
    private static final String ACTION = "Microsoft.Compute/virtualMachines/runCommand/action";

    private record Step(int number, String time, String status, String ip, String vm) {

        String id() {
            return "eda7a000-0000-4000-8000-00000000000" + number;
        }

        String correlation() {
            return "0c0a0000-0000-4000-8000-0000000000" + vm.substring(vm.length() - 2);
        }

        String resource() {
            return "/subscriptions/"
                    + SUBSCRIPTION
                    + "/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/"
                    + vm;
        }

        String newStatus() {
            return switch (status) {
                case "Started" -> "Start";
                case "Accepted" -> "Accept";
                case "Succeeded" -> "Success";
                default -> "Failure";
            };
        }

        Map<String, Object> authorization() {
            return ordered(
                    "action", ACTION,
                    "scope", resource(),
                    "evidence",
                            Map.of(
                                    "principalId",
                                    OBJECT.replace("-", ""),
                                    "principalType",
                                    "User"));
        }

        Map<String, Object> claims() {
            return ordered(
                    "http://schemas.microsoft.com/identity/claims/objectidentifier", OBJECT,
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", CALLER);
        }
    }

    private static final String CALLER = "Mallory@contoso.com";

    private static final List<Step> STEPS =
            List.of(
                    new Step(1, "10:00:00.120", "Started", "203.0.113.10", "testrig01"),
                    new Step(2, "10:00:02.000", "Accepted", "", "testrig01"),
                    new Step(3, "10:00:40.500", "Succeeded", "203.0.113.9", "testrig01"),
                    new Step(4, "10:05:00.000", "Started", "2001:db8::7", "testrig02"),
                    new Step(5, "10:05:03.000", "Failed", "2001:db8::7", "testrig02"));

    private MadeActivity() {}

    /// File contents by the name of the shape.
    static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("portal-legacy.csv", csv(STEPS.stream().map(MadeActivity::legacy).toList()));
        shapes.put("portal-new.csv", csv(STEPS.stream().map(MadeActivity::portal).toList()));
        shapes.put("log-analytics.json", lines(STEPS.stream().map(MadeActivity::row).toList()));
        List<Map<String, Object>> records = STEPS.stream().map(MadeActivity::diagnostic).toList();
        shapes.put("diagnostic.json", lines(records));
        shapes.put("diagnostic-messages.json", lines(List.of(Map.of("records", records))));
        shapes.put("rest.json", json(STEPS.stream().map(step -> entry(step, false)).toList()));
        shapes.put("sdk.jsonl", lines(STEPS.stream().map(step -> entry(step, true)).toList()));
        shapes.put("alerts.json", json(STEPS.stream().map(MadeActivity::alert).toList()));
        return shapes;
    }

    private static Map<String, Object> legacy(Step step) {
        return ordered(
                "OperationName", "Run Command on Virtual Machine",
                "ActivityStatus", step.status(),
                "CorrelationId", step.correlation().toUpperCase(Locale.ROOT),
                "Caller", CALLER,
                "CallerIpAddress", step.ip(),
                "Authorization", json(step.authorization()),
                "ResourceId", step.resource(),
                "EventDataId", step.id().toUpperCase(Locale.ROOT),
                "TimeGenerated [UTC]", american(step.time()));
    }

    private static Map<String, Object> portal(Step step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("$table", "AzureActivity");
        row.putAll(row(step));
        row.remove("TimeGenerated");
        row.put("TimeGenerated [UTC]", american(step.time()));
        return row;
    }

    private static Map<String, Object> row(Step step) {
        return ordered(
                "TimeGenerated", "2021-11-22T" + step.time() + "0000Z",
                "OperationNameValue", ACTION.toUpperCase(Locale.ROOT),
                "ActivityStatusValue", step.newStatus(),
                "CorrelationId", step.correlation(),
                "Caller", CALLER,
                "CallerIpAddress", step.ip(),
                "Authorization", json(step.authorization()),
                "Claims", json(step.claims()),
                "SubscriptionId", SUBSCRIPTION,
                "_ResourceId", step.resource().toLowerCase(Locale.ROOT),
                "EventDataId", step.id(),
                "Type", "AzureActivity");
    }

    private static Map<String, Object> diagnostic(Step step) {
        return ordered(
                "time", "2021-11-22T" + step.time() + "Z",
                "resourceId", step.resource().toUpperCase(Locale.ROOT),
                "operationName", ACTION.toUpperCase(Locale.ROOT),
                "category", "Administrative",
                "resultType", step.newStatus(),
                "durationMs", 0,
                "callerIpAddress", step.ip(),
                "correlationId", step.correlation(),
                "identity", Map.of("authorization", step.authorization(), "claims", step.claims()),
                "properties", Map.of("eventDataId", step.id()));
    }

    private static Map<String, Object> entry(Step step, boolean snake) {
        String localized = snake ? "localized_value" : "localizedValue";
        Map<String, Object> entry =
                ordered(
                        "authorization", step.authorization(),
                        "claims", step.claims(),
                        "caller", CALLER,
                        "correlationId", step.correlation(),
                        "eventDataId", step.id(),
                        "eventTimestamp", "2021-11-22T" + step.time() + "+00:00",
                        "httpRequest",
                                Map.of(snake ? "client_ip_address" : "clientIpAddress", step.ip()),
                        "operationName", Map.of("value", ACTION, localized, "Run Command"),
                        "resourceId", step.resource(),
                        "status", Map.of("value", step.status(), localized, step.status()),
                        "subscriptionId", SUBSCRIPTION);
        return snake ? snakeCase(entry) : entry;
    }

    private static Map<String, Object> snakeCase(Map<String, Object> entry) {
        Map<String, Object> snake = new LinkedHashMap<>();
        entry.forEach((name, value) ->
                snake.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
        return snake;
    }

    private static Map<String, Object> alert(Step step) {
        Map<String, Object> entry = entry(step, false);
        entry.put("operationName", ACTION);
        entry.put("status", step.status());
        entry.put("claims", json(step.claims()));
        entry.put("httpRequest", json(Map.of("clientIpAddress", step.ip())));
        return ordered(
                "schemaId",
                "Microsoft.Insights/activityLogs",
                "data",
                Map.of("context", Map.of("activityLog", entry)));
    }

    /// `11/22/2021, 10:00:00.120 AM`.
    private static String american(String time) {
        return "11/22/2021, " + time + " AM";
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
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
        return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
    }

    private static String lines(List<Map<String, Object>> records) {
        return records.stream().map(record -> json(record) + "\n").collect(Collectors.joining());
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
