package dev.fulgurite.investigation;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Timeline.Blank;
import dev.fulgurite.investigation.Timeline.Lane;
import dev.fulgurite.investigation.Timeline.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Puts events into lanes: what a cloud was asked for, logons and sign-ins by account, all else by
/// the machine it happened on.
final class Lanes {

    private static final Lane CLOUD = new Lane(Place.CLOUD, "cloud", "Cloud");
    private static final Set<String> IN_CLOUD =
            Set.of(
                    "ActivityEvent",
                    "AFFECTED",
                    "BehaviorAnomaly",
                    "DirectoryChange",
                    "FROM",
                    "INITIATED",
                    "INVOKED",
                    "OF",
                    "Operation",
                    "SHOWED",
                    "TARGETED");
    private static final Set<String> BY_ACCOUNT =
            Set.of("LOGGED_ON", "ATTEMPTED_LOGON", "SIGNED_IN", "SignIn");
    private static final Set<String> IDENTITIES = Set.of("Account", "Caller");

    /// Logs that a machine tells of itself begin so; a gap in one is in all machines' lanes.
    private static final String OF_DEVICES = "device";

    private final Map<NodeRef, Node> shown;
    private final Map<String, List<NodeRef>> hosts = new LinkedHashMap<>();
    private final Map<String, Lane> used = new LinkedHashMap<>();

    Lanes(Map<NodeRef, Node> shown) {
        this.shown = shown;
        for (Node node : shown.values()) {
            if (node.label().equals("Host")) {
                hosts.computeIfAbsent(machine(node), _ -> new ArrayList<>()).add(node.ref());
            }
        }
    }

    Lane of(Moments.Draft draft) {
        Lane lane =
                IN_CLOUD.contains(draft.kind)
                        ? CLOUD
                        : BY_ACCOUNT.contains(draft.kind) ? account(draft) : host(draft);
        return used.computeIfAbsent(lane.id(), _ -> lane);
    }

    private Lane account(Moments.Draft draft) {
        for (NodeRef ref : draft.about) {
            Node node = shown.get(ref);
            if (node != null && IDENTITIES.contains(ref.label())) {
                Object known = node.get("identity");
                String id = ref.label() + ":" + (known == null ? node.key() : known);
                return new Lane(Place.ACCOUNT, id, Wording.name(node));
            }
        }
        return CLOUD;
    }

    private Lane host(Moments.Draft draft) {
        for (NodeRef ref : draft.about) {
            Node node = shown.get(ref);
            String machine = node == null ? "" : machine(node);
            if (!machine.isEmpty()) {
                return host(machine);
            }
        }
        return new Lane(Place.HOST, "host", "Host");
    }

    private Lane host(String machine) {
        List<NodeRef> named = hosts.getOrDefault(machine, List.of());
        Node host = named.isEmpty() ? null : shown.get(named.getFirst());
        String name =
                host == null ? machine.substring(machine.indexOf(':') + 1) : Wording.name(host);
        return new Lane(Place.HOST, "Host:" + machine, name);
    }

    /// The machine that a host is, or that a script or session is on; `""` for anything else.
    private static String machine(Node node) {
        Object machine = node.get("machine");
        return machine != null ? machine.toString() : node.label().equals("Host") ? node.key() : "";
    }

    /// The hosts shown that a lane is of.
    List<NodeRef> hosts(Lane lane) {
        return lane.place() == Place.HOST
                ? hosts.getOrDefault(lane.id().substring(lane.id().indexOf(':') + 1), List.of())
                : List.of();
    }

    /// Cloud, accounts, hosts; of one kind, the one where something happened first.
    List<Lane> used() {
        return used.values().stream().sorted(Comparator.comparing(Lane::place)).toList();
    }

    /// Gaps in the logs that a lane is told by.
    List<Blank> blanks(List<Gap> gaps) {
        List<Blank> blanks = new ArrayList<>();
        for (Gap gap : gaps) {
            for (Lane lane : used()) {
                if (touches(gap, lane)) {
                    blanks.add(new Blank(lane, gap.from(), gap.to(), gap.told()));
                }
            }
        }
        return blanks;
    }

    private boolean touches(Gap gap, Lane lane) {
        boolean ofDevices = gap.source().toLowerCase(Locale.ROOT).startsWith(OF_DEVICES);
        return switch (lane.place()) {
            case CLOUD -> gap.computer().isEmpty() && !ofDevices;
            case ACCOUNT -> gap.source().equalsIgnoreCase("DeviceLogonEvents");
            case HOST -> gap.computer().isEmpty() ? ofDevices : isNamed(lane, gap.computer());
        };
    }

    private boolean isNamed(Lane lane, String computer) {
        return hosts(lane).stream()
                .map(shown::get)
                .anyMatch(host ->
                        host != null
                                && host.get("names") instanceof List<?> names
                                && names.stream()
                                        .anyMatch(name ->
                                                computer.equalsIgnoreCase(name.toString())));
    }
}
