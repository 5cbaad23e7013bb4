package dev.fulgurite.detections.linked;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was done in one subscription over some days, by caller and by network.
final class ActivityModel {

    private static final class Seen {
        private long operations;
        private long onMachines;
    }

    private final Map<String, Seen> callers = new HashMap<>();
    private final Set<String> networks = new HashSet<>();
    private final Set<String> networksOnMachines = new HashSet<>();
    private long operations;
    private long onMachines;
    private long runCommands;
    private @Nullable Instant first;

    /// Of days as the link counts them.
    static ActivityModel of(Collection<Row> days) {
        ActivityModel model = new ActivityModel();
        days.forEach(model::add);
        return model;
    }

    private void add(Row day) {
        Seen caller = callers.computeIfAbsent(day.text("principal"), _ -> new Seen());
        caller.operations += day.number("operations");
        caller.onMachines += day.number("onMachines");
        operations += day.number("operations");
        onMachines += day.number("onMachines");
        runCommands += day.number("runCommands");
        networks.addAll(day.list("networks", String.class));
        if (day.number("onMachines") > 0) {
            networksOnMachines.addAll(day.list("networks", String.class));
        }
        Instant at = Objects.requireNonNull(day.instant("day"), "a day without a date");
        first = first == null || at.isBefore(first) ? at : first;
    }

    long operations() {
        return operations;
    }

    long runCommands() {
        return runCommands;
    }

    /// The first day; null when there is none.
    @Nullable Instant first() {
        return first;
    }

    boolean knows(String caller) {
        return callers.containsKey(caller);
    }

    boolean knowsOnMachines(String caller) {
        Seen seen = callers.get(caller);
        return seen != null && seen.onMachines > 0;
    }

    boolean knowsNetwork(String network) {
        return networks.contains(network);
    }

    boolean knowsNetworkOnMachines(String network) {
        return networksOnMachines.contains(network);
    }

    boolean knowsMachines() {
        return onMachines > 0;
    }

    /// How a caller and work on machines belong together; null for a caller never seen there.
    @Nullable Affinity affinity(String caller) {
        Seen seen = callers.get(caller);
        if (seen == null || seen.onMachines == 0) {
            return null;
        }
        double both = (double) seen.onMachines / operations;
        double byCaller = (double) seen.operations / operations;
        double machines = (double) onMachines / operations;
        return new Affinity(
                both / machines, both / (byCaller + machines - both), both / (byCaller * machines));
    }

    /// @param share of all work on machines that is the caller's
    /// @param jaccard of all work that is the caller's or on machines, the part that is both
    /// @param lift how much more often they meet than by chance
    record Affinity(double share, double jaccard, double lift) {}
}
