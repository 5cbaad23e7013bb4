package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Incident;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The queue: which alerts are shown in what order, which are marked to be worked on, and which one
/// is chosen, so that its story is told. Alerts are read a portion at a time and can be worked on
/// while the rest is on its way. Few are filtered and sorted at once, many beside the window's
/// thread; what is shown meanwhile is what was shown before.
public final class AlertsViewModel {

    /// So many are filtered and sorted in a few milliseconds.
    private static final int AT_ONCE = 2_000;

    /// Detections that cannot see, of how many.
    public record Blindness(List<RuleState> blind, int all) {
        public Blindness {
            blind = List.copyOf(blind);
        }
    }

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private final Runnable refresh;
    private final Triage triage;
    private final ReadOnlyObjectWrapper<QueueList> list =
            new ReadOnlyObjectWrapper<>(QueueList.NOTHING);
    private final ReadOnlyObjectWrapper<QueueFilter> filter =
            new ReadOnlyObjectWrapper<>(QueueFilter.OPEN);
    private final ReadOnlyObjectWrapper<QueueOrder> order =
            new ReadOnlyObjectWrapper<>(QueueOrder.URGENT);
    private final ReadOnlyBooleanWrapper grouped = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Blindness> blindness =
            new ReadOnlyObjectWrapper<>(new Blindness(List.of(), 0));
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> marked =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Set<String> unfolded = new HashSet<>();
    private final Map<String, AlertBrief> touched = new HashMap<>();
    private final Function<Investigation, QueueSource> sources;
    private final QueueReading reading;
    private final QueueNames names;
    private Queued queued = Queued.NOTHING;
    private int version;
    private long total;
    private QueueList.@Nullable Wish wish;
    private Work.@Nullable Job refining;

