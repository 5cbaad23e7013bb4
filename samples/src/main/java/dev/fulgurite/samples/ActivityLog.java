package dev.fulgurite.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What happened to resources in Azure. Each resource group was exported another way: the shop's
/// from the portal, the data group's by Log Analytics data export, the developers' subscription by
/// diagnostic settings.
final class ActivityLog {

    /// How far an operation had come, in the words of the two ways in which Azure writes it.
    enum Stage {
        START("Start", "Started"),
        ACCEPT("Accept", "Accepted"),
        SUCCESS("Success", "Succeeded"),
        FAILURE("Failure", "Failed");

        final String word;
        final String oldWord;

        Stage(String word, String oldWord) {
            this.word = word;
            this.oldWord = oldWord;
        }
    }

    /// One call on one resource; its events share the correlation id.
    record Operation(String action, String resourceId, Caller caller, String correlationId) {

        String group() {
            return segment(4);
        }

        String subscription() {
            return segment(2);
        }

        String provider() {
            return segment(6);
        }

        private String segment(int index) {
            return resourceId.split("/", -1)[index];
        }
    }

    /// @param detail what the resource answered, `""` when it is not told
    private record Entry(
            Operation operation,
            Instant at,
            Stage stage,
            String substatus,
            String address,
            String detail) {

        String id() {
            return Dice.guid("event " + operation.correlationId + stage + at);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(
            Operation operation,
            Instant at,
            Stage stage,
            String substatus,
            String address,
            String detail) {
        entries.add(new Entry(operation, at, stage, substatus, address, detail));
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("query_data.csv"),
                Csv.table(PORTAL_COLUMNS, rows(Estate.SHOP, ActivityLog::portalRow)));
        List<Map<String, Object>> exported = rows(Estate.DATA, ActivityLog::exportedRow);
        // Data export delivers at least once: one row came twice.
        exported.add(exported.get(exported.size() / 2));
        Files.writeString(folder.resolve("AzureActivity-rg-data-prod.jsonl"), Json.lines(exported));
        Files.writeString(
                folder.resolve("PT1H.json"),
                Json.lines(rows(Estate.DEV, ActivityLog::diagnosticRow)));
    }

    private List<Map<String, Object>> rows(String group, RowOf shape) {
        List<Map<String, Object>> rows = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.operation.group().equals(group))
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> rows.add(shape.row(entry)));
        return rows;
    }

    private interface RowOf {
        Map<String, Object> row(Entry entry);
    }

    /// The columns of the portal's export, new connector; those that are empty in every row too.
    private static final List<String> PORTAL_COLUMNS =
            List.of(
                    ("$table,TenantId,SourceSystem,CallerIpAddress,CategoryValue,CorrelationId,"
                                    + "Authorization,Authorization_d,Claims,Claims_d,Level,"
                                    + "OperationNameValue,Properties,Properties_d,Caller,EventDataId,"
                                    + "EventSubmissionTimestamp [UTC],HTTPRequest,OperationId,"
                                    + "ResourceGroup,ResourceProviderValue,ActivityStatusValue,"
                                    + "ActivitySubstatusValue,Hierarchy,TimeGenerated [UTC],"
                                    + "SubscriptionId,OperationName,ActivityStatus,"
                                    + "ActivitySubstatus,Category,ResourceId,ResourceProvider,"
                                    + "Resource,Type,_ResourceId")
                            .split(",", -1));

    private static Map<String, Object> portalRow(Entry entry) {
        Operation operation = entry.operation;
        Map<String, Object> authorization = authorization(operation);
        Map<String, Object> claims = claims(operation.caller, entry.address);
        Map<String, Object> properties = properties(entry);
        return Json.object(
                "$table", "AzureActivity",
                "TenantId", Dice.guid("workspace"),
                "SourceSystem", "Azure",
                "CallerIpAddress", entry.address,
                "CategoryValue", "Administrative",
                "CorrelationId", operation.correlationId,
                "Authorization", Json.pretty(authorization),
                "Authorization_d", Json.compact(authorization),
                "Claims", Json.pretty(claims),
                "Claims_d", Json.compact(claims),
                "OperationNameValue", operation.action.toUpperCase(Locale.ROOT),
                "Properties", Json.pretty(properties),
                "Properties_d", Json.compact(properties),
                "Caller", operation.caller.shown(),
                "EventDataId", entry.id(),
                "EventSubmissionTimestamp [UTC]", Clock.portal(entry.at),
                "HTTPRequest", httpRequest(entry),
                "ResourceGroup", operation.group(),
                "ResourceProviderValue", operation.provider().toUpperCase(Locale.ROOT),
                "ActivityStatusValue", entry.stage.word,
                "ActivitySubstatusValue", entry.substatus,
                "Hierarchy", hierarchy(operation),
                "TimeGenerated [UTC]", Clock.portal(entry.at),
                "SubscriptionId", operation.subscription(),
                "Type", "AzureActivity",
                "_ResourceId", operation.resourceId.toLowerCase(Locale.ROOT));
    }

    /// The words of the old connector, as they still turn up in the same workspace.
    private static Map<String, Object> exportedRow(Entry entry) {
        Operation operation = entry.operation;
        return Json.object(
                "TimeGenerated", Clock.ticks(entry.at),
                "OperationNameValue", operation.action,
                "Level", entry.stage == Stage.FAILURE ? "Error" : "Informational",
                "ActivityStatusValue", entry.stage.oldWord,
                "ActivitySubstatusValue", entry.substatus,
                "ResourceGroup", operation.group(),
                "SubscriptionId", operation.subscription(),
                "CorrelationId", operation.correlationId,
                "Caller", operation.caller.shown(),
                "CallerIpAddress", entry.address,
                "CategoryValue", "Administrative",
                "HTTPRequest", httpRequest(entry),
                "Authorization", Json.compact(authorization(operation)),
                "Claims", Json.compact(claims(operation.caller, entry.address)),
                "Properties", Json.compact(properties(entry)),
                "EventDataId", entry.id(),
                "Hierarchy", hierarchy(operation),
                "ResourceProviderValue", operation.provider(),
                "_ResourceId", operation.resourceId.toLowerCase(Locale.ROOT),
                "TenantId", Dice.guid("workspace"),
                "SourceSystem", "Azure",
                "Type", "AzureActivity");
    }

    private static Map<String, Object> diagnosticRow(Entry entry) {
        Operation operation = entry.operation;
        return Json.object(
                "time",
                Clock.ticks(entry.at),
                "resourceId",
                operation.resourceId.toUpperCase(Locale.ROOT),
                "operationName",
                operation.action.toUpperCase(Locale.ROOT),
                "category",
                "Administrative",
                "resultType",
                entry.stage.word,
                "resultSignature",
                entry.stage.oldWord + "." + entry.substatus,
                "durationMs",
                Dice.number("duration " + entry.id(), 0, 4000),
                "callerIpAddress",
                entry.address,
                "correlationId",
                operation.correlationId,
                "identity",
                Json.object(
                        "authorization", authorization(operation),
                        "claims", claims(operation.caller, entry.address)),
                "level",
                entry.stage == Stage.FAILURE ? "Error" : "Information",
                "properties",
                properties(entry));
    }

    private static Map<String, Object> authorization(Operation operation) {
        boolean person = operation.caller instanceof Caller.Person;
        return Json.object(
                "scope", operation.resourceId,
                "action", operation.action,
                "evidence",
                        Json.object(
                                "role",
                                "Contributor",
                                "roleAssignmentScope",
                                "/subscriptions/" + operation.subscription(),
                                "principalId",
                                operation.caller.objectId().replace("-", ""),
                                "principalType",
                                person ? "User" : "ServicePrincipal"));
    }

    private static Map<String, Object> claims(Caller caller, String address) {
        String schema = "http://schemas.microsoft.com/identity/claims/";
        String soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
        Map<String, Object> claims =
                Json.object(
                        "aud",
                        "https://management.azure.com",
                        "iss",
                        "https://sts.windows.net/" + Estate.TENANT + "/",
                        schema + "objectidentifier",
                        caller.objectId(),
                        schema + "tenantid",
                        Estate.TENANT);
        switch (caller) {
            case Caller.Person person -> {
                claims.put("appid", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c");
                claims.put("ipaddr", address);
                claims.put("name", person.givenName() + " " + person.surname());
                claims.put(soap + "givenname", person.givenName());
                claims.put(soap + "surname", person.surname());
                claims.put(soap + "upn", person.upn());
            }
            case Caller.Program program -> {
                claims.put("appid", Dice.guid("application " + program.name()));
                claims.put("idtyp", "app");
            }
        }
        return claims;
    }

    private static Map<String, Object> properties(Entry entry) {
        Operation operation = entry.operation;
        Map<String, Object> properties =
                Json.object(
                        "eventCategory",
                        "Administrative",
                        "entity",
                        operation.resourceId,
                        "message",
                        operation.action,
                        "hierarchy",
                        hierarchy(operation));
        if (!entry.detail.isEmpty()) {
            String name = entry.stage == Stage.FAILURE ? "statusMessage" : "responseBody";
            properties.put(name, entry.detail);
        }
        return properties;
    }

    private static String httpRequest(Entry entry) {
        return entry.address.isEmpty()
                ? ""
                : Json.compact(Json.object("clientIpAddress", entry.address));
    }

    private static String hierarchy(Operation operation) {
        return Estate.TENANT + "/" + operation.subscription();
    }
}
