package dev.fulgurite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One run command from its start in the cloud to two commands on the host, as three exports.
final class RunCommandLogs {

    static final String ACTIVITY =
            """
            {"Type":"AzureActivity","TimeGenerated":"2026-03-01T10:00:00.1234567Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Started","CorrelationId":"c1","Caller":"Alice@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"9bf12989-9bd5-4c32-aef1-0495febbdb91","_ResourceId":"/subscriptions/9bf12989-9bd5-4c32-aef1-0495febbdb91/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/testrig1","EventDataId":"e1"}
            {"Type":"AzureActivity","TimeGenerated":"2026-03-01T10:00:40.0000000Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Succeeded","CorrelationId":"c1","Caller":"Alice@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"9bf12989-9bd5-4c32-aef1-0495febbdb91","_ResourceId":"/subscriptions/9bf12989-9bd5-4c32-aef1-0495febbdb91/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/testrig1","EventDataId":"e2"}
            """;

    /// The same of someone else, elsewhere: tests that add records leave the first case alone.
    static final String OTHER_ACTIVITY =
            ACTIVITY.replace("Alice", "Bob")
                    .replace("testrig1", "other1")
                    .replace("\"c1\"", "\"c9\"")
                    .replace("\"e1\"", "\"e8\"")
                    .replace("\"e2\"", "\"e9\"");

    static final String FILES =
            """
            Timestamp,DeviceId,DeviceName,ActionType,FileName,FolderPath,SHA1,SHA256,FileSize,InitiatingProcessAccountDomain,InitiatingProcessAccountName,InitiatingProcessAccountSid,InitiatingProcessFileName,InitiatingProcessFolderPath,InitiatingProcessCommandLine,InitiatingProcessId,InitiatingProcessCreationTime,InitiatingProcessParentFileName,ReportId
            2026-03-01T10:00:12.0000000Z,d1,testrig1.contoso.com,FileCreated,script6.ps1,C:\\Downloads\\script6.ps1,a1,b2,812,nt authority,system,S-1-5-18,RunCommandExtension.exe,c:\\packages,RunCommandExtension.exe enable,8220,2026-03-01T10:00:10.0000000Z,cmd.exe,11
            """;

    static final String COMMANDS =
            """
            {"Type":"DeviceEvents","TimeGenerated":"2026-03-01T10:00:15.0000000Z","Timestamp":"2026-03-01T10:00:15.0000000Z","DeviceId":"d1","DeviceName":"testrig1.contoso.com","ActionType":"PowerShellCommand","InitiatingProcessAccountDomain":"nt authority","InitiatingProcessAccountName":"system","InitiatingProcessAccountSid":"S-1-5-18","InitiatingProcessFileName":"powershell.exe","InitiatingProcessCommandLine":"powershell  -ExecutionPolicy Unrestricted -File script6.ps1","InitiatingProcessId":9344,"InitiatingProcessCreationTime":"2026-03-01T10:00:14.0000000Z","AdditionalFields":"{\\"Command\\":\\"Get-Process\\"}","ReportId":21}
            {"Type":"DeviceEvents","TimeGenerated":"2026-03-01T10:00:16.0000000Z","Timestamp":"2026-03-01T10:00:16.0000000Z","DeviceId":"d1","DeviceName":"testrig1.contoso.com","ActionType":"PowerShellCommand","InitiatingProcessAccountDomain":"nt authority","InitiatingProcessAccountName":"system","InitiatingProcessAccountSid":"S-1-5-18","InitiatingProcessFileName":"powershell.exe","InitiatingProcessCommandLine":"powershell  -ExecutionPolicy Unrestricted -File script6.ps1","InitiatingProcessId":9344,"InitiatingProcessCreationTime":"2026-03-01T10:00:14.0000000Z","AdditionalFields":"{\\"Command\\":\\"ipconfig.exe\\"}","ReportId":22}
            """;

    private RunCommandLogs() {}

    static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("activity.jsonl"), ACTIVITY);
        Files.writeString(folder.resolve("files.csv"), FILES);
        Files.writeString(folder.resolve("commands.jsonl"), COMMANDS);
    }
}