    /// @param tell takes failures that leave the queue as it is
    /// @param refresh reads again what the graph holds, and shows it
    public AlertsViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable refresh) {
        this(work, investigation, tell, refresh, QueueSource::of, QueueReading.FIRST);
    }

    /// @param first how many alerts are in the first portion that is read
    AlertsViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable refresh,
            Function<Investigation, QueueSource> sources,
            int first) {
        this.sources = sources;
        this.names = new QueueNames(work, investigation, tell);
        this.reading = new QueueReading(work, first, names::known, new Arrivals());
        this.refresh = refresh;
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
        this.triage = new Triage(work, investigation, tell, this);
    }

    public ReadOnlyObjectProperty<QueueList> list() {
        return list.getReadOnlyProperty();
    }

    /// What the queue shows now.
    public List<AlertRow> rows() {
        return list.get().rows();
    }

    public ReadOnlyObjectProperty<QueueFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<QueueOrder> order() {
        return order.getReadOnlyProperty();
    }

    /// Whether alerts of one incident stand together.
    public ReadOnlyBooleanProperty grouped() {
        return grouped.getReadOnlyProperty();
    }

    /// Whether the queue is being sorted anew.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What the graph holds that the window does not show yet, in words; `""` when that is nothing.
    public ReadOnlyStringProperty news() {
        return news.getReadOnlyProperty();
    }

    public void tellNews(String words) {
        news.set(words);
    }

    /// Reads again what the graph holds.
    public void refresh() {
        refresh.run();
    }

    public ReadOnlyObjectProperty<Blindness> blindness() {
        return blindness.getReadOnlyProperty();
    }

    /// Id of the chosen alert, `""` for none. It stays chosen when a filter keeps it out.
    public ReadOnlyStringProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Ids of the alerts that the next action is about.
    public ReadOnlyObjectProperty<List<String>> marked() {
        return marked.getReadOnlyProperty();
    }

    /// What can be done with the marked alerts.
    public Triage triage() {
        return triage;
    }

    /// Ids of the rules that raised alerts.
    public List<String> rules() {
        return queued.rules();
    }

    /// How much of the queue was read.
    public ReadOnlyObjectProperty<QueueProgress> progress() {
        return reading.progress();
    }

    /// Reads the queue anew. What is shown stays until there is more of it; an alert that is chosen
    /// stays so while it is among what was read at last.
    ///
    /// @param count how many alerts there are
    public void read(long count) {
        total = count;
        touched.clear();
        reading.begin(sources.apply(investigation.get()), queued.size(), count);
    }

    /// Reads the queue anew when as many alerts are in it as before.
    void readAgain() {
        read(total);
    }

    private final class Arrivals implements QueueReading.Taker {

        @Override
        public int part(Queued part) {
            if (part.size() > queued.size()) {
                boolean begins = queued.size() == 0;
                arrived(part);
                if (begins) {
                    askNames();
                }
            }
            return queued.size();
        }

        @Override
        public void whole(Queued all) {
            took(all);
        }

        @Override
        public void failed(Failure failure) {
            tell.accept(failure);
        }
    }

    /// Forgets the graph that was left.
    public void forget() {
        reading.forget();
        touched.clear();
        names.forget();
        total = 0;
        took(Queued.NOTHING);
        triage.forget();
    }

    public void showBlind(List<RuleState> blind, int all) {
        blindness.set(new Blindness(blind, all));
    }

    private void take(Queued now) {
        queued = now;
        version++;
    }

    /// Shows what was read, with what was done to it meanwhile. An incident that was unfolded stays
    /// so, and alerts that are marked or chosen stay in sight, when others come to stand above
    /// them.
    private void arrived(Queued found) {
        Map<String, Incident> before = queued.incidents();
        take(found.changed(touched.values(), names.known()));
        Stream.of(unfolded, marked.get(), List.of(chosen.get()))
                .flatMap(Collection::stream)
                .filter(id -> leads(before.get(id), id) && !leads(queued.incidents().get(id), id))
                .toList()
                .forEach(this::unfold);
        refine();
    }

    private static boolean leads(@Nullable Incident incident, String id) {
        return incident != null && incident.lead().id().equals(id);
    }

    private void unfold(String alert) {
        Incident incident = queued.incidents().get(alert);
        if (incident != null) {
            unfolded.add(incident.lead().id());
        }
    }

    private void took(Queued all) {
        arrived(all);
        Set<String> ids = queued.incidents().keySet();
        marked.set(marked.get().stream().filter(ids::contains).toList());
        if (!ids.contains(chosen.get())) {
            chosen.set("");
        }
        askNames();
    }

    /// What changed while names were asked for is asked for again, but for more that is to come.
    private void askNames() {
        int asking = version;
        names.ask(
                queued,
                named -> {
                    if (asking == version) {
                        take(named);
                        refine();
                    } else if (progress().get() instanceof QueueProgress.Whole) {
                        askNames();
                    }
                });
    }

    /// Alerts that changed take the place of what they were.
    void changed(List<AlertBrief> now) {
        now.forEach(alert -> touched.put(alert.id(), alert));
        take(queued.changed(now, names.known()));
        refine();
    }

    public void filter(QueueFilter other) {
        filter.set(other);
        refine();
    }

    public void sort(QueueOrder other) {
        order.set(other);
        refine();
    }

    public void group(boolean together) {
        grouped.set(together);
        refine();
    }

    /// Shows or hides the alerts of an incident below its head.
    public void fold(String incident, boolean away) {
        if (away ? unfolded.remove(incident) : unfolded.add(incident)) {
            refine();
        }
    }

    private void refine() {
        wish = new QueueList.Wish(filter.get(), order.get(), grouped.get(), Set.copyOf(unfolded));
        Work.Job now = refining;
        if (queued.size() <= AT_ONCE) {
            list.set(QueueList.of(queued, wish));
            busy.set(false);
        } else if (now == null || !now.isRunning()) {
            refineBeside(wish);
        }
    }

    /// What is asked for while this runs is done after it; only the last of it.
    private void refineBeside(QueueList.Wish asked) {
        Queued from = queued;
        int asking = version;
        busy.set(true);
        refining =
                work.start(
                                "work.queue",
                                () -> QueueList.of(from, asked),
                                found -> {
                                    list.set(found);
                                    if (asked.equals(wish) && asking == version) {
                                        busy.set(false);
                                    } else {
                                        refine();
                                    }
                                },
                                this::failed)
                        .ifGivenUp(() -> busy.set(false));
    }

    private void failed(Failure failure) {
        busy.set(false);
        tell.accept(failure);
    }

    /// Marks alerts; a single one is chosen by that.
    public void mark(List<String> ids) {
        marked.set(List.copyOf(ids));
        if (ids.size() == 1) {
            choose(ids.getFirst());
        }
    }

    /// Chooses an alert and shows it in the queue, out of its incident if that is folded.
    public void open(String id) {
        marked.set(List.of(id));
        if (!leads(queued.incidents().get(id), id)) {
            unfold(id);
        }
        refine();
        choose(id);
    }

    public void choose(String id) {
        chosen.set(id);
    }

    /// The alerts that the next action is about.
    List<AlertBrief> markedAlerts() {
        Set<String> ids = Set.copyOf(marked.get());
        return queued.entries().stream()
                .map(Queued.Entry::alert)
                .filter(alert -> ids.contains(alert.id()))
                .toList();
    }

    /// What an alert is about that has a name.
    List<NodeRef> named(AlertBrief alert) {
        return alert.entities().stream()
                .filter(entity -> Queued.NAMED.contains(entity.label()))
                .toList();
    }

    /// What people call a node that an alert is about.
    String nameOf(NodeRef entity) {
        return names.of(entity);
    }

    /// An alert as it is now.
    public Optional<AlertBrief> alert(String id) {
        return queued.entries().stream()
                .map(Queued.Entry::alert)
                .filter(alert -> alert.id().equals(id))
                .findFirst();
    }
}
