package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import java.util.Locale;
import java.util.Map;

/// Rows of the Azure Activity log in each of its shapes.
///
/// @param tenant whose log it is
/// @param workspace of Log Analytics that it was exported from
public record ActivityRows(String tenant, String workspace) {

    /// The columns of a row, in the order in which the shape has them.
    public Map<String, Object> row(CloudStep step, Shape shape) {
        return switch (shape) {
            case PORTAL_CSV -> portal(step);
            case PORTAL_CSV_LEGACY -> legacyPortal(step);
            case DATA_EXPORT -> exported(step);
            case DIAGNOSTIC, STREAMING -> diagnostic(step);
        };
    }

    /// The columns of the new connector; those that are empty in every row too.
    private Map<String, Object> portal(CloudStep step) {
        Operation operation = step.operation();
        Map<String, Object> authorization = authorization(operation);
        Map<String, Object> claims = claims(operation.caller(), step.address());
        Map<String, Object> properties = properties(step);
        return Json.object(
                "$table", "AzureActivity",
                "TenantId", workspace,
                "SourceSystem", "Azure",
                "CallerIpAddress", step.address(),
                "CategoryValue", "Administrative",
                "CorrelationId", operation.correlationId(),
                "Authorization", Json.pretty(authorization),
                "Authorization_d", Json.compact(authorization),
                "Claims", Json.pretty(claims),
                "Claims_d", Json.compact(claims),
                "Level", "",
                "OperationNameValue", operation.action().toUpperCase(Locale.ROOT),
                "Properties", Json.pretty(properties),
                "Properties_d", Json.compact(properties),
                "Caller", operation.caller().shown(),
                "EventDataId", step.eventId(),
                "EventSubmissionTimestamp [UTC]", Clocks.portal(step.at()),
                "HTTPRequest", httpRequest(step),
                "OperationId", "",
                "ResourceGroup", operation.resourceGroup(),
                "ResourceProviderValue", operation.provider().toUpperCase(Locale.ROOT),
                "ActivityStatusValue", step.stage().word(),
                "ActivitySubstatusValue", step.substatus(),
                "Hierarchy", hierarchy(operation),
                "TimeGenerated [UTC]", Clocks.portal(step.at()),
                "SubscriptionId", operation.subscription(),
                "OperationName", "",
                "ActivityStatus", "",
                "ActivitySubstatus", "",
                "Category", "",
                "ResourceId", "",
                "ResourceProvider", "",
                "Resource", "",
                "Type", "AzureActivity",
                "_ResourceId", operation.resourceId().toLowerCase(Locale.ROOT));
    }

    /// Without the names of today: what was done stands in the authorization.
    private Map<String, Object> legacyPortal(CloudStep step) {
        Operation operation = step.operation();
        return Json.object(
                "OperationName", operation.action(),
                "Level", level(step),
                "ActivityStatus", step.stage().oldWord(),
                "ActivitySubstatus", step.substatus(),
                "ResourceGroup", operation.resourceGroup(),
                "SubscriptionId", operation.subscription(),
                "CorrelationId", operation.correlationId(),
                "Caller", operation.caller().shown(),
                "CallerIpAddress", step.address(),
                "Category", "Administrative",
                "HTTPRequest", httpRequest(step),
                "Properties", Json.pretty(properties(step)),
                "EventSubmissionTimestamp [UTC]", Clocks.portal(step.at()),
                "Authorization", Json.pretty(authorization(operation)),
                "ResourceId", operation.resourceId(),
                "OperationId", operation.correlationId(),
                "ResourceProvider", operation.provider(),
                "Resource", operation.resource(),
                "EventDataId", step.eventId(),
                "TimeGenerated [UTC]", Clocks.portal(step.at()));
    }

