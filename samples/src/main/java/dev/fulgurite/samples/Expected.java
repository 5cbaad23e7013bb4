package dev.fulgurite.samples;

import dev.fulgurite.samples.RunCommand.Execution;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The alerts that the incident must give: for each rule one list of nodes an alert, all of which
/// the alert must be about.
final class Expected {

    private Expected() {}

    static Map<String, Object> of(List<Execution> executions) {
        List<List<String>> executed = executions.stream().map(Expected::about).toList();
        List<List<String>> attack =
                executions.stream()
                        .filter(execution -> execution.by().equals(Estate.MALLORY))
                        .map(Expected::about)
                        .toList();
        return Json.object(
                "run-command-linked",
                executed,
                "run-command-unique-script",
                attack,
                "service-account-remote-powershell",
                List.of(
                        List.of(
                                "Account:sid:"
                                        + Estate.BACKUP_SERVICE.sid().toLowerCase(Locale.ROOT),
                                host(Estate.FILES))),
                "cloud-to-host-chain",
                List.of(List.of(caller(Estate.MALLORY), machine(Estate.SQL1), host(Estate.FILES))));
    }

    private static List<String> about(Execution execution) {
        return List.of(caller(execution.by()), machine(execution.on()), host(execution.on()));
    }

    private static String caller(Caller caller) {
        return switch (caller) {
            case Caller.Person person -> "Caller:upn:" + person.upn();
            case Caller.Program program -> "Caller:oid:" + program.objectId();
        };
    }

    private static String machine(Machine machine) {
        return "VirtualMachine:" + machine.resourceId().toLowerCase(Locale.ROOT);
    }

    private static String host(Machine machine) {
        return "Host:device:" + machine.deviceId();
    }
}
