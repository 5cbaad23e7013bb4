package dev.fulgurite.ui.inspector;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Neighbours;
import dev.fulgurite.investigation.PivotOffer;
import dev.fulgurite.investigation.RawRecords;
import dev.fulgurite.investigation.TimeRange;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks the graph about the subject. Answers that come after the subject changed are dropped.
public final class InspectorViewModel {

    /// So many alerts of a node are shown.
    static final int ALERTS = 50;

    /// So many records of one node are read, and so many more when they are asked for.
    static final int RECORDS = Investigation.EVIDENCE_LIMIT;

    /// Records of a line are read for so many of its relationships.
    static final int RELATIONSHIPS = 20;

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Supplier<Optional<TimeRange>> hour;
    private final Supplier<Optional<TimeRange>> brushed;
    private final Folders folders;
    private final ReadOnlyObjectWrapper<Subject> subject =
            new ReadOnlyObjectWrapper<>(Subject.NOTHING);
    private final Slot<List<PivotOffer>> pivots = new Slot<>();
    private final Slot<Neighbours> links = new Slot<>();
    private final Slot<List<Alert>> alerts = new Slot<>();
    private final Slot<RawRecords> evidence = new Slot<>();
    private final List<Awaiting> awaited = new ArrayList<>();
    private boolean forBrushed;
    private boolean evidenceWanted;
    private int records = RECORDS;

    private record Awaiting(Consumer<List<PivotOffer>> use, Consumer<Failure> failed) {}

