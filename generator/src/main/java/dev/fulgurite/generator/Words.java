package dev.fulgurite.generator;

import java.util.List;

/// What people and programs type.
final class Words {

    static final List<String> CMDLETS =
            List.of(
                    "Get-Service",
                    "Get-Process",
                    "Get-ChildItem",
                    "Get-Content",
                    "Get-EventLog",
                    "Get-WinEvent",
                    "Get-Volume",
                    "Get-Disk",
                    "Get-HotFix",
                    "Get-CimInstance",
                    "Get-ADUser",
                    "Get-ADComputer",
                    "Get-ADGroupMember",
                    "Get-SmbShare",
                    "Get-SmbOpenFile",
                    "Get-NetTCPConnection",
                    "Get-NetIPAddress",
                    "Get-ScheduledTask",
                    "Get-ItemProperty",
                    "Get-Acl",
                    "Get-Counter",
                    "Select-Object",
                    "Where-Object",
                    "Sort-Object",
                    "ForEach-Object",
                    "Group-Object",
                    "Measure-Object",
                    "Format-Table",
                    "Format-List",
                    "Out-String",
                    "Out-File",
                    "Export-Csv",
                    "Import-Csv",
                    "ConvertTo-Json",
                    "ConvertFrom-Json",
                    "Restart-Service",
                    "Start-Service",
                    "Stop-Service",
                    "Set-Service",
                    "Set-ItemProperty",
                    "New-Item",
                    "Remove-Item",
                    "Copy-Item",
                    "Move-Item",
                    "Test-Path",
                    "Test-Connection",
                    "Test-NetConnection",
                    "Write-Output",
                    "Write-Verbose",
                    "Import-Module",
                    "Invoke-WebRequest",
                    "Invoke-RestMethod",
                    "Start-Process",
                    "Start-Sleep",
                    "New-Object",
                    "Add-Content");

    static final List<String> PROGRAMS =
            List.of(
                    "ipconfig.exe",
                    "whoami.exe",
                    "HOSTNAME.EXE",
                    "netstat.exe",
                    "robocopy.exe",
                    "sc.exe",
                    "net.exe",
                    "gpupdate.exe",
                    "schtasks.exe",
                    "wevtutil.exe");

    static final List<String> IMAGES =
            List.of(
                    "svchost.exe",
                    "taskhostw.exe",
                    "conhost.exe",
                    "cmd.exe",
                    "msedge.exe",
                    "w3wp.exe",
                    "sqlcmd.exe",
                    "backup.exe",
                    "MsMpEng.exe",
                    "WmiPrvSE.exe",
                    "MonitoringHost.exe",
                    "rundll32.exe",
                    "explorer.exe",
                    "winword.exe");

    static final List<String> FOLDERS =
            List.of(
                    "C:\\Windows\\Temp\\",
                    "C:\\inetpub\\logs\\",
                    "D:\\Backup\\",
                    "D:\\Data\\",
                    "C:\\ProgramData\\Contoso\\",
                    "C:\\Users\\Public\\Documents\\");

    static final List<String> ENDINGS =
            List.of("log", "tmp", "bak", "csv", "docx", "json", "dll", "ps1");

    /// What administrators hand to Run Command, again and again.
    static final List<List<String>> MAINTENANCE =
            List.of(
                    List.of(
                            "Get-HotFix",
                            "Sort-Object",
                            "Get-Service",
                            "Where-Object",
                            "Start-Service"),
                    List.of("Get-Volume", "Where-Object", "Select-Object"),
                    List.of("Get-WinEvent", "Group-Object", "Sort-Object", "Format-Table"),
                    List.of("Test-Path", "New-Item", "Copy-Item", "Restart-Service"));

    /// What attackers begin with.
    static final List<String> DISCOVERY =
            List.of(
                    "whoami.exe",
                    "HOSTNAME.EXE",
                    "ipconfig.exe",
                    "nltest.exe",
                    "net.exe",
                    "Get-LocalGroupMember",
                    "Get-CimInstance",
                    "Get-ADDomainController",
                    "Get-NetTCPConnection",
                    "Get-ScheduledTask",
                    "quser.exe",
                    "systeminfo.exe");

    /// How they take credentials and go on with them.
    static final List<String> ONWARD =
            List.of(
                    "reg.exe",
                    "Get-Content",
                    "ConvertTo-SecureString",
                    "New-Object",
                    "Test-WSMan",
                    "Invoke-Command");

    /// What they do where they arrive.
    static final List<String> COLLECTION =
            List.of(
                    "whoami.exe",
                    "Get-SmbShare",
                    "Get-ChildItem",
                    "Compress-Archive",
                    "Copy-Item",
                    "Get-Acl",
                    "Out-File",
                    "Remove-Item");

    static final String SYSTEM32 = "c:\\windows\\system32\\";
    static final String POWERSHELL = "c:\\windows\\system32\\windowspowershell\\v1.0\\";

    private Words() {}

    static boolean isProgram(String command) {
        return command.endsWith(".exe") || command.endsWith(".EXE");
    }
}
