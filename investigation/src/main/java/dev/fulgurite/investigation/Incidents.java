package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts alerts together that tell of one thing.
///
/// Every chain from cloud to host is an incident of its own: two operations are never tied by who
/// did them. Another alert belongs to the chain
///
/// 1. that holds an operation, script or session which the alert is about; else
/// 2. with which it shares most raw records; else
/// 3. that has the caller or account which the alert is about, if it happened within a day of it.
///
/// The chain nearest in time is taken where several fit. Alerts that fit no chain are together when
/// they are about the same operation, script or session.
public final class Incidents {

    private static final String CHAIN = "cloud-to-host-chain";
    private static final Set<String> HAPPENINGS =
            Set.of("Operation", "ScriptFile", "PowerShellSession");
    private static final Set<String> ACTORS = Set.of("Caller", "Account");
    private static final Duration NEAR = Duration.ofDays(1);
    private static final Comparator<Alert> IN_TIME =
            Comparator.comparing(Alert::time).thenComparing(Alert::id);
    private static final Comparator<Alert> URGENT =
            Comparator.comparing(Alert::severity).thenComparing(IN_TIME);

    private final Map<String, List<Alert>> chainsByHappening = new HashMap<>();
    private final Map<String, List<Alert>> chainsByRecord = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Alert>> chainsByActor = new HashMap<>();

    private Incidents() {}

    /// The incidents of alerts, each alert in one of them, in the order in which the alerts name
    /// them first.
    public static List<Incident> of(List<Alert> alerts) {
        Incidents incidents = new Incidents();
        alerts.stream().filter(Incidents::isChain).forEach(incidents::index);
        Map<String, List<Alert>> together = new LinkedHashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (Alert alert : alerts) {
            String group = incidents.chainOf(alert).map(Alert::id).orElse("");
            String key = group.isEmpty() ? sharing(alert, groups) : group;
            together.computeIfAbsent(key, _ -> new ArrayList<>()).add(alert);
        }
        return together.values().stream().map(Incidents::incident).toList();
    }

    private static boolean isChain(Alert alert) {
        return alert.rule().equals(CHAIN);
    }

    private void index(Alert chain) {
        for (String node : chain.nodes()) {
            String label = node.substring(0, Math.max(0, node.indexOf(':')));
            if (HAPPENINGS.contains(label)) {
                chainsByHappening.computeIfAbsent(node, _ -> new ArrayList<>()).add(chain);
            } else if (ACTORS.contains(label)) {
                chainsByActor
                        .computeIfAbsent(node, _ -> new TreeMap<>())
                        .putIfAbsent(chain.time(), chain);
            }
        }
        for (String pointer : chain.evidence()) {
            chainsByRecord.computeIfAbsent(pointer, _ -> new ArrayList<>(1)).add(chain);
        }
    }

    private Optional<Alert> chainOf(Alert alert) {
        if (isChain(alert)) {
            return Optional.of(alert);
        }
        return byHappening(alert).or(() -> byRecords(alert)).or(() -> byActor(alert));
    }

    private Optional<Alert> byHappening(Alert alert) {
        return happenings(alert).stream()
                .flatMap(node -> chainsByHappening.getOrDefault(node, List.of()).stream())
                .min(nearest(alert));
    }

    private Optional<Alert> byRecords(Alert alert) {
        // By identity: the hash of an alert goes over its whole case.
        IdentityHashMap<Alert, Integer> shared = new IdentityHashMap<>();
        for (String pointer : alert.evidence()) {
            chainsByRecord
                    .getOrDefault(pointer, List.of())
                    .forEach(chain -> shared.merge(chain, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .min(
                        Map.Entry.<Alert, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey, nearest(alert)))
                .map(Map.Entry::getKey);
    }

    private Optional<Alert> byActor(Alert alert) {
        return alert.entities().stream()
                .filter(entity -> ACTORS.contains(entity.label()))
                .map(entity -> chainsByActor.get(entity.toString()))
                .filter(Objects::nonNull)
                .flatMap(chains -> List.of(before(chains, alert), after(chains, alert)).stream())
                .flatMap(Optional::stream)
                .filter(chain -> distance(chain, alert).compareTo(NEAR) <= 0)
                .min(nearest(alert));
    }

    private static Optional<Alert> before(NavigableMap<Instant, Alert> chains, Alert alert) {
        return value(chains.floorEntry(alert.time()));
    }

    private static Optional<Alert> after(NavigableMap<Instant, Alert> chains, Alert alert) {
        return value(chains.ceilingEntry(alert.time()));
    }

    private static Optional<Alert> value(Map.@Nullable Entry<Instant, Alert> entry) {
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }

    private static Comparator<Alert> nearest(Alert to) {
        return Comparator.comparing((Alert chain) -> distance(chain, to)).thenComparing(Alert::id);
    }

    private static Duration distance(Alert one, Alert other) {
        return Duration.between(one.time(), other.time()).abs();
    }

    private static List<String> happenings(Alert alert) {
        return alert.entities().stream()
                .filter(entity -> HAPPENINGS.contains(entity.label()))
                .map(NodeRef::toString)
                .toList();
    }

    /// The group of an alert without a chain: that of the first alert about one of the same
    /// happenings.
    ///
    /// @param groups by happening, what the alerts before have said
    private static String sharing(Alert alert, Map<String, String> groups) {
        List<String> about = happenings(alert);
        String group =
                about.stream()
                        .map(groups::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(alert.id());
        about.forEach(happening -> groups.putIfAbsent(happening, group));
        return group;
    }

    private static Incident incident(List<Alert> alerts) {
        Alert lead =
                alerts.stream()
                        .filter(Incidents::isChain)
                        .findFirst()
                        .orElseGet(() -> alerts.stream().min(URGENT).orElseThrow());
        return new Incident(
                lead,
                alerts.stream()
                        .filter(alert -> !alert.id().equals(lead.id()))
                        .sorted(IN_TIME)
                        .toList());
    }
}
