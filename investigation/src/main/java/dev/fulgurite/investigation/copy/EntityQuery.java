package dev.fulgurite.investigation.copy;

import static dev.fulgurite.investigation.copy.KqlCopy.equal;
import static dev.fulgurite.investigation.copy.KqlCopy.names;
import static dev.fulgurite.investigation.copy.KqlCopy.where;

import dev.fulgurite.graph.model.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The records that name an entity, from every table that would.
final class EntityQuery {

    private static final List<String> DEVICE_TABLES =
            List.of(
                    "DeviceEvents",
                    "DeviceFileEvents",
                    "DeviceLogonEvents",
                    "DeviceNetworkEvents",
                    "DeviceProcessEvents");

    private EntityQuery() {}

    static Optional<String> of(Node node) {
        return switch (node.label()) {
            case "Caller" -> Optional.of(caller(names(node)));
            case "IpAddress" -> Optional.of(address(node.key()));
            case "Subscription" ->
                    Optional.of(
                            "AzureActivity"
                                    + where("SubscriptionId =~ " + KqlText.string(node.key())));
            case "VirtualMachine" ->
                    Optional.of(
                            "AzureActivity"
                                    + where("_ResourceId =~ " + KqlText.string(node.key())));
            case "Operation" -> Optional.of(operation(node));
            case "Host" -> Optional.of(host(node));
            case "Account" -> Optional.of(account(node));
            case "ScriptFile" -> Optional.of(script(node));
            case "PowerShellSession" -> Optional.of(session(node));
            case "Command" -> Optional.of(command(node));
            case "ScriptBlock" -> Optional.of(scriptBlock(node));
            default -> Optional.empty();
        };
    }

    private static String caller(Set<String> names) {
        String any = KqlText.strings(names);
        return WindowsTables.union(
                List.of(
                        "(AzureActivity | where Caller in~ " + any + ")",
                        "(SigninLogs | where UserPrincipalName in~ "
                                + any
                                + " or UserId in~ "
                                + any
                                + ")",
                        "(AADServicePrincipalSignInLogs | where ServicePrincipalId in~ "
                                + any
                                + " or AppId in~ "
                                + any
                                + ")",
                        "(AuditLogs | where tostring(InitiatedBy) has_any " + any + ")"));
    }

    private static String address(String address) {
        String ip = KqlText.string(address);
        return WindowsTables.union(
                List.of(
                        "(AzureActivity | where CallerIpAddress == " + ip + ")",
                        "(SigninLogs | where IPAddress == " + ip + ")",
                        "(DeviceLogonEvents | where RemoteIP == " + ip + ")",
                        "(DeviceNetworkEvents | where RemoteIP == " + ip + ")"));
    }

    private static String operation(Node node) {
        String id = Objects.toString(node.get("correlationId"), "");
        return "AzureActivity"
                + span("TimeGenerated", node)
                + where(equal("CorrelationId", id.isEmpty() ? node.key() : id))
                + (node.get("resourceId") instanceof String resource && !resource.isEmpty()
                        ? where("_ResourceId =~ " + KqlText.string(resource))
                        : "");
    }

    private static String host(Node node) {
        List<String> tables = new ArrayList<>();
        boolean device = node.key().startsWith("device:");
        Set<String> names = names(node);
        for (String table : DEVICE_TABLES) {
            String by =
                    device
                            ? equal("DeviceId", node.key().substring("device:".length()))
                            : "DeviceName in~ " + KqlText.strings(names);
            tables.add("(" + table + " | where " + by + ")");
        }
        String computers = " | where Computer in~ " + KqlText.strings(names) + ")";
        tables.add("(SecurityEvent" + computers);
        tables.add("(WindowsEvent" + computers);
        tables.add("(Event" + computers);
        return WindowsTables.union(tables);
    }

    private static String account(Node node) {
        if (node.key().startsWith("sid:")) {
            String sid = KqlText.string(node.key().substring("sid:".length()));
            return WindowsTables.union(
                    List.of(
                            "(DeviceLogonEvents | where AccountSid =~ " + sid + ")",
                            "(DeviceEvents | where InitiatingProcessAccountSid =~ " + sid + ")",
                            "(DeviceProcessEvents | where AccountSid =~ " + sid + ")",
                            "(SecurityEvent | where TargetUserSid =~ " + sid + ")"));
        }
        String any = KqlText.strings(names(node));
        return WindowsTables.union(
                List.of(
                        "(DeviceLogonEvents | where strcat(AccountDomain, \"\\\\\", AccountName) in~ "
                                + any
                                + ")",
                        "(SecurityEvent | where TargetAccount in~ " + any + ")"));
    }

    private static String script(Node node) {
        return "DeviceFileEvents"
                + span("Timestamp", node)
                + machine(node)
                + where("FileName =~ " + KqlText.string(Objects.toString(node.get("name"), "")))
                + (node.get("sha256") instanceof String sha && !sha.isEmpty()
                        ? where("SHA256 =~ " + KqlText.string(sha))
                        : "");
    }

    private static String session(Node node) {
        String runspace = Objects.toString(node.get("hostId"), "");
        if (!runspace.isEmpty()) {
            String has = " has " + KqlText.string(runspace) + ")";
            return WindowsTables.union(
                            List.of(
                                    "(Event | where RenderedDescription" + has,
                                    "(WindowsEvent | where tostring(EventData)" + has))
                    + span("TimeGenerated", node);
        }
        return WindowsTables.union(List.of("DeviceEvents", "DeviceProcessEvents"))
                + span("Timestamp", node)
                + machine(node)
                + (node.get("processId") instanceof Number id
                        ? where("InitiatingProcessId == " + id)
                        : "")
                + (node.get("processCreated") instanceof Instant created
                        ? where("InitiatingProcessCreationTime == " + KqlText.time(created))
                        : "");
    }

    private static String command(Node node) {
        String name = KqlText.string(node.key());
        return WindowsTables.union(
                List.of(
                        "(DeviceEvents | where ActionType == \"PowerShellCommand\" and tostring(AdditionalFields) has "
                                + name
                                + ")",
                        "(Event | where EventID == 4103 and RenderedDescription has " + name + ")",
                        "(WindowsEvent | where EventID == 4103 and tostring(EventData) has "
                                + name
                                + ")"));
    }

    private static String scriptBlock(Node node) {
        String id = Objects.toString(node.get("scriptBlockId"), "");
        String has = " has " + KqlText.string(id.isEmpty() ? node.key() : id) + ")";
        return WindowsTables.union(
                List.of(
                        "(Event | where EventID == 4104 and RenderedDescription" + has,
                        "(WindowsEvent | where EventID == 4104 and tostring(EventData)" + has));
    }

    /// Where the logs name the machine by the id that the graph has.
    private static String machine(Node node) {
        String machine = Objects.toString(node.get("machine"), "");
        return machine.startsWith("device:")
                ? where(equal("DeviceId", machine.substring("device:".length())))
                : "";
    }

    /// From the beginning to the end of what lasted, else around when it was.
    private static String span(String column, Node node) {
        Object start = node.get("start") == null ? node.get("at") : node.get("start");
        if (!(start instanceof Instant from)) {
            return "";
        }
        Instant to = node.get("end") instanceof Instant end && end.isAfter(from) ? end : from;
        return where(KqlText.between(column, from.minusSeconds(1), to.plusSeconds(1)));
    }
}
