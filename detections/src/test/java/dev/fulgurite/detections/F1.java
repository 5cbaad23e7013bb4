package dev.fulgurite.detections;

/// The worked fixture F1 of the specification: five operations on three VMs, four of which ran a
/// script, with equal script numbers, a repeated file event, both spellings of status.
final class F1 {

    private F1() {}

    static Estate estate() {
        String line = "powershell  -ExecutionPolicy Unrestricted -File ";
        String mallory = "mallory@contoso.com";
        return new Estate()
                .activity("10:00:00", "START", "c1", mallory, "203.0.113.10", "testrig1")
                .activity("10:00:02", "ACCEPT", "c1", mallory, "", "testrig1")
                .activity("10:00:40", "SUCCESS", "c1", mallory, "203.0.113.9", "testrig1")
                .activity("10:05:00", "START", "c2", mallory, "203.0.113.10", "testrig2")
                .activity("10:05:45", "SUCCESS", "c2", mallory, "203.0.113.10", "testrig2")
                .activity(
                        "10:10:00", "START", "c3", "alice@contoso.com", "198.51.100.7", "testrig1")
                .activity(
                        "10:10:30",
                        "SUCCESS",
                        "c3",
                        "alice@contoso.com",
                        "198.51.100.7",
                        "testrig1")
                .activity("10:15:00", "START", "c4", mallory, "203.0.113.10", "testrig1")
                .activity("10:15:03", "FAILURE", "c4", mallory, "203.0.113.10", "testrig1")
                .activity("10:20:00", "START", "c5", "bob@contoso.com", "192.0.2.5", "testrig3")
                .activity("10:20:35", "SUCCESS", "c5", "bob@contoso.com", "192.0.2.5", "testrig3")
                .file("10:00:12", "testrig1.contoso.com", "script6.ps1", 812, "FileCreated")
                .file("10:05:14", "testrig2.contoso.com", "script6.ps1", 1440, "FileCreated")
                .file("10:10:09", "testrig1.contoso.com", "script7.ps1", 95, "FileCreated")
                .file("10:10:10", "testrig1.contoso.com", "script7.ps1", 95, "FileModified")
                .file("10:20:08", "testrig3.contoso.com", "script0.ps1", 64, "FileCreated")
                .command("10:00:14", "testrig1.contoso.com", line + "script6.ps1", "script6.ps1")
                .command("10:00:15", "testrig1.contoso.com", line + "script6.ps1", "ipconfig.exe")
                .command("10:00:16", "testrig1.contoso.com", line + "script6.ps1", "Get-Process")
                .command("10:05:16", "testrig2.contoso.com", line + "script6.ps1", "script6.ps1")
                .command(
                        "10:05:17",
                        "testrig2.contoso.com",
                        line + "script6.ps1",
                        "Invoke-WebRequest")
                .command("10:05:18", "testrig2.contoso.com", line + "script6.ps1", "Start-Process")
                .command("10:10:11", "testrig1.contoso.com", line + "script7.ps1", "script7.ps1")
                .command("10:10:12", "testrig1.contoso.com", line + "script7.ps1", "Get-Service")
                .command("10:20:10", "testrig3.contoso.com", line + "script0.ps1", "script0.ps1")
                .command("10:20:11", "testrig3.contoso.com", line + "script0.ps1", "Get-Service");
    }
}
