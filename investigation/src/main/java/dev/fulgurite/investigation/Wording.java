package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Nodes in words: a short name for a sentence or a card, and a line that says what is known.
public final class Wording {

    static final Set<String> COMMAND_TYPES = Set.of("RAN", "EXECUTED");

    private static final Comparator<Relationship> BY_TIME =
            Comparator.comparing(Wording::at, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Relationship::id);

    private Wording() {}

    /// What people call it: `alice@contoso.com`, `testrig1`, `script6.ps1`.
    public static String name(Node node) {
        return switch (node.label()) {
            case "Operation" -> operation(node);
            case "PowerShellSession" -> session(node);
            case "Host", "Account" -> firstName(node);
            case "ScriptBlock" -> scriptText(node);
            case "ProcessEvent" -> text(node, "process", node.key());
            case "SignIn" -> text(node, "AppDisplayName", node.key());
            case "DirectoryChange" -> text(node, "OperationName", node.key()).strip();
            case "BehaviorAnomaly" -> text(node, "ActionType", node.key());
            default -> {
                String named = text(node, "name", text(node, "title", text(node, "address", "")));
                yield named.isEmpty() ? node.key() : named;
            }
        };
    }

    /// The file it came from, or how it begins.
    private static String scriptText(Node node) {
        String said = text(node, "path", text(node, "text", ""));
        return said.strip().lines().findFirst().orElse(node.key());
    }

    /// `succeeded`, `failed`, and whether the directory saw a risk in it.
    private static String signInOutcome(Node node) {
        String outcome = Boolean.TRUE.equals(node.get("succeeded")) ? "succeeded" : "failed";
        return Boolean.TRUE.equals(node.get("risky")) ? outcome + ", risky" : outcome;
    }

    /// What is known beside the name, the most telling first.
    static List<String> facts(Node node, Subgraph graph) {
        List<String> facts = new ArrayList<>();
        switch (node.label()) {
            case "Operation" -> {
                add(facts, text(node, "outcome", ""));
                span(facts, node);
            }
            case "VirtualMachine" -> {
                add(facts, labelled("resource group", node, "resourceGroup"));
                add(facts, labelled("subscription", node, "subscription"));
            }
            case "Host" -> inferred(facts, node, graph, Set.of("IS", "REMOTED"));
            case "ScriptFile" -> {
                add(facts, text(node, "path", ""));
                add(
                        facts,
                        text(node, "size", "").isEmpty() ? "" : text(node, "size", "") + " bytes");
                add(facts, labelled("SHA-256", node, "sha256"));
                span(facts, node);
                inferred(facts, node, graph, Set.of("DROPPED"));
            }
            case "PowerShellSession" -> {
                add(facts, text(node, "hostApplication", text(node, "commandLine", "")));
                span(facts, node);
                inferred(facts, node, graph, Set.of("RAN_AS"));
            }
            case "ScriptBlock" -> {
                add(facts, text(node, "gap", ""));
                add(facts, labelled("length", node, "length"));
                add(facts, labelled("fingerprint", node, "fingerprint"));
                inferred(facts, node, graph, Set.of("COMPILED"));
            }
            case "ProcessEvent" -> {
                add(facts, text(node, "commandLine", ""));
                add(facts, labelled("parent", node, "parentImage"));
                add(facts, labelled("logon", node, "logonId"));
            }
            case "SignIn" -> {
                add(facts, signInOutcome(node));
                add(facts, labelled("result", node, "ResultDescription"));
                add(facts, labelled("from", node, "Location"));
                add(facts, labelled("with", node, "UserAgent"));
            }
            case "DirectoryChange" -> {
                add(facts, text(node, "Result", ""));
                add(facts, text(node, "ResultDescription", text(node, "ResultReason", "")));
            }
            default -> {
                if (!name(node).equalsIgnoreCase(node.key())) {
                    add(facts, node.key());
                }
            }
        }
        return facts;
    }

    /// What a session or host ran, in time order, alerts' own events only.
    static List<Relationship> commandsOf(NodeRef runner, Subgraph graph) {
        return graph.relationships().stream()
                .filter(run -> COMMAND_TYPES.contains(run.type()) && run.from().equals(runner))
                .sorted(BY_TIME)
                .toList();
    }

    /// What these nodes ran, by time. Of one session that two logs saw each command stands as often
    /// as the log has it that saw more of it.
    static List<Relationship> commandsOf(Collection<Node> runners, Subgraph graph, Faces faces) {
        Map<List<Object>, List<Relationship>> most = new HashMap<>();
        for (Node runner : runners) {
            commandsOf(runner.ref(), graph).stream()
                    .collect(Collectors.groupingBy(Relationship::to))
                    .forEach((command, runs) ->
                            most.merge(
                                    List.of(faces.ofSession(runner.ref()), command),
                                    runs,
                                    (one, other) -> other.size() > one.size() ? other : one));
        }
        return most.values().stream().flatMap(List::stream).sorted(BY_TIME).toList();
    }

