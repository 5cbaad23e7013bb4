package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.EventWriter.Element;
import dev.fulgurite.graph.neo4j.EventWriter.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Stores a batch in a transaction: the entities; then, kind by kind, it asks which events the
/// graph knows, gives these the further evidence, and adds the new ones with their relations. So a
/// replay costs a look-up. An event that stands with other contents is [Variants]' to settle.
final class BatchWriter {

    private final CypherLibrary library;
    private final Schema schema;
    private final EventWriter events;
    private final Variants variants;
    private final SeenEntities seen = new SeenEntities();

    BatchWriter(CypherLibrary library, Schema schema) {
        this.library = library;
        this.schema = schema;
        this.events = new EventWriter(library, schema);
        this.variants = new Variants(library, events);
    }

    /// One distinct event of a batch. Nearly all have one form and stand in one place, so that
    /// nothing more is made for them.
    private static final class Distinct {

        private final EventForm first;
        private final String place;
        private @Nullable Map<EventForm, Set<String>> forms;

        Distinct(EventForm first, String place) {
            this.first = first;
            this.place = place;
        }

        void add(EventForm form, String evidence) {
            if (forms == null) {
                forms = new LinkedHashMap<>();
                forms.put(first, new TreeSet<>(Set.of(place)));
            }
            forms.computeIfAbsent(form, _ -> new TreeSet<>()).add(evidence);
        }

        boolean isOne() {
            return forms == null || forms.size() == 1;
        }

        Map<EventForm, Set<String>> forms() {
            return forms == null ? Map.of(first, new TreeSet<>(Set.of(place))) : forms;
        }

        List<String> evidence() {
            if (forms == null) {
                return List.of(place);
            }
            Set<String> all = new TreeSet<>();
            forms.values().forEach(all::addAll);
            return List.copyOf(all);
        }

        EventForm best() {
            return forms == null ? first : Collections.max(forms.keySet());
        }
    }

    /// Whether [#name] has something to do.
    boolean isToName(NamedBatch named) {
        return !named.endsFile() && !seen.unseen(named).isEmpty();
    }

    /// Writes the entities that a batch names, ahead of its events and in a transaction of its own:
    /// the locks on hosts that every file names are given back at once, so that who reads another
    /// file beside this one need not wait until all events of the batch are there. It can be done
    /// again; what was named and never followed by its events is taken back with the file.
    void name(Transaction transaction, NamedBatch named) {
        open(transaction, named.batch(), "");
        entities(transaction, named);
    }

    /// @param token names this batch: when the answer to a commit was lost and the transaction runs
    ///   again, nothing is counted twice
    BatchOutcome store(Transaction transaction, NamedBatch named, String token) {
        GraphBatch batch = named.batch();
        Row file = open(transaction, batch, token);
        if (file.get("known") instanceof Boolean known && known) {
            return new BatchOutcome(file.number("stored"), file.number("duplicate"));
        }
        entities(transaction, named);
        events.relateOnce(transaction, standingOnce(batch));
        long stored = 0;
        for (var each : distinct(batch.events()).entrySet()) {
            stored += store(transaction, each.getKey(), each.getValue());
        }
        long duplicate = batch.events().size() - stored;
        close(transaction, batch.ledger(), token, stored, duplicate);
        return new BatchOutcome(stored, duplicate);
    }

    /// To be called when the batch, or what it names, is committed.
    void committed(NamedBatch named) {
        seen.committed(named);
    }

    /// To be called when anything else wrote or removed entities.
    void forget() {
        seen.forget();
    }

    /// Equal ids within the batch become one event.
    private Map<Kind, Map<String, Distinct>> distinct(List<GraphEvent> events) {
        Map<Kind, Map<String, Distinct>> byKind = new LinkedHashMap<>();
        for (GraphEvent event : events) {
            EventForm form = EventForm.of(event, schema);
            String place = event.evidence().toString();
            Map<String, Distinct> ofKind =
                    byKind.computeIfAbsent(Kind.of(form), _ -> new TreeMap<>());
            Distinct known = ofKind.putIfAbsent(event.id(), new Distinct(form, place));
            if (known != null) {
                known.add(form, place);
            }
        }
        return byKind;
    }

    /// How many of these events were new.
    private long store(Transaction transaction, Kind kind, Map<String, Distinct> distinct) {
        Map<String, Element> elements = LinkedHashMap.newLinkedHashMap(distinct.size());
        Map<String, List<String>> evidence = HashMap.newHashMap(distinct.size());
        distinct.forEach((id, event) -> {
            List<String> places = event.evidence();
            elements.put(id, Element.of(event.best(), places));
            evidence.put(id, places);
        });
        Set<String> known = events.add(transaction, kind, elements, evidence);
        List<EventForm> fresh = new ArrayList<>();
        Map<String, Map<EventForm, Set<String>>> unsettled = new HashMap<>();
        List<Element> compare = new ArrayList<>();
        distinct.forEach((id, event) -> {
            if (known.contains(id)) {
                compare.add(Objects.requireNonNull(elements.get(id)));
            } else {
                fresh.add(event.best());
            }
            if (!event.isOne()) {
                unsettled.put(id, event.forms());
            }
        });
        events.relate(transaction, fresh);
        for (Row row : events.different(transaction, kind, compare)) {
            String id = Variants.standing(row).key();
            unsettled.put(id, Objects.requireNonNull(distinct.get(id)).forms());
        }
        variants.settle(transaction, kind, unsettled);
        return fresh.size();
    }

    private void entities(Transaction transaction, NamedBatch named) {
        CypherFile file = library.file("write", "Entity");
        seen.unseen(named)
                .forEach((label, rows) -> {
                    transaction.run(file.statement(0), Map.of("label", label, "rows", rows));
                    transaction.run(
                            file.statement(1),
                            Map.of("label", label, "rows", rows, "sha256", named.file()));
                });
    }

    /// Relations that do not belong to one event, each once.
    private Set<Relation> standingOnce(GraphBatch batch) {
        Set<Relation> once = new LinkedHashSet<>();
        for (GraphEvent event : batch.events()) {
            for (Relation relation : event.relations()) {
                if (!schema.repeats(relation.type())) {
                    once.add(relation);
                }
            }
        }
        return once;
    }

    private Row open(Transaction transaction, GraphBatch batch, String token) {
        Ledger ledger = batch.ledger();
        Map<String, Object> parameters =
                Map.of("sha256", ledger.sha256(), "name", ledger.name(), "batch", token);
        String statement = library.file("write", "EvidenceFile").statement(0);
        Row file = transaction.run(statement, parameters).getFirst();
        if (Boolean.TRUE.equals(file.get("begins"))) {
            // Another process may have taken back what this one remembers of it.
            seen.forget(ledger.sha256());
        }
        return file;
    }

    private void close(
            Transaction transaction, Ledger ledger, String token, long stored, long duplicate) {
        Map<String, Object> parameters =
                Map.of(
                        "sha256", ledger.sha256(),
                        "batch", token,
                        "ledger", Ledgers.properties(ledger),
                        "stored", stored,
                        "duplicate", duplicate);
        transaction.run(library.file("write", "EvidenceFile").statement(1), parameters);
        List<Map<String, Object>> rejects = Ledgers.rejectRows(ledger);
        if (!rejects.isEmpty()) {
            transaction.run(library.file("write", "Reject").statement(), Map.of("rows", rejects));
        }
        List<Map<String, Object>> coverage = Ledgers.coverageRows(ledger);
        if (!coverage.isEmpty()) {
            transaction.run(
                    library.file("write", "Coverage").statement(), Map.of("rows", coverage));
        }
    }
}
