package dev.fulgurite.samples;

import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.export.Json;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.samples.PowerShellLog.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Eleven ordinary days: what Contoso's people and programs do in Azure, and on the finance file
/// server, with nothing wrong in it.
final class Administration {

    private static final List<Integer> WORKING_DAYS = List.of(9, 10, 11, 12, 13, 16, 17, 18, 19);

    private final ActivityLog activity;
    private final RunCommand runCommand;
    private final DefenderLog defender;
    private final PowerShellLog files;

    Administration(
            ActivityLog activity,
            RunCommand runCommand,
            DefenderLog defender,
            PowerShellLog files) {
        this.activity = activity;
        this.runCommand = runCommand;
        this.defender = defender;
        this.files = files;
    }

    void happen() {
        newServer();
        for (int day : WORKING_DAYS) {
            developersServers(day);
            backupAccess(day);
            new OfficeDay(day, defender).happen();
        }
        changes();
        maintenance();
        remoteAdministration();
        nightlyScript();
    }

    /// The reporting server is made; only here does Azure tell its name inside Windows.
    private void newServer() {
        Operation write = vm("write", Estate.CAROL, Estate.REPORTS, 9);
        Instant at = Clock.at(9, "08:41:10.275");
        String address = Estate.CAROL.address();
        String answer =
                Json.compact(
                        Json.object(
                                "name", Estate.REPORTS.vmName(),
                                "id", Estate.REPORTS.resourceId(),
                                "properties",
                                        Json.object(
                                                "osProfile",
                                                Json.object(
                                                        "computerName",
                                                        Estate.REPORTS.computer(),
                                                        "adminUsername",
                                                        "contosoadmin"),
                                                "provisioningState",
                                                "Creating")));
        activity.add(write, at, Stage.START, "", address, "");
        activity.add(write, at.plusMillis(2_480), Stage.ACCEPT, "Created", address, answer);
        activity.add(write, at.plusSeconds(74), Stage.SUCCESS, "", address, "");
        String agent = "/extensions/AzureMonitorWindowsAgent";
        simple(
                Estate.POLICY,
                "",
                "Microsoft.Compute/virtualMachines/extensions/write",
                Estate.REPORTS.resourceId() + agent,
                Clock.at(9, "08:52:03.518"));
    }

    private void developersServers(int day) {
        for (Machine builder : Estate.BUILDERS) {
            int second = Dice.number(builder.vmName() + day, 10, 50);
            power(
                    "start/action",
                    builder,
                    Clock.at(day, String.format(Locale.ROOT, "06:00:%d.108", second)));
            power(
                    "deallocate/action",
                    builder,
                    Clock.at(day, String.format(Locale.ROOT, "18:30:%d.644", second)));
        }
    }

    private void power(String action, Machine machine, Instant at) {
        Operation operation = vm(action, Estate.SCHEDULER, machine, (int) at.getEpochSecond());
        activity.add(operation, at, Stage.START, "", "192.0.2.90", "");
        activity.add(operation, at.plusSeconds(33), Stage.SUCCESS, "", "", "");
    }

    private void backupAccess(int day) {
        Operation keys =
                new Operation(
                        "Microsoft.Storage/storageAccounts/listKeys/action",
                        Estate.resource(
                                Estate.DATA, "Microsoft.Storage/storageAccounts", "contosobackup"),
                        Estate.BACKUP,
                        Dice.guid("keys " + day));
        Instant at =
                Clock.at(
                        day,
                        String.format(
                                Locale.ROOT, "01:15:%d.377", Dice.number("keys" + day, 10, 59)));
        activity.add(keys, at, Stage.SUCCESS, "OK", "192.0.2.91", "");
    }

    private void changes() {
        restart(Estate.MALLORY, Estate.WEB2, Clock.at(10, "13:22:48.590"));
        restart(Estate.ALICE, Estate.WEB1, Clock.at(12, "05:31:02.114"));
        restart(Estate.MALLORY, Estate.WEB2, Clock.at(19, "09:05:19.732"));
        String rule =
                Estate.resource(
                                Estate.SHOP,
                                "Microsoft.Network/networkSecurityGroups",
                                "nsg-shop-web")
                        + "/securityRules/allow-https";
        person(
                Estate.CAROL,
                "Microsoft.Network/networkSecurityGroups/securityRules/write",
                rule,
                Clock.at(12, "10:17:55.031"));
        person(
                Estate.ALICE,
                "Microsoft.Resources/tags/write",
                Estate.WEB1.resourceId() + "/providers/Microsoft.Resources/tags/default",
                Clock.at(13, "09:48:27.460"));
        person(
                Estate.CAROL,
                "Microsoft.Resources/deployments/write",
                Estate.resource(Estate.SHOP, "Microsoft.Resources/deployments", "shop-2026-46"),
                Clock.at(16, "14:02:36.887"));
        for (Machine web : List.of(Estate.WEB1, Estate.WEB2)) {
            simple(
                    Estate.POLICY,
                    "",
                    "Microsoft.Compute/virtualMachines/extensions/write",
                    web.resourceId() + "/extensions/AzureMonitorWindowsAgent",
                    Clock.at(
                            16,
                            String.format(
                                    Locale.ROOT,
                                    "03:10:%d.203",
                                    Dice.number(web.vmName(), 10, 59))));
        }
    }