    static String commands(List<Relationship> runs) {
        Set<String> names = new LinkedHashSet<>();
        for (Relationship run : runs) {
            Object written = run.get("command");
            names.add(written == null ? run.to().key() : written.toString());
        }
        return String.join(", ", names);
    }

    /// Hosts that another host of the same case reached, what stands on them, and the accounts that
    /// are only there.
    static Set<Node> onward(Subgraph graph) {
        Set<NodeRef> reached = new HashSet<>();
        Set<Object> machines = new HashSet<>();
        for (Relationship each : graph.relationships()) {
            if (each.type().equals("REMOTED")) {
                reached.add(each.to());
            }
        }
        graph.nodes().stream()
                .filter(node -> reached.contains(node.ref()))
                .forEach(host -> machines.add(machineOf(host)));
        for (Relationship each : graph.relationships()) {
            if (each.type().equals("ON") && reached.contains(each.to())) {
                reached.add(each.from());
            }
        }
        Set<NodeRef> there =
                graph.nodes().stream()
                        .filter(node ->
                                reached.contains(node.ref()) || machines.contains(machineOf(node)))
                        .map(Node::ref)
                        .collect(Collectors.toCollection(HashSet::new));
        graph.nodes().stream()
                .filter(node -> node.label().equals("Account") && onlyOpened(node, there, graph))
                .forEach(account -> there.add(account.ref()));
        return graph.nodes().stream()
                .filter(node -> there.contains(node.ref()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean onlyOpened(Node account, Set<NodeRef> there, Subgraph graph) {
        List<Relationship> from =
                graph.relationships().stream()
                        .filter(each -> each.from().equals(account.ref()))
                        .toList();
        return !from.isEmpty() && from.stream().allMatch(each -> there.contains(each.to()));
    }

    /// Nodes of one identity as one: of hosts and accounts that links know to be the same, the
    /// first stands for all.
    static List<Node> faces(List<Node> nodes, Faces faces) {
        Map<Object, Node> first = new LinkedHashMap<>();
        nodes.forEach(node -> first.merge(identity(node, faces), node, Wording::telling));
        return List.copyOf(first.values());
    }

    /// Of two faces of one thing the one that says who it was, else the first.
    private static Node telling(Node one, Node other) {
        return text(one, "user", "").isEmpty() && !text(other, "user", "").isEmpty() ? other : one;
    }

    static Object identity(Node node, Faces faces) {
        Object known =
                switch (node.label()) {
                    case "Host" -> node.get("machine");
                    case "Account" -> node.get("identity");
                    default -> null;
                };
        return known == null ? faces.of(node.ref()) : node.label() + ":" + known;
    }

    /// The machine that a host, script or session stands for or on: links keep it as a fact.
    private static Object machineOf(Node node) {
        Object machine = node.get("machine");
        return machine == null ? node.key() : machine;
    }

    static @Nullable Instant at(Relationship relationship) {
        return relationship.get("at") instanceof Instant at ? at : null;
    }

    /// The operation's name; the last event's words when no link has named it.
    private static String operation(Node node) {
        String name = text(node, "operation", node.key());
        return name.toLowerCase(Locale.ROOT).endsWith("/runcommand/action")
                ? "Run Command (" + name + ")"
                : name;
    }

    private static String session(Node node) {
        String user = text(node, "connectedUser", text(node, "user", ""));
        String kind = Boolean.TRUE.equals(node.get("remote")) ? "remote PowerShell" : "PowerShell";
        return user.isEmpty() ? kind : kind + " as " + user;
    }

    /// Names are a sorted set of spellings; the key without its kind when there is none.
    private static String firstName(Node node) {
        if (node.get("names") instanceof List<?> names && !names.isEmpty()) {
            return names.getFirst().toString();
        }
        return node.key().substring(node.key().indexOf(':') + 1);
    }

    private static void span(List<String> facts, Node node) {
        Object start = node.get("start") == null ? node.get("at") : node.get("start");
        if (start instanceof Instant from) {
            boolean lasted = node.get("end") instanceof Instant to && to.isAfter(from);
            add(
                    facts,
                    Times.readable(from)
                            + (lasted && node.get("end") instanceof Instant to
                                    ? " to " + Times.readable(to)
                                    : ""));
        }
    }

    /// How sure the link to this node is, and why.
    private static void inferred(List<String> facts, Node node, Subgraph graph, Set<String> types) {
        for (Relationship link : graph.relationships()) {
            if (link.to().equals(node.ref()) && types.contains(link.type())) {
                Object reason = link.get("reason");
                String sure = String.format(Locale.ROOT, "inferred %.2f", link.confidence());
                add(facts, reason == null ? sure : sure + ": " + reason);
            }
        }
    }

    private static String labelled(String label, Node node, String property) {
        Object value = node.get(property);
        return value == null || value.toString().isEmpty() ? "" : label + " " + value;
    }

    private static void add(List<String> facts, String fact) {
        if (!fact.isEmpty()) {
            facts.add(fact);
        }
    }

    private static String text(Node node, String property, String otherwise) {
        Object value = node.get(property);
        return value == null || value.toString().isEmpty() ? otherwise : value.toString();
    }
}