    /// The words of the legacy connector in the columns of today: both turn up together.
    private Map<String, Object> exported(CloudStep step) {
        Operation operation = step.operation();
        return Json.object(
                "TimeGenerated", ticks(step),
                "OperationNameValue", operation.action(),
                "Level", level(step),
                "ActivityStatusValue", step.stage().oldWord(),
                "ActivitySubstatusValue", step.substatus(),
                "ResourceGroup", operation.resourceGroup(),
                "SubscriptionId", operation.subscription(),
                "CorrelationId", operation.correlationId(),
                "Caller", operation.caller().shown(),
                "CallerIpAddress", step.address(),
                "CategoryValue", "Administrative",
                "HTTPRequest", httpRequest(step),
                "Authorization", Json.compact(authorization(operation)),
                "Claims", Json.compact(claims(operation.caller(), step.address())),
                "Properties", Json.compact(properties(step)),
                "EventDataId", step.eventId(),
                "Hierarchy", hierarchy(operation),
                "ResourceProviderValue", operation.provider(),
                "_ResourceId", operation.resourceId().toLowerCase(Locale.ROOT),
                "TenantId", workspace,
                "SourceSystem", "Azure",
                "Type", "AzureActivity");
    }

    private Map<String, Object> diagnostic(CloudStep step) {
        Operation operation = step.operation();
        return Json.object(
                "time",
                ticks(step),
                "resourceId",
                operation.resourceId().toUpperCase(Locale.ROOT),
                "operationName",
                operation.action().toUpperCase(Locale.ROOT),
                "category",
                "Administrative",
                "resultType",
                step.stage().word(),
                "resultSignature",
                step.stage().oldWord() + "." + step.substatus(),
                "durationMs",
                Math.floorMod(step.eventId().hashCode(), 4000),
                "callerIpAddress",
                step.address(),
                "correlationId",
                operation.correlationId(),
                "identity",
                Json.object(
                        "authorization", authorization(operation),
                        "claims", claims(operation.caller(), step.address())),
                "level",
                step.stage() == Stage.FAILURE ? "Error" : "Information",
                "properties",
                properties(step));
    }

    private static Map<String, Object> authorization(Operation operation) {
        boolean person = operation.caller() instanceof Caller.Person;
        return Json.object(
                "scope", operation.resourceId(),
                "action", operation.action(),
                "evidence",
                        Json.object(
                                "role",
                                "Contributor",
                                "roleAssignmentScope",
                                "/subscriptions/" + operation.subscription(),
                                "principalId",
                                operation.caller().objectId().replace("-", ""),
                                "principalType",
                                person ? "User" : "ServicePrincipal"));
    }

    private Map<String, Object> claims(Caller caller, String address) {
        String schema = "http://schemas.microsoft.com/identity/claims/";
        String soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
        Map<String, Object> claims =
                Json.object(
                        "aud",
                        "https://management.azure.com",
                        "iss",
                        "https://sts.windows.net/" + tenant + "/",
                        schema + "objectidentifier",
                        caller.objectId(),
                        schema + "tenantid",
                        tenant);
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
                claims.put("appid", program.applicationId());
                claims.put("idtyp", "app");
            }
        }
        return claims;
    }

    private Map<String, Object> properties(CloudStep step) {
        Operation operation = step.operation();
        Map<String, Object> properties =
                Json.object(
                        "eventCategory",
                        "Administrative",
                        "entity",
                        operation.resourceId(),
                        "message",
                        operation.action(),
                        "hierarchy",
                        hierarchy(operation));
        if (!step.detail().isEmpty()) {
            boolean failed = step.stage() == Stage.FAILURE;
            properties.put(failed ? "statusMessage" : "responseBody", step.detail());
        }
        return properties;
    }

    private static String level(CloudStep step) {
        return step.stage() == Stage.FAILURE ? "Error" : "Informational";
    }

    private static String ticks(CloudStep step) {
        return new Bytes().ticks(step.at()).toString();
    }

    private static String httpRequest(CloudStep step) {
        return step.address().isEmpty()
                ? ""
                : Json.compact(Json.object("clientIpAddress", step.address()));
    }

    private String hierarchy(Operation operation) {
        return tenant + "/" + operation.subscription();
    }
}
