package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The queue: which alerts are shown in what order, which are marked to be worked on, and which one
/// is chosen, so that its story is told. Few alerts are filtered and sorted at once, many beside
/// the window's thread; what is shown meanwhile is what was shown before.
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
    private Queued queued = Queued.NOTHING;
    private int version;
    private QueueList.@Nullable Wish wish;
    private Work.@Nullable Job refining;

    /// @param tell takes failures that leave the queue as it is
    /// @param refresh reads again what the graph holds, and shows it
    public AlertsViewModel(
            Work work,
            Supplier<Investigation> investigation,
            Consumer<Failure> tell,
            Runnable refresh) {
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

    /// Takes all alerts there are. One that is chosen stays so while it is among them.
    public void show(List<Alert> alerts) {
        var known = queued.names();
        if (alerts.size() <= AT_ONCE) {
            took(Queued.of(alerts, known));
        } else {
            busy.set(true);
            work.start("work.queue", () -> Queued.of(alerts, known), this::took, this::failed);
        }
    }

    /// Forgets the graph that was left.
    public void forget() {
        show(List.of());
        triage.forget();
    }

    public void showBlind(List<RuleState> blind, int all) {
        blindness.set(new Blindness(blind, all));
    }

    private void take(Queued now) {
        queued = now;
        version++;
    }

    private void took(Queued all) {
        take(all);
        Set<String> ids = all.incidents().keySet();
        marked.set(marked.get().stream().filter(ids::contains).toList());
        if (!ids.contains(chosen.get())) {
            chosen.set("");
        }
        refine();
        askNames();
    }

    private void askNames() {
        Set<NodeRef> unnamed = queued.unnamed();
        if (unnamed.isEmpty()) {
            return;
        }
        Queued asked = queued;
        int askedVersion = version;
        Investigation here = investigation.get();
        work.start(
                "work.queue.names",
                () -> asked.named(here.names(unnamed)),
                named -> {
                    if (askedVersion == version) {
                        take(named);
                        refine();
                    }
                },
                tell);
    }

    /// Alerts that changed take the place of what they were.
    void changed(List<Alert> now) {
        take(queued.changed(now));
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
        if (queued.entries().size() <= AT_ONCE) {
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
        var incident = queued.incidents().get(id);
        if (incident != null && !incident.lead().id().equals(id)) {
            unfolded.add(incident.lead().id());
        }
        refine();
        choose(id);
    }

    public void choose(String id) {
        chosen.set(id);
    }

    /// The alerts that the next action is about.
    List<Alert> markedAlerts() {
        Set<String> ids = Set.copyOf(marked.get());
        return queued.alerts().stream().filter(alert -> ids.contains(alert.id())).toList();
    }

    /// What an alert is about that has a name.
    List<NodeRef> named(Alert alert) {
        return alert.entities().stream()
                .filter(entity -> Queued.NAMED.contains(entity.label()))
                .toList();
    }

    /// What people call a node that an alert is about.
    String nameOf(NodeRef entity) {
        return queued.names().getOrDefault(entity, entity.toString());
    }

    /// An alert as it is now.
    public Optional<Alert> alert(String id) {
        return queued.alerts().stream().filter(alert -> alert.id().equals(id)).findFirst();
    }
}