    /// @param hour the time for which pivots are counted apart
    /// @param brushed the time for which they are counted apart instead, while there is any
    public InspectorViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Supplier<Optional<TimeRange>> hour,
            Supplier<Optional<TimeRange>> brushed) {
        this(work, investigation, hour, brushed, Folders.ofDesktop());
    }

    InspectorViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Supplier<Optional<TimeRange>> hour,
            Supplier<Optional<TimeRange>> brushed,
            Folders folders) {
        this.work = work;
        this.investigation = investigation;
        this.hour = hour;
        this.brushed = brushed;
        this.folders = folders;
        pivots.value.subscribe(_ -> handOver());
    }

    public ReadOnlyObjectProperty<Subject> subject() {
        return subject.getReadOnlyProperty();
    }

    /// Ways on from a node, with what each would give.
    public ReadOnlyObjectProperty<Loadable<List<PivotOffer>>> pivots() {
        return pivots.value.getReadOnlyProperty();
    }

    /// Hands over the ways on from the shown node once they are counted, or never when another
    /// subject is shown before. Those that could not be counted are counted again.
    public void whenPivots(Consumer<List<PivotOffer>> use, Consumer<Failure> failed) {
        awaited.add(new Awaiting(use, failed));
        if (pivots.value.get() instanceof Loadable.Failed
                && subject.get() instanceof Subject.OfNode one) {
            countPivots(one.node().ref());
        }
        handOver();
    }

    /// Whether those in the brushed time are counted apart, and not those in the hour of the alert.
    public boolean isForBrushed() {
        return forBrushed;
    }

    /// Other time is brushed, or none any more: the ways on from the shown node are counted anew.
    public void countAnew() {
        if (subject.get() instanceof Subject.OfNode one
                && !(pivots.value.get() instanceof Loadable.Idle)) {
            countPivots(one.node().ref());
        }
    }

    private void countPivots(NodeRef node) {
        forBrushed = brushed.get().isPresent();
        Optional<TimeRange> time = brushed.get().or(hour);
        pivots.load(
                "work.pivots",
                () ->
                        time.isPresent()
                                ? investigation.get().pivots(node, time.get())
                                : investigation.get().pivots(node));
    }

    private void handOver() {
        switch (pivots.value.get()) {
            case Loadable.Waiting<List<PivotOffer>> _ -> {}
            case Loadable.Idle<List<PivotOffer>> _ -> awaited.clear();
            case Loadable.Failed<List<PivotOffer>>(Failure failure) ->
                    takeAwaited().forEach(one -> one.failed().accept(failure));
            case Loadable.Ready<List<PivotOffer>>(List<PivotOffer> offers) ->
                    takeAwaited().forEach(one -> one.use().accept(offers));
        }
    }

    private List<Awaiting> takeAwaited() {
        List<Awaiting> taken = List.copyOf(awaited);
        awaited.clear();
        return taken;
    }

    /// How many neighbours a node has, by type.
    public ReadOnlyObjectProperty<Loadable<Neighbours>> links() {
        return links.value.getReadOnlyProperty();
    }

    /// The alerts in which a node stands; one more than are shown when there are more.
    public ReadOnlyObjectProperty<Loadable<List<Alert>>> alerts() {
        return alerts.value.getReadOnlyProperty();
    }

    /// Raw records; read from the files only while somebody wants to see them.
    public ReadOnlyObjectProperty<Loadable<RawRecords>> evidence() {
        return evidence.value.getReadOnlyProperty();
    }

    public void show(Subject next) {
        boolean same = isSameNode(next);
        subject.set(next);
        if (same) {
            return;
        }
        pivots.clear();
        links.clear();
        alerts.clear();
        evidence.clear();
        records = RECORDS;
        if (next instanceof Subject.OfNode one) {
            NodeRef ref = one.node().ref();
            countPivots(ref);
            links.load("work.links", () -> investigation.get().neighbours(ref));
            alerts.load("work.alertsOn", () -> investigation.get().alertsOn(ref, ALERTS + 1));
        }
        loadEvidence();
    }

    /// Says whether the raw records are looked at.
    public void wantEvidence(boolean wanted) {
        evidenceWanted = wanted;
        loadEvidence();
    }

    /// Reads the next records of what was cut.
    public void moreEvidence() {
        records += RECORDS;
        evidence.clear();
        loadEvidence();
    }

    /// Only what the analyst said of it has changed: nothing is asked again.
    private boolean isSameNode(Subject next) {
        return next instanceof Subject.OfNode one
                && subject.get() instanceof Subject.OfNode shown
                && one.node().equals(shown.node());
    }

    /// Opens the folder that a file is in; a failure is told like any other.
    public void openFolder(String file, Consumer<Failure> failed) {
        work.start(
                "work.folder",
                () -> {
                    folders.open(Path.of(file));
                    return file;
                },
                _ -> {},
                failed);
    }

    private void loadEvidence() {
        if (!evidenceWanted || !(evidence.value.get() instanceof Loadable.Idle)) {
            return;
        }
        List<String> refs = refs();
        int limit = records;
        if (!refs.isEmpty()) {
            evidence.load("work.evidence", () -> read(refs, limit));
        }
    }

    private List<String> refs() {
        return switch (subject.get()) {
            case Subject.Nothing _, Subject.Story _, Subject.OfMany _ -> List.of();
            case Subject.OfNode one -> List.of(one.node().ref().toString());
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

    private RawRecords read(List<String> refs, int limit) {
        Set<EvidenceRecord> all = new LinkedHashSet<>();
        boolean cut = false;
        boolean more = false;
        for (String ref : refs) {
            RawRecords found = investigation.get().evidence(ref, limit);
            all.addAll(found.records());
            cut |= found.cut();
            more |= found.more();
        }
        return new RawRecords(List.copyOf(all), cut, more);
    }

    /// One answer on its way.
    private final class Slot<T> {
        final ReadOnlyObjectWrapper<Loadable<T>> value =
                new ReadOnlyObjectWrapper<>(new Loadable.Idle<>());
        private Work.@Nullable Job job;
        private long asked;

        void clear() {
            giveUp();
            value.set(new Loadable.Idle<>());
        }

        /// Nobody waits for it any more, so the graph need not look.
        private void giveUp() {
            asked++;
            Work.Job running = job;
            if (running != null) {
                running.cancel();
            }
        }

        void load(String doing, Callable<T> body) {
            giveUp();
            long mine = asked;
            value.set(new Loadable.Waiting<>());
            job =
                    work.start(
                                    doing,
                                    body,
                                    found -> answer(mine, new Loadable.Ready<>(found)),
                                    failure -> answer(mine, new Loadable.Failed<>(failure)))
                            .ifGivenUp(() -> answer(mine, new Loadable.Idle<>()));
        }

        /// What comes after something else was asked is dropped.
        private void answer(long mine, Loadable<T> answer) {
            if (asked == mine) {
                value.set(answer);
            }
        }
    }
}
