package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the logs say of each VM that a host could be recognised by.
final class VmMarks {

    /// Windows keeps this many characters of a computer name.
    private static final int WINDOWS_NAME = 15;

    /// Azure keeps this many of a scale set's name before the number of a Windows instance.
    private static final int SET_NAME = 9;

    private static final int INSTANCE_DIGITS = 6;
    private static final String SETS = "/virtualmachinescalesets/";

    private final SortedMap<String, Row> vms = new TreeMap<>();
    private final Map<String, Row> computers = new TreeMap<>();
    private final Map<String, Set<String>> vmIds = new TreeMap<>();
    private final Map<String, List<Row>> inventory = new TreeMap<>();

    /// @param name that a host may bear; for the inventory the machine itself
    record Mark(String name, double confidence, String reason, List<String> evidence) {}

    VmMarks(List<Row> read) {
        for (Row row : read) {
            String key = row.text("key");
            switch (row.text("kind")) {
                case "vm" -> vms.put(key, row);
                case "computer" -> computers.merge(key, row, VmMarks::joined);
                case "vm id" ->
                        vmIds.computeIfAbsent(key, _ -> new TreeSet<>())
                                .addAll(row.list("names", String.class));
                case "inventory" -> inventory.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
                default -> {}
            }
        }
    }

    Set<String> vms() {
        return vms.keySet();
    }

    /// The machines that the inventory says a VM is.
    SortedMap<String, Mark> inventory(String vm) {
        SortedMap<String, Mark> machines = new TreeMap<>();
        note(machines, vm, "the inventory of devices names the VM's resource id");
        vmIds.getOrDefault(vm, Set.of())
                .forEach(
                        id -> note(machines, id, "the inventory of devices names the VM id " + id));
        return machines;
    }

    private void note(Map<String, Mark> machines, String key, String reason) {
        for (Row row : inventory.getOrDefault(key, List.of())) {
            String machine = row.list("names", String.class).getFirst();
            List<String> evidence = row.list("evidence", String.class);
            machines.putIfAbsent(machine, new Mark(machine, 1.0, reason, evidence));
        }
    }

    /// The names that a VM's host may bear, the surest first; those of one rank are equally sure.
    List<List<Mark>> names(String vm) {
        List<List<Mark>> ranks = new ArrayList<>();
        Row computer = computers.get(vm);
        String but = "";
        if (computer != null) {
            List<String> names = computer.list("names", String.class);
            List<String> evidence = computer.list("evidence", String.class);
            ranks.add(
                    names.stream()
                            .map(name ->
                                    new Mark(
                                            name,
                                            1.0,
                                            "a write of the VM recorded the computer name " + name,
                                            evidence))
                            .toList());
            but = ", though no host bears the recorded computer name " + String.join(", ", names);
        }
        ranks.addAll(vm.contains(SETS) ? instance(vm, but) : named(vm, but));
        return ranks;
    }

    private List<List<Mark>> named(String vm, String but) {
        String name = nameOf(vm);
        double less = but.isEmpty() ? 0 : 0.3;
        List<List<Mark>> ranks = new ArrayList<>();
        ranks.add(
                List.of(
                        new Mark(
                                name,
                                0.9 - less,
                                "the VM is named " + name + " like the host" + but,
                                List.of())));
        if (name.length() > WINDOWS_NAME) {
            ranks.add(
                    List.of(
                            new Mark(
                                    name.substring(0, WINDOWS_NAME),
                                    0.8 - less,
                                    "the VM's name "
                                            + name
                                            + ", cut to 15 characters, is the host's name"
                                            + but,
                                    List.of())));
        }
        return ranks;
    }

    /// `web000007` of instance 7 of the set `web`, the number in base 36.
    private List<List<Mark>> instance(String vm, String but) {
        int from = vm.indexOf(SETS) + SETS.length();
        int to = vm.indexOf('/', from);
        String number = instanceNumber(nameOf(vm));
        if (to < 0 || number.isEmpty()) {
            return List.of();
        }
        String set = vm.substring(from, to);
        String cut = set.length() > SET_NAME ? set.substring(0, SET_NAME) : set;
        return List.of(instanceMark(set + number, but), instanceMark(cut + number, but));
    }

    private static List<Mark> instanceMark(String name, String but) {
        String reason = "the instance of the scale set would be named " + name + but;
        return List.of(new Mark(name, but.isEmpty() ? 0.7 : 0.4, reason, List.of()));
    }

    private static String instanceNumber(String written) {
        try {
            String digits = Long.toString(Long.parseLong(written), 36);
            return "0".repeat(Math.max(0, INSTANCE_DIGITS - digits.length())) + digits;
        } catch (NumberFormatException none) {
            return "";
        }
    }

    private String nameOf(String vm) {
        Row row = vms.get(vm);
        return row == null ? "" : row.list("names", String.class).getFirst();
    }

    private static Row joined(Row one, Row other) {
        Set<String> names = new TreeSet<>(one.list("names", String.class));
        names.addAll(other.list("names", String.class));
        Set<String> evidence = new TreeSet<>(one.list("evidence", String.class));
        evidence.addAll(other.list("evidence", String.class));
        return one.with("names", List.copyOf(names)).with("evidence", List.copyOf(evidence));
    }
}
