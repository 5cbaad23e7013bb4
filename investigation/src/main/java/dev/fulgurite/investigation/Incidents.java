package dev.fulgurite.investigation;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// The rule of the chains.
    static final String CHAIN = "cloud-to-host-chain";

    private static final Set<String> HAPPENINGS =
            Set.of("Operation", "ScriptFile", "PowerShellSession");
    private static final Set<String> ACTORS = Set.of("Caller", "Account");

    /// Nodes of a chain that tie other alerts to it.
    static final Set<String> TYING =
            Stream.concat(HAPPENINGS.stream(), ACTORS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Duration NEAR = Duration.ofDays(1);
    private static final Comparator<AlertBrief> IN_TIME =
            Comparator.comparing(AlertBrief::time).thenComparing(AlertBrief::id);
    private static final Comparator<AlertBrief> URGENT =
            Comparator.comparing(AlertBrief::severity).thenComparing(IN_TIME);

    /// Asks for the pointers to the raw records that alerts rest on.
    @FunctionalInterface
    interface Records {
        /// Hands over the pointers, alert by alert with its id.
        void of(Collection<String> alerts, BiConsumer<String, List<String>> each);
    }

    private final Map<String, AlertBrief> chains = new HashMap<>();
    private final Map<String, List<AlertBrief>> chainsByHappening = new HashMap<>();
    private final Map<String, NavigableMap<Instant, AlertBrief>> chainsByActor = new HashMap<>();

    private Incidents() {}

    /// As [Investigation#incidents(List)], but for what only the raw records of alerts tell.
    public static List<Incident> of(List<AlertBrief> alerts) {
        return of(alerts, (_, _) -> {});
    }

    /// The incidents of alerts, each alert in one of them, in the order in which the alerts name
    /// them first.
    static List<Incident> of(List<AlertBrief> alerts, Records records) {
        Incidents incidents = new Incidents();
        alerts.stream().filter(Incidents::isChain).forEach(incidents::index);
        Map<String, AlertBrief> chainOf = incidents.chainsOf(alerts, records);
        Map<String, List<AlertBrief>> together = new LinkedHashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (AlertBrief alert : alerts) {
            AlertBrief chain = chainOf.get(alert.id());
            String key = chain == null ? sharing(alert, groups) : chain.id();
            together.computeIfAbsent(key, _ -> new ArrayList<>()).add(alert);
        }
        return together.values().stream().map(Incidents::incident).toList();
    }

    /// The chain that an alert belongs to, by the alert's id.
    private Map<String, AlertBrief> chainsOf(List<AlertBrief> alerts, Records records) {
        Map<String, AlertBrief> chainOf = new HashMap<>();
        Map<String, AlertBrief> loose = new LinkedHashMap<>();
        for (AlertBrief alert : alerts) {
            Optional<AlertBrief> chain = isChain(alert) ? Optional.of(alert) : byHappening(alert);
            chain.ifPresentOrElse(
                    found -> chainOf.put(alert.id(), found), () -> loose.put(alert.id(), alert));
        }
        chainOf.putAll(byRecords(loose, records));
        loose.values().stream()
                .filter(alert -> !chainOf.containsKey(alert.id()))
                .forEach(
                        alert -> byActor(alert).ifPresent(chain -> chainOf.put(alert.id(), chain)));
        return chainOf;
    }

    private static boolean isChain(AlertBrief alert) {
        return alert.rule().equals(CHAIN);
    }

    private void index(AlertBrief chain) {
        chains.put(chain.id(), chain);
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
    }

    private Optional<AlertBrief> byHappening(AlertBrief alert) {
        return happenings(alert).stream()
                .flatMap(node -> chainsByHappening.getOrDefault(node, List.of()).stream())
                .min(nearest(alert));
    }

    private Map<String, AlertBrief> byRecords(Map<String, AlertBrief> loose, Records records) {
        if (loose.isEmpty() || chains.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> looseByRecord = new HashMap<>();
        records.of(
                loose.keySet(),
                (alert, pointers) ->
                        pointers.forEach(pointer ->
                                looseByRecord
                                        .computeIfAbsent(pointer, _ -> new ArrayList<>(1))
                                        .add(alert)));
        // By the loose alert, how many records each chain shares with it.
        Map<String, Map<String, Integer>> shared = new HashMap<>();
        records.of(
                chains.keySet(),
                (chain, pointers) ->
                        pointers.stream()
                                .flatMap(pointer ->
                                        looseByRecord.getOrDefault(pointer, List.of()).stream())
                                .forEach(alert ->
                                        shared.computeIfAbsent(alert, _ -> new HashMap<>())
                                                .merge(chain, 1, Integer::sum)));
        Map<String, AlertBrief> chainOf = new HashMap<>();
        shared.forEach((id, counts) ->
                chainOf.put(id, most(counts, nearest(Objects.requireNonNull(loose.get(id))))));
        return chainOf;
    }

    private AlertBrief most(Map<String, Integer> counts, Comparator<AlertBrief> nearest) {
        return counts.entrySet().stream()
                .min(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(entry -> chain(entry.getKey()), nearest))
                .map(entry -> chain(entry.getKey()))
                .orElseThrow();
    }

    private AlertBrief chain(String id) {
        return Objects.requireNonNull(chains.get(id), "a chain that was told");
    }

    private Optional<AlertBrief> byActor(AlertBrief alert) {
        return alert.entities().stream()
                .filter(entity -> ACTORS.contains(entity.label()))
                .map(entity -> chainsByActor.get(entity.toString()))
                .filter(Objects::nonNull)
                .flatMap(chains -> List.of(before(chains, alert), after(chains, alert)).stream())
                .flatMap(Optional::stream)
                .filter(chain -> distance(chain, alert).compareTo(NEAR) <= 0)
                .min(nearest(alert));
    }

    private static Optional<AlertBrief> before(
            NavigableMap<Instant, AlertBrief> chains, AlertBrief alert) {
        return value(chains.floorEntry(alert.time()));
    }

    private static Optional<AlertBrief> after(
            NavigableMap<Instant, AlertBrief> chains, AlertBrief alert) {
        return value(chains.ceilingEntry(alert.time()));
    }

    private static Optional<AlertBrief> value(Map.@Nullable Entry<Instant, AlertBrief> entry) {
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }

    private static Comparator<AlertBrief> nearest(AlertBrief to) {
        return Comparator.comparing((AlertBrief chain) -> distance(chain, to))
                .thenComparing(AlertBrief::id);
    }

    private static Duration distance(AlertBrief one, AlertBrief other) {
        // Of a negative duration the absolute value is computed by big decimals.
        return one.time().isBefore(other.time())
                ? Duration.between(one.time(), other.time())
                : Duration.between(other.time(), one.time());
    }

    private static List<String> happenings(AlertBrief alert) {
        return alert.entities().stream()
                .filter(entity -> HAPPENINGS.contains(entity.label()))
                .map(NodeRef::toString)
                .toList();
    }

    /// The group of an alert without a chain: that of the first alert about one of the same
    /// happenings.
    ///
    /// @param groups by happening, what the alerts before have said
    private static String sharing(AlertBrief alert, Map<String, String> groups) {
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

    private static Incident incident(List<AlertBrief> alerts) {
        AlertBrief lead =
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