    /// The same two scripts, again and again; once Azure refuses.
    private void maintenance() {
        for (int day : List.of(10, 12, 17)) {
            for (Machine machine : Estate.MAINTAINED) {
                int minute = 10 + 6 * Estate.MAINTAINED.indexOf(machine);
                byPerson(
                        Estate.ALICE,
                        machine,
                        Clock.at(day, String.format(Locale.ROOT, "05:%d:14.%d", minute, 100 + day)),
                        Script.MAINTENANCE);
            }
        }
        byPerson(Estate.BOB, Estate.WEB1, Clock.at(11, "07:40:21.650"), Script.DISK_SPACE);
        byPerson(Estate.BOB, Estate.SQL1, Clock.at(11, "07:44:02.081"), Script.DISK_SPACE);
        byPerson(Estate.BOB, Estate.REPORTS, Clock.at(13, "07:41:37.294"), Script.DISK_SPACE);
        byPerson(Estate.BOB, Estate.WEB1, Clock.at(16, "07:39:50.733"), Script.DISK_SPACE);
        byPerson(Estate.BOB, Estate.SQL1, Clock.at(16, "07:45:11.918"), Script.DISK_SPACE);
        runCommand.refused(Estate.CAROL, Estate.WEB2, Clock.at(13, "15:20:44.126"));
    }

    private void byPerson(Caller.Person person, Machine on, Instant at, Script script) {
        runCommand.run(person, person.address(), person.address(), on, at, script);
    }

    /// Administrators, who also log on in person, use remote PowerShell from the jump host.
    private void remoteAdministration() {
        List<String> look = List.of("Get-SmbShare", "Get-SmbOpenFile", "Get-Volume");
        for (int day : List.of(11, 17)) {
            new RemoteSession(Estate.BOB_ADMIN, Estate.JUMP, Estate.FILES, look)
                    .leaveTraces(Clock.at(day, "10:25:03.540"), defender, files);
        }
        new RemoteSession(
                        Estate.ALICE_ADMIN,
                        Estate.JUMP,
                        Estate.WEB2,
                        List.of("Get-Service", "Restart-Service"))
                .leaveTraces(Clock.at(12, "11:08:46.912"), defender, null);
    }

    /// The backup service's own script, started by the task scheduler on the server itself.
    private void nightlyScript() {
        for (int day : List.of(9, 12, 16, 19)) {
            Instant at = Clock.at(day, "00:30:01.155");
            Engine engine =
                    Engine.of(
                            Estate.BACKUP_SERVICE,
                            at,
                            "ConsoleHost",
                            "powershell.exe -NoProfile -File D:\\Backup\\nightly.ps1");
            files.started(at, engine);
            files.command(at.plusSeconds(2), engine, "Get-ChildItem", 16);
            files.command(at.plusSeconds(5), engine, "Copy-Item", 18);
            files.stopped(at.plus(Duration.ofMinutes(11)), engine);
        }
    }

    private void restart(Caller.Person person, Machine machine, Instant at) {
        person(
                person,
                "Microsoft.Compute/virtualMachines/restart/action",
                machine.resourceId(),
                at);
    }

    private void person(Caller.Person person, String action, String resource, Instant at) {
        simple(person, person.address(), action, resource, at);
    }

    private void simple(Caller caller, String address, String action, String resource, Instant at) {
        Operation operation = new Operation(action, resource, caller, Dice.guid(action + at));
        activity.add(operation, at, Stage.START, "", address, "");
        activity.add(operation, at.plusMillis(7_260), Stage.SUCCESS, "OK", address, "");
    }

    private static Operation vm(String action, Caller caller, Machine machine, int occasion) {
        return new Operation(
                "Microsoft.Compute/virtualMachines/" + action,
                machine.resourceId(),
                caller,
                Dice.guid(action + machine.vmName() + occasion));
    }
}
