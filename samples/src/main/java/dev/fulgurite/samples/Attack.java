package dev.fulgurite.samples;

import java.util.List;

/// The evening of 18 November: somebody has the password of Mallory Marsh. From an address she
/// never used they run a script on a web server to look around, then one on the database server
/// that takes the backup service's password and goes on, as that service, to the finance file
/// server.
final class Attack {

    private static final String FROM = "203.0.113.47";
    private static final String ALSO_FROM = "203.0.113.112";

    private Attack() {}

    static void happen(RunCommand runCommand, DefenderLog defender, PowerShellLog files) {
        runCommand.run(
                Estate.MALLORY,
                FROM,
                ALSO_FROM,
                Estate.WEB1,
                Clock.at(18, "20:14:31.402"),
                Script.DISCOVERY);
        runCommand.run(
                Estate.MALLORY,
                FROM,
                FROM,
                Estate.SQL1,
                Clock.at(18, "20:31:07.915"),
                Script.CREDENTIALS_AND_ONWARD);
        new RemoteSession(
                        Estate.BACKUP_SERVICE,
                        Estate.SQL1,
                        Estate.FILES,
                        List.of(
                                "whoami.exe",
                                "HOSTNAME.EXE",
                                "Get-SmbShare",
                                "Get-ChildItem",
                                "Compress-Archive",
                                "Copy-Item"))
                .leaveTraces(Clock.at(18, "20:31:26.871"), defender, files);
    }
}
