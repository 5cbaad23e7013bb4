package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Incident;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Alerts made ready to be filtered and sorted. Immutable: made off the window's thread when they
/// are many.
///
/// @param incidents of each alert's id, its incident
/// @param unnamed entities whose names are to be asked for
record Queued(List<Entry> entries, Map<String, Incident> incidents, Set<NodeRef> unnamed) {

    static final Queued NOTHING = new Queued(List.of(), Map.of(), Set.of());

    /// What an analyst knows by name.
    static final Set<String> NAMED =
            Set.of("Caller", "Account", "VirtualMachine", "Host", "IpAddress", "Subscription");

    /// An alert with what is looked for in it.
    ///
    /// @param words in lower case
    record Entry(AlertBrief alert, String entities, String words) {
        static Entry of(AlertBrief alert, Map<NodeRef, String> names) {
            String entities =
                    alert.entities().stream()
                            .filter(entity -> NAMED.contains(entity.label()))
                            .map(entity -> names.getOrDefault(entity, shortened(entity)))
                            .distinct()
                            .collect(Collectors.joining(" · "));
            String words = String.join("\n", alert.title(), entities, alert.rule(), alert.owner());
            return new Entry(alert, entities, words.toLowerCase(Locale.ROOT));
        }

        /// A key without what tells its kind: `mallory@contoso.com` of `upn:mallory@contoso.com`.
        private static String shortened(NodeRef entity) {
            String key = entity.key();
            return key.substring(Math.max(key.lastIndexOf('/'), key.indexOf(':')) + 1);
        }
    }

    static Queued of(List<AlertBrief> alerts, List<Incident> together, Map<NodeRef, String> names) {
        Map<String, Incident> incidents = HashMap.newHashMap(alerts.size());
        for (Incident incident : together) {
            incidents.put(incident.lead().id(), incident);
            incident.others().forEach(alert -> incidents.put(alert.id(), incident));
        }
        return of(alerts, incidents, names);
    }

    private static Queued of(
            List<AlertBrief> alerts, Map<String, Incident> incidents, Map<NodeRef, String> names) {
        List<Entry> entries = new ArrayList<>(alerts.size());
        Set<NodeRef> unnamed = new HashSet<>();
        for (AlertBrief alert : alerts) {
            entries.add(Entry.of(alert, names));
            alert.entities().stream()
                    .filter(entity -> NAMED.contains(entity.label()))
                    .filter(entity -> !names.containsKey(entity))
                    .forEach(unnamed::add);
        }
        return new Queued(entries, incidents, unnamed);
    }

    /// With the names of entities.
    Queued named(Map<NodeRef, String> names) {
        return of(entries.stream().map(Entry::alert).toList(), incidents, names);
    }

    /// With alerts as they are now in the place of what they were.
    Queued changed(Collection<AlertBrief> now, Map<NodeRef, String> names) {
        if (now.isEmpty()) {
            return this;
        }
        Map<String, AlertBrief> changed =
                now.stream().collect(Collectors.toMap(AlertBrief::id, alert -> alert, (_, b) -> b));
        List<Entry> after = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            AlertBrief other = changed.get(entry.alert().id());
            after.add(other == null ? entry : Entry.of(other, names));
        }
        return new Queued(after, incidents, unnamed);
    }

    int size() {
        return entries.size();
    }

    Incident incident(AlertBrief alert) {
        return Objects.requireNonNull(incidents.get(alert.id()), "each alert has an incident");
    }

    List<String> rules() {
        return entries.stream().map(entry -> entry.alert().rule()).distinct().sorted().toList();
    }
}
