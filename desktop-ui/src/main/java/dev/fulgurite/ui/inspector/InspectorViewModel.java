package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks the graph about the subject. Answers that come after the subject changed are dropped.
public final class InspectorViewModel {

    /// Neighbours are counted up to this many.
    static final int NEIGHBOURS = 2_000;

    /// Records of a line are read for so many of its relationships.
    static final int RELATIONSHIPS = 20;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final ReadOnlyObjectWrapper<Subject> subject =
            new ReadOnlyObjectWrapper<>(Subject.NOTHING);
    private final Slot<List<PivotOffer>> pivots = new Slot<>();
    private final Slot<Links> links = new Slot<>();
    private final Slot<List<EvidenceRecord>> evidence = new Slot<>();
    private boolean evidenceWanted;

    public InspectorViewModel(Work work, Supplier<Investigation> investigation) {
        this.work = work;
        this.investigation = investigation;
    }

    public ReadOnlyObjectProperty<Subject> subject() {
        return subject.getReadOnlyProperty();
    }

    /// Ways on from a node, with what each would give.
    public ReadOnlyObjectProperty<Loadable<List<PivotOffer>>> pivots() {
        return pivots.value.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loadable<Links>> links() {
        return links.value.getReadOnlyProperty();
    }

    /// Raw records; read from the files only while somebody wants to see them.
    public ReadOnlyObjectProperty<Loadable<List<EvidenceRecord>>> evidence() {
        return evidence.value.getReadOnlyProperty();
    }

    public void show(Subject next) {
        subject.set(next);
        pivots.clear();
        links.clear();
        evidence.clear();
        if (next instanceof Subject.OfNode(Node node, _)) {
            NodeRef ref = node.ref();
            pivots.load("work.pivots", () -> investigation.get().pivots(ref));
            links.load("work.links", () -> count(ref));
        }
        loadEvidence();
    }

    /// Says whether the raw records are looked at.
    public void wantEvidence(boolean wanted) {
        evidenceWanted = wanted;
        loadEvidence();
    }

    private Links count(NodeRef ref) {
        Neighbourhood around = investigation.get().neighbourhood(ref, NEIGHBOURS);
        return new Links(LinkCount.of(ref, around), around.shown(), around.total());
    }

    private void loadEvidence() {
        if (!evidenceWanted || !(evidence.value.get() instanceof Loadable.Idle)) {
            return;
        }
        List<String> refs = refs();
        if (!refs.isEmpty()) {
            evidence.load("work.evidence", () -> read(refs));
        }
    }

    private List<String> refs() {
        return switch (subject.get()) {
            case Subject.Nothing _, Subject.Story _ -> List.of();
            case Subject.OfNode(Node node, _) -> List.of(node.ref().toString());
            case Subject.OfStack stack ->
                    stack.card().nodes().stream()
                            .limit(RELATIONSHIPS)
                            .map(node -> node.ref().toString())
                            .toList();
            case Subject.OfLink one ->
                    one.link().relationships().stream()
                            .limit(RELATIONSHIPS)
                            .map(Relationship::ref)
                            .toList();
        };
    }

    private List<EvidenceRecord> read(List<String> refs) {
        List<EvidenceRecord> records = new ArrayList<>();
        for (String ref : refs) {
            for (EvidenceRecord found : investigation.get().evidence(ref)) {
                if (!records.contains(found)) {
                    records.add(found);
                }
            }
        }
        return records;
    }

    /// One answer on its way.
    private final class Slot<T> {
        final ReadOnlyObjectWrapper<Loadable<T>> value =
                new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
        private long asked;

        void clear() {
            asked++;
            value.set(new Loadable.Idle<>());
        }

        void load(String doing, Callable<T> body) {
            long mine = ++asked;
            value.set(new Loadable.Waiting<>());
            work.start(
                    doing,
                    body,
                    found -> {
                        if (asked == mine) {
                            value.set(new Loadable.Ready<>(found));
                        }
                    },
                    failure -> {
                        if (asked == mine) {
                            value.set(new Loadable.Failed<>(failure));
                        }
                    });
        }
    }
}
