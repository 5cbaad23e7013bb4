package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Incident;
import dev.fulgurite.investigation.Incidents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All alerts there are, made ready to be filtered and sorted. Immutable: made off the window's
/// thread when they are many.
///
/// @param incidents of each alert's id, its incident
record Queued(List<Entry> entries, Map<String, Incident> incidents, Map<NodeRef, String> names) {

    static final Queued NOTHING = new Queued(List.of(), Map.of(), Map.of());

    /// What an analyst knows by name.
    static final Set<String> NAMED =
            Set.of("Caller", "Account", "VirtualMachine", "Host", "IpAddress", "Subscription");

    /// An alert with what is looked for in it.
    ///
    /// @param words in lower case
    record Entry(Alert alert, String entities, String words) {
        static Entry of(Alert alert, Map<NodeRef, String> names) {
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

    static Queued of(List<Alert> alerts, Map<NodeRef, String> names) {
        Map<String, Incident> incidents = new HashMap<>();
        for (Incident incident : Incidents.of(alerts)) {
            incidents.put(incident.lead().id(), incident);
            incident.others().forEach(alert -> incidents.put(alert.id(), incident));
        }
        return new Queued(entries(alerts, names), incidents, names);
    }

    private static List<Entry> entries(List<Alert> alerts, Map<NodeRef, String> names) {
        return alerts.stream().map(alert -> Entry.of(alert, names)).toList();
    }

    Queued named(Map<NodeRef, String> found) {
        return new Queued(entries(alerts(), found), incidents, found);
    }

    /// With alerts as they are now in the place of what they were.
    Queued changed(List<Alert> now) {
        Map<String, Alert> changed =
                now.stream().collect(Collectors.toMap(Alert::id, alert -> alert, (_, b) -> b));
        List<Entry> after = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Alert other = changed.get(entry.alert().id());
            after.add(other == null ? entry : Entry.of(other, names));
        }
        return new Queued(after, incidents, names);
    }

    List<Alert> alerts() {
        return entries.stream().map(Entry::alert).toList();
    }

    Incident incident(Alert alert) {
        return Objects.requireNonNull(incidents.get(alert.id()), "each alert has an incident");
    }

    /// Entities whose names are to be asked for.
    Set<NodeRef> unnamed() {
        return entries.stream()
                .flatMap(entry -> entry.alert().entities().stream())
                .filter(entity -> NAMED.contains(entity.label()) && !names.containsKey(entity))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> rules() {
        return entries.stream().map(entry -> entry.alert().rule()).distinct().sorted().toList();
    }
}
