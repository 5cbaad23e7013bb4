package dev.fulgurite.investigation;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Timeline.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what happened to a part of the graph. One event may stand in it as a record and as
/// several relationships, which bear its id: it is one moment, about all their ends.
final class Moments {

    /// Relationships that bear the id of an event, those that tell most of it first.
    private static final List<String> OF_EVENTS =
            List.of(
                    "LOGGED_ON",
                    "ATTEMPTED_LOGON",
                    "RAN",
                    "EXECUTED",
                    "CONNECTED",
                    "SIGNED_IN",
                    "INITIATED",
                    "AFFECTED",
                    "SHOWED",
                    "INVOKED",
                    "TARGETED",
                    "FROM",
                    "OF",
                    "ON");

    private static final Set<String> RECORDS =
            Set.of(
                    "ActivityEvent",
                    "BehaviorAnomaly",
                    "DirectoryChange",
                    "FileEvent",
                    "HostEvent",
                    "ProcessEvent",
                    "SignIn");

    /// An event while it is put together.
    static final class Draft {
        final String id;
        final Instant at;
        Instant until;
        String kind;
        String text;
        @Nullable Node record;
        final Set<NodeRef> about = new LinkedHashSet<>();

        Draft(String id, Instant at, String kind, String text) {
            this.id = id;
            this.at = at;
            this.until = at;
            this.kind = kind;
            this.text = text;
        }
    }

    private final Map<NodeRef, Node> shown = new LinkedHashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Set<NodeRef> told = new HashSet<>();
    private final Map<Instant, List<Draft>> byTime = new HashMap<>();

    private Moments(Subgraph graph) {
        graph.nodes().forEach(node -> shown.put(node.ref(), node));
    }

    /// What happened to what is shown.
    ///
    /// @param more events of it that are not shown themselves: `id`, `at`, `kind`, `text`, `about`
    static Timeline of(Subgraph graph, List<Row> more, List<Gap> gaps) {
        Moments moments = new Moments(graph);
        graph.nodes().forEach(moments::record);
        graph.relationships().forEach(moments::event);
        more.forEach(moments::event);
        moments.drafts.values().forEach(draft -> moments.told.addAll(draft.about));
        graph.nodes().forEach(moments::span);
        for (Draft draft : moments.drafts.values()) {
            moments.byTime.computeIfAbsent(draft.at, _ -> new ArrayList<>()).add(draft);
        }
        graph.relationships().forEach(moments::inference);
        return moments.timeline(gaps);
    }

    private void record(Node node) {
        if (node.get("at") instanceof Instant at && RECORDS.contains(node.label())) {
            Draft draft = draft(node.key(), at, node.label(), "");
            draft.record = node;
            draft.about.add(node.ref());
        } else if (node.get("at") instanceof Instant at && node.label().equals("ScriptFile")) {
            Object event = node.get("event");
            Draft draft =
                    draft(event == null ? node.key() : event.toString(), at, "ScriptFile", "");
            draft.about.add(node.ref());
        }
    }

    private void event(Relationship one) {
        Instant at = Wording.at(one);
        if (at != null && OF_EVENTS.contains(one.type())) {
            Draft draft = draft(one.id(), at, one.type(), text(one));
            draft.about.add(one.from());
            draft.about.add(one.to());
        }
    }

    private static String text(Relationship one) {
        Object text = one.get("command") == null ? one.get("logonType") : one.get("command");
        return text == null ? "" : text.toString();
    }

    private void event(Row row) {
        Instant at = row.instant("at");
        if (at != null) {
            Draft draft = draft(row.text("id"), at, row.text("kind"), row.text("text"));
            for (String ref : row.list("about", String.class)) {
                NodeRef.parse(ref).filter(shown::containsKey).ifPresent(draft.about::add);
            }
        }
    }

    /// The draft of an event; what tells more of it than what was there takes its place.
    private Draft draft(String id, Instant at, String kind, String text) {
        Draft draft = drafts.computeIfAbsent(id, _ -> new Draft(id, at, kind, text));
        if (rank(kind) < rank(draft.kind)) {
            draft.kind = kind;
        }
        if (draft.text.isEmpty()) {
            draft.text = text;
        }
        return draft;
    }

    private static int rank(String kind) {
        int rank = OF_EVENTS.indexOf(kind);
        return rank < 0 ? -1 : rank;
    }

    /// What lasts: a session, and an operation of which no event is known.
    private void span(Node node) {
        boolean session = node.label().equals("PowerShellSession");
        if (!session && !node.label().equals("Operation")) {
            return;
        }
        Object start = node.get("start") == null ? node.get("started") : node.get("start");
        if (start instanceof Instant from && (session || !told.contains(node.ref()))) {
            Draft draft = draft(node.ref().toString(), from, node.label(), "");
            draft.until = node.get("end") instanceof Instant to && to.isAfter(from) ? to : from;
            draft.about.add(node.ref());
        }
    }

    /// An inference is no event: what it joins belongs to the event that it rests on.
    private void inference(Relationship one) {
        Instant at = Wording.at(one);
        if (at == null || OF_EVENTS.contains(one.type())) {
            return;
        }
        for (Draft draft : byTime.getOrDefault(at, List.of())) {
            if (draft.about.contains(one.from()) || draft.about.contains(one.to())) {
                draft.about.add(one.from());
                draft.about.add(one.to());
            }
        }
    }

    private Timeline timeline(List<Gap> gaps) {
        Lanes lanes = new Lanes(shown);
        MomentWords words = new MomentWords(shown);
        List<Draft> inOrder = new ArrayList<>(drafts.values());
        inOrder.sort(
                Comparator.comparing((Draft draft) -> draft.at).thenComparing(draft -> draft.id));
        List<Moment> moments = new ArrayList<>();
        for (Draft draft : inOrder.subList(0, Math.min(inOrder.size(), Timeline.MOST))) {
            Timeline.Lane lane = lanes.of(draft);
            draft.about.addAll(lanes.hosts(lane));
            NodeRef node = words.node(draft);
            moments.add(
                    new Moment(
                            draft.at,
                            draft.until,
                            lane,
                            words.of(draft),
                            node,
                            draft.about,
                            words.ref(draft, node)));
        }
        return new Timeline(lanes.used(), moments, lanes.blanks(gaps), inOrder.size());
    }
}
