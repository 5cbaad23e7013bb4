package dev.fulgurite.samples;

import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.export.Json;
import dev.fulgurite.samples.RunCommand.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The alerts that the incident must give, by rule: how urgent each is, and nodes that its case
/// must hold.
final class Expected {

    private Expected() {}

    static Map<String, Object> of(List<Execution> executions) {
        Predicate<Execution> attack = execution -> execution.by().equals(Estate.MALLORY);
        return Json.object(
                "run-command-linked",
                executions.stream().map(execution -> alert("low", about(execution))).toList(),
                "run-command-unique-script",
                executions.stream()
                        .filter(attack)
                        .map(execution -> alert("medium", about(execution)))
                        .toList(),
                "service-account-remote-powershell",
                List.of(
                        alert(
                                "medium",
                                List.of(account(Estate.BACKUP_SERVICE), host(Estate.FILES)))),
                "remote-powershell-session",
                List.of(
                        session("medium", Estate.BOB_ADMIN),
                        session("low", Estate.BOB_ADMIN),
                        alert(
                                "medium",
                                List.of(
                                        account(Estate.BACKUP_SERVICE),
                                        host(Estate.SQL1),
                                        host(Estate.FILES)))),
                "anomalous-operation",
                executions.stream()
                        .filter(attack)
                        .limit(1)
                        .map(execution -> alert("low", about(execution)))
                        .toList(),
                "sensitive-operations",
                Stream.of(Estate.POLICY, Estate.POLICY, Estate.BACKUP, Estate.BACKUP, Estate.BACKUP)
                        .map(program -> alert("low", List.of(caller(program))))
                        .toList(),
                "run-command-spike",
                List.of(),
                "run-command-infrequent",
                List.of(),
                "run-command-volatile-scripts",
                List.of(),
                "cloud-to-host-chain",
                executions.stream()
                        .map(execution ->
                                attack.test(execution)
                                        ? alert("high", chain(execution))
                                        : alert("low", about(execution)))
                        .toList());
    }

    private static Map<String, Object> alert(String severity, List<String> holds) {
        return Json.object("severity", severity, "holds", holds);
    }

    private static Map<String, Object> session(String severity, Account account) {
        return alert(severity, List.of(account(account), host(Estate.JUMP), host(Estate.FILES)));
    }

    private static List<String> about(Execution execution) {
        return List.of(caller(execution.by()), machine(execution.on()), host(execution.on()));
    }

    /// The script on the database server went on to the file server.
    private static List<String> chain(Execution execution) {
        List<String> chain = new ArrayList<>(about(execution));
        if (execution.on().equals(Estate.SQL1)) {
            chain.add(account(Estate.BACKUP_SERVICE));
            chain.add(host(Estate.FILES));
        }
        return chain;
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

    private static String account(Account account) {
        return "Account:sid:" + account.sid().toLowerCase(Locale.ROOT);
    }
}
