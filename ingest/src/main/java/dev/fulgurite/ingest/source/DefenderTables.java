package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.util.List;
import java.util.Map;

/// Tells a Defender table from the columns of a row, for advanced hunting exports do not name it.
final class DefenderTables {

    /// Columns that tell a table, the first that is there wins: those below are shared with tables
    /// above.
    private static final List<Map.Entry<String, String>> TELLING =
            List.of(
                    Map.entry("LogonType", "DeviceLogonEvents"),
                    Map.entry("LocalIPType", "DeviceNetworkEvents"),
                    Map.entry("Protocol", "DeviceNetworkEvents"),
                    Map.entry("PreviousRegistryKey", "DeviceRegistryEvents"),
                    Map.entry("RegistryValueType", "DeviceRegistryEvents"),
                    Map.entry("ProcessIntegrityLevel", "DeviceProcessEvents"),
                    Map.entry("ProcessVersionInfoCompanyName", "DeviceProcessEvents"),
                    Map.entry("PreviousFileName", "DeviceFileEvents"),
                    Map.entry("PreviousFolderPath", "DeviceFileEvents"),
                    Map.entry("FileOriginReferrerUrl", "DeviceFileEvents"),
                    Map.entry("RequestAccountName", "DeviceFileEvents"),
                    Map.entry("RegistryKey", "DeviceEvents"));

    /// When only some columns were exported: what happened.
    private static final Map<String, String> BY_ACTION =
            Map.ofEntries(
                    Map.entry("LogonSuccess", "DeviceLogonEvents"),
                    Map.entry("LogonFailed", "DeviceLogonEvents"),
                    Map.entry("LogonAttempted", "DeviceLogonEvents"),
                    Map.entry("FileCreated", "DeviceFileEvents"),
                    Map.entry("FileModified", "DeviceFileEvents"),
                    Map.entry("FileRenamed", "DeviceFileEvents"),
                    Map.entry("FileDeleted", "DeviceFileEvents"),
                    Map.entry("PowerShellCommand", "DeviceEvents"),
                    Map.entry("ProcessCreated", "DeviceProcessEvents"),
                    Map.entry("ImageLoaded", "DeviceImageLoadEvents"),
                    Map.entry("ConnectionSuccess", "DeviceNetworkEvents"),
                    Map.entry("ConnectionFailed", "DeviceNetworkEvents"),
                    Map.entry("ConnectionAttempt", "DeviceNetworkEvents"),
                    Map.entry("InboundConnectionAccepted", "DeviceNetworkEvents"),
                    Map.entry("ListeningConnectionCreated", "DeviceNetworkEvents"));

    private DefenderTables() {}

    /// `""` when the row is of no Defender table.
    static String byColumns(Columns columns) {
        boolean device =
                (columns.has("DeviceName") || columns.has("DeviceId"))
                        && (columns.has("Timestamp") || columns.has("TimeGenerated"));
        if (!device || !columns.has("ActionType")) {
            boolean inventory = columns.has("OSPlatform") || columns.has("AzureResourceId");
            return device && inventory ? "DeviceInfo" : "";
        }
        for (Map.Entry<String, String> telling : TELLING) {
            if (columns.has(telling.getKey())) {
                return telling.getValue();
            }
        }
        String byAction = BY_ACTION.get(columns.text("ActionType"));
        return byAction == null ? bySelection(columns) : byAction;
    }

    private static String bySelection(Columns columns) {
        if (columns.has("AdditionalFields")) {
            return "DeviceEvents";
        }
        boolean file =
                columns.has("FileName") && (columns.has("FileSize") || columns.has("FolderPath"));
        return file ? "DeviceFileEvents" : "";
    }
}
