package dev.fulgurite.samples;

import dev.fulgurite.generator.export.Json;
import dev.fulgurite.samples.DefenderLog.Content;
import dev.fulgurite.samples.DefenderLog.HostProcess;
import dev.fulgurite.samples.DefenderLog.Logon;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One ordinary day as Defender sees it on the hosts.
record OfficeDay(int day, DefenderLog defender) {

    void happen() {
        administratorsLogOn();
        servicesLogOn();
        if (day % 2 == 1) {
            lookAround();
        }
        files();
        if (day == 9 || day == 16) {
            scans();
        }
    }

    private void administratorsLogOn() {
        inPerson(Estate.ALICE_ADMIN, "LogonSuccess", at("08:1%d:22.731", 1, 9));
        if (day % 3 == 0) {
            inPerson(Estate.BOB_ADMIN, "LogonFailed", at("08:3%d:02.118", 0, 4));
        }
        inPerson(Estate.BOB_ADMIN, "LogonSuccess", at("08:3%d:40.902", 5, 9));
    }

    private void inPerson(Account account, String action, Instant at) {
        String address = account.equals(Estate.ALICE_ADMIN) ? "198.51.100.24" : "198.51.100.25";
        defender.logon(
                at, Estate.JUMP, new Logon(action, "RemoteInteractive", account, "", address));
    }

    /// Services never log on in person; the backup's copy comes over the network every night.
    private void servicesLogOn() {
        Account backup = Estate.BACKUP_SERVICE;
        defender.logon(
                at("00:3%d:00.984", 0, 1),
                Estate.FILES,
                new Logon("LogonSuccess", "Batch", backup, "", ""));
        defender.logon(
                at("01:3%d:12.065", 0, 9),
                Estate.FILES,
                new Logon(
                        "LogonSuccess",
                        "Network",
                        backup,
                        Estate.SQL1.computer(),
                        Estate.SQL1.address()));
        if (day % 4 == 0) {
            defender.logon(
                    at("04:0%d:31.440", 0, 9),
                    Estate.SQL1,
                    new Logon("LogonSuccess", "Service", Estate.SQL_SERVICE, "", ""));
        }
    }

    private void lookAround() {
        Instant at = at("09:2%d:18.307", 0, 9);
        HostProcess shell =
                HostProcess.of(
                        Estate.BOB_ADMIN,
                        "powershell.exe",
                        "\"powershell.exe\" ",
                        Dice.number("bob" + day, 500, 3000) * 4,
                        at.minusSeconds(8),
                        "explorer.exe");
        for (String command : List.of("Get-ADUser", "Select-Object", "Get-EventLog")) {
            defender.powerShell(at, Estate.JUMP, shell, command);
            at = at.plusMillis(Dice.number("bob" + at, 900, 9000));
        }
    }

    private void files() {
        Instant backup = at("01:1%d:44.556", 0, 9);
        HostProcess database =
                HostProcess.ofSystem(
                        "sqlservr.exe",
                        "c:\\program files\\microsoft sql server\\mssql16.mssqlserver\\mssql\\binn\\",
                        "\"sqlservr.exe\" -sMSSQLSERVER",
                        3312,
                        Clock.at(2, "04:00:11.020"),
                        "services.exe");
        file(backup, Estate.SQL1, "D:\\Backup\\", "shop-11%02d.bak", database);
        HostProcess web =
                HostProcess.ofSystem(
                        "w3wp.exe",
                        "c:\\windows\\system32\\inetsrv\\",
                        "w3wp.exe -ap \"Shop\"",
                        6120,
                        Clock.at(8, "22:15:40.611"),
                        "svchost.exe");
        Instant log = at("00:0%d:05.870", 0, 9);
        file(log, Estate.WEB1, "C:\\inetpub\\logs\\", "u_ex2611%02d.log", web);
    }

    private void file(Instant at, Machine on, String folder, String name, HostProcess by) {
        String named = String.format(Locale.ROOT, name, day);
        Content content = Content.unknown(named, Dice.number(named, 800_000, 90_000_000));
        defender.file(at, on, "FileCreated", folder, named, content, by);
    }

    private void scans() {
        for (Machine machine : Estate.WATCHED) {
            Instant at = at("03:%d:09.482", 10, 50);
            HostProcess scanner =
                    HostProcess.ofSystem(
                            "MsMpEng.exe",
                            "c:\\programdata\\microsoft\\windows defender\\platform\\",
                            "\"MsMpEng.exe\"",
                            2884,
                            Clock.at(2, "04:00:09.377"),
                            "services.exe");
            defender.event(
                    at.plusMillis(Dice.number(machine.computer(), 0, 60_000)),
                    machine,
                    "AntivirusScanCompleted",
                    scanner,
                    Json.object("ScanTypeIndex", "Quick", "User", "NT AUTHORITY\\SYSTEM"));
        }
    }

    /// A time of this day whose one open number differs from day to day.
    private Instant at(String pattern, int from, int to) {
        return Clock.at(
                day, String.format(Locale.ROOT, pattern, Dice.number(pattern + day, from, to)));
    }
}
