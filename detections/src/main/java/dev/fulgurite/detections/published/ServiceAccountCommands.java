package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.FEW;
import static dev.fulgurite.detections.kql.Aggregate.argMax;
import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.makeSet;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Order;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.Terms;
import java.util.List;
import java.util.Set;

/// "Service accounts performing remote PowerShell": accounts, by their bare names, that never
/// logged on interactively, and whose first remote command on a device is of the last day.
@AutoService(PublishedQuery.class)
public final class ServiceAccountCommands implements PublishedQuery {

    private static final Set<String> INTERACTIVE =
            Set.of(
                    "Interactive",
                    "CachedInteractive",
                    "Unlock",
                    "RemoteInteractive",
                    "CachedRemoteInteractive",
                    "CachedUnlock");

    /// Commands of every remote session.
    private static final Set<String> USUAL =
            Set.of(
                    "prompt",
                    "Out-Default",
                    "out-lineoutput",
                    "format-default",
                    "Set-StrictMode",
                    "TabExpansion2");

    @Override
    public List<String> columns() {
        return List.of(
                "AccountName",
                "DeviceName",
                "DeviceId",
                "Timestamp",
                "ReportId",
                "set_Command",
                "count_",
                "min_Timestamp");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table first =
                serviceAccounts(tables, settings)
                        .join(JoinKind.RIGHTSEMI, remotePowerShell(tables), "AccountName")
                        .extend(
                                "Command",
                                row ->
                                        Dynamic.text(
                                                Dynamic.member(
                                                        Dynamic.parse(row.text("AdditionalFields")),
                                                        "Command")))
                        .where(
                                "Command !in (WhitelistedCmdlets)",
                                "Command",
                                row -> !USUAL.contains(row.text("Command")))
                        .summarize(
                                List.of("AccountName", "DeviceName", "DeviceId"),
                                max("Timestamp").as("Timestamp"),
                                argMax("Timestamp", "ReportId"),
                                makeSet("Command", FEW),
                                count(),
                                min("Timestamp"))
                        .order(
                                Order.ascending("AccountName")
                                        .thenComparing(Order.ascending("DeviceName"))
                                        .thenComparing(Order.ascending("DeviceId")));
        Table recent = Ago.of(settings, "1d").before(first, "min_Timestamp");
        return TableAnswer.of(recent, "AccountName", "DeviceName");
    }

    private static Table serviceAccounts(Tables tables, Settings settings) {
        Set<String> whitelisted = settings.set("WhitelistedAccounts");
        return tables.read(
                        "DeviceLogonEvents", "Timestamp", "ActionType", "AccountName", "LogonType")
                .where(
                        "AccountName !in~ (WhitelistedAccounts)",
                        "AccountName",
                        row -> !whitelisted.contains(Strings.lower(row.text("AccountName"))))
                .where(
                        "ActionType == \"LogonSuccess\"",
                        "ActionType",
                        row -> row.text("ActionType").equals("LogonSuccess"))
                .where(
                        "AccountName !contains \"$\"",
                        "AccountName",
                        row -> !Strings.contains(row.text("AccountName"), "$"))
                .where(
                        "AccountName !has \"winrm va_\"",
                        "AccountName",
                        row -> !Terms.has(row.get("AccountName"), "winrm va_"))
                .extend(
                        "IsInteractive",
                        row -> INTERACTIVE.contains(row.text("LogonType")) ? 1L : 0L)
                .summarize(List.of("AccountName"), max("IsInteractive").as("IsInteractive"))
                .where(
                        "no interactive logon: IsInteractive == 0",
                        "IsInteractive",
                        row -> Long.valueOf(0).equals(row.get("IsInteractive")));
    }

    private static Table remotePowerShell(Tables tables) {
        return tables.read(
                        "DeviceEvents",
                        "Timestamp",
                        "ReportId",
                        "DeviceId",
                        "DeviceName",
                        "ActionType",
                        "InitiatingProcessFileName",
                        "InitiatingProcessAccountName",
                        "AdditionalFields")
                .rename("InitiatingProcessAccountName", "AccountName")
                .where(
                        "ActionType == 'PowerShellCommand'",
                        "ActionType",
                        row -> row.text("ActionType").equals("PowerShellCommand"))
                .where(
                        "InitiatingProcessFileName =~ 'wsmprovhost.exe'",
                        "InitiatingProcessFileName",
                        row ->
                                Strings.equalsFolded(
                                        row.text("InitiatingProcessFileName"), "wsmprovhost.exe"));
    }
}
