package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.link.VmMarks.Mark;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the machines that each VM may be, by the first of its marks that any machine bears. A
/// machine that the inventory says is one VM is no other.
@AutoService(LinkStep.class)
public final class VmHosts implements LinkStep {

    private record Claim(String vm, String machine, Mark mark) {}

    @Override
    public List<Row> holding(List<Row> read) {
        VmMarks marks = new VmMarks(read);
        Map<String, Set<String>> machinesByLabel = machinesByLabel(read);
        List<Claim> claims = new ArrayList<>();
        Set<String> certain = new TreeSet<>();
        for (String vm : marks.vms()) {
            marks.inventory(vm)
                    .forEach((machine, mark) -> {
                        claims.add(new Claim(vm, machine, mark));
                        certain.add(machine);
                    });
        }
        Set<String> settled = new TreeSet<>();
        claims.forEach(claim -> settled.add(claim.vm()));
        for (String vm : marks.vms()) {
            if (!settled.contains(vm)) {
                claims.addAll(named(vm, marks.names(vm), machinesByLabel, certain));
            }
        }
        return rows(claims);
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

    /// By the first rank of marks that fits any machine.
    private static List<Claim> named(
            String vm,
            List<List<Mark>> ranks,
            Map<String, Set<String>> machines,
            Set<String> certain) {
        for (List<Mark> rank : ranks) {
            Map<String, Claim> claims = new TreeMap<>();
            for (Mark mark : rank) {
                machines.getOrDefault(Names.hostLabel(mark.name()), Set.of()).stream()
                        .filter(machine -> !certain.contains(machine))
                        .forEach(machine ->
                                claims.putIfAbsent(machine, new Claim(vm, machine, mark)));
            }
            if (!claims.isEmpty()) {
                return List.copyOf(claims.values());
            }
        }
        return List.of();
    }

    private static List<Row> rows(List<Claim> claims) {
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

    private static Row row(Claim claim, int machines, int vms) {
        int n = Math.max(machines, vms);
        String doubt =
                n == 1 ? "" : "; " + (vms > 1 ? vms + " VMs" : machines + " machines") + " qualify";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", claim.vm());
        row.put("to", claim.machine());
        row.put("confidence", n == 1 ? claim.mark().confidence() : 1.0 / n);
        row.put("reason", claim.mark().reason() + doubt);
        row.put("ambiguous", n > 1);
        row.put("evidence", claim.mark().evidence());
        return new Row(row);
    }
}
