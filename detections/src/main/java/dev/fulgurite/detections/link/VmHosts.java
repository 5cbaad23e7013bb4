package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the machines that each VM may be, by the first of three marks that any machine bears.
@AutoService(LinkStep.class)
public final class VmHosts implements LinkStep {

    /// Windows keeps this many characters of a computer name.
    private static final int WINDOWS_NAME = 15;

    private record Claim(
            String vm, String machine, double confidence, String reason, List<String> evidence) {}

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Set<String>> machinesByLabel = machinesByLabel(read);
        Map<String, Row> computers = new TreeMap<>();
        for (Row row : read) {
            if (row.text("kind").equals("computer")) {
                computers.merge(row.text("key"), row, VmHosts::joined);
            }
        }
        List<Claim> claims = new ArrayList<>();
        for (Row row : read) {
            if (row.text("kind").equals("vm")) {
                claims.addAll(claims(row, computers.get(row.text("key")), machinesByLabel));
            }
        }
        Map<String, Integer> perVm = new TreeMap<>();
        Map<String, Integer> perMachine = new TreeMap<>();
        claims.forEach(claim -> perVm.merge(claim.vm(), 1, Integer::sum));
        claims.forEach(claim -> perMachine.merge(claim.machine(), 1, Integer::sum));
        return claims.stream()
                .map(claim ->
                        row(
                                claim,
                                Objects.requireNonNull(perVm.get(claim.vm())),
                                Objects.requireNonNull(perMachine.get(claim.machine()))))
                .toList();
    }

    private static Map<String, Set<String>> machinesByLabel(List<Row> read) {
        Map<String, Set<String>> machines = new TreeMap<>();
        for (Row row : read) {
            if (row.text("kind").equals("host")) {
                row.list("names", String.class)
                        .forEach(name ->
                                machines.computeIfAbsent(
                                                Names.hostLabel(name), _ -> new TreeSet<>())
                                        .add(row.text("key")));
            }
        }
        return machines;
    }

    private static Row joined(Row one, Row other) {
        Set<String> names = new TreeSet<>(one.list("names", String.class));
        names.addAll(other.list("names", String.class));
        Set<String> evidence = new TreeSet<>(one.list("evidence", String.class));
        evidence.addAll(other.list("evidence", String.class));
        return one.with("names", List.copyOf(names)).with("evidence", List.copyOf(evidence));
    }

    private static List<Claim> claims(
            Row vm, @Nullable Row computer, Map<String, Set<String>> machines) {
        String key = vm.text("key");
        if (computer != null) {
            List<Claim> claims = new ArrayList<>();
            for (String name : computer.list("names", String.class)) {
                String reason = "a write of the VM recorded the computer name " + name;
                machines.getOrDefault(Names.hostLabel(name), Set.of())
                        .forEach(machine ->
                                claims.add(
                                        new Claim(
                                                key,
                                                machine,
                                                1.0,
                                                reason,
                                                computer.list("evidence", String.class))));
            }
            return claims;
        }
        String name = vm.list("names", String.class).getFirst();
        Set<String> whole = machines.getOrDefault(name, Set.of());
        if (!whole.isEmpty()) {
            String reason = "the VM is named " + name + " like the host";
            return whole.stream().map(m -> new Claim(key, m, 0.9, reason, List.of())).toList();
        }
        if (name.length() <= WINDOWS_NAME) {
            return List.of();
        }
        String cut = name.substring(0, WINDOWS_NAME);
        String reason = "the VM's name " + name + ", cut to 15 characters, is the host's name";
        return machines.getOrDefault(cut, Set.of()).stream()
                .map(machine -> new Claim(key, machine, 0.8, reason, List.of()))
                .toList();
    }

    private static Row row(Claim claim, int machines, int vms) {
        int n = Math.max(machines, vms);
        String doubt =
                n == 1 ? "" : "; " + (vms > 1 ? vms + " VMs" : machines + " machines") + " qualify";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", claim.vm());
        row.put("to", claim.machine());
        row.put("confidence", n == 1 ? claim.confidence() : 1.0 / n);
        row.put("reason", claim.reason() + doubt);
        row.put("ambiguous", n > 1);
        row.put("evidence", claim.evidence());
        return new Row(row);
    }
}
