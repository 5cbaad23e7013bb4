package dev.fulgurite.ui.alerts;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What people call the entities that alerts are about, asked of the graph as alerts come.
final class QueueNames {

    private final Work work;
    private final Supplier<Investigation> investigation;
    private final Consumer<Failure> tell;
    private volatile Map<NodeRef, String> known = Map.of();

    QueueNames(Work work, Supplier<Investigation> investigation, Consumer<Failure> tell) {
        this.work = work;
        this.investigation = investigation;
        this.tell = tell;
    }

    /// Those that are known by now; asked on any thread.
    Map<NodeRef, String> known() {
        return known;
    }

    String of(NodeRef entity) {
        return known.getOrDefault(entity, entity.toString());
    }

    /// Asks for the names that alerts want and hands the alerts over with them; nothing happens
    /// when they want none.
    void ask(Queued queued, Consumer<Queued> then) {
        Set<NodeRef> unnamed = queued.unnamed();
        if (unnamed.isEmpty()) {
            return;
        }
        Investigation here = investigation.get();
        Map<NodeRef, String> before = known;
        work.start(
                "work.queue.names",
                () -> {
                    Map<NodeRef, String> all = with(before, here.names(unnamed));
                    return new Named(queued.named(all), all);
                },
                named -> {
                    known = with(known, named.names());
                    then.accept(named.queued());
                },
                tell);
    }

    private record Named(Queued queued, Map<NodeRef, String> names) {}

    private static Map<NodeRef, String> with(
            Map<NodeRef, String> names, Map<NodeRef, String> others) {
        Map<NodeRef, String> all = new HashMap<>(names);
        all.putAll(others);
        return Map.copyOf(all);
    }

    void forget() {
        known = Map.of();
    }
}
