package dev.fulgurite.detections.watch;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// The right to watch a graph, which one process has at a time. It is kept in the graph and lasts
/// for a while unless it is renewed, so that of a watch that died nothing stays in the way; of one
/// that died on this machine not even for that while. Machines that share a graph need clocks that
/// agree within that while. Safe for use by several threads.
public final class Lease {

    private final InvestigationGraph graph;
    private final CypherFile file;
    private final Party self;
    private final Duration lasts;
    private final LongPredicate isAlive;

    /// A process that may watch.
    ///
    /// @param owner tells one watch from all others
    public record Party(String owner, String host, long pid) {}

    /// Who has the lease.
    public record Holder(Party party, Instant since, Instant expires) {}

    /// @param lasts how long it holds after it was taken or renewed
    /// @param isAlive whether a process of this machine runs
    public Lease(
            InvestigationGraph graph,
            CypherLibrary library,
            Party self,
            Duration lasts,
            LongPredicate isAlive) {
        this.graph = graph;
        this.file = library.file("write", "WatchLease");
        this.self = self;
        this.lasts = lasts;
        this.isAlive = isAlive;
    }

    /// Takes the lease, or renews it.
    ///
    /// @return who else holds it; empty when this one does
    public Optional<Holder> take(Instant now) {
        Optional<Holder> other = ask(now, "");
        boolean dead =
                other.map(Holder::party)
                        .filter(party -> party.host().equals(self.host()))
                        .filter(party -> !isAlive.test(party.pid()))
                        .isPresent();
        return dead ? ask(now, other.get().party().owner()) : other;
    }

    private Optional<Holder> ask(Instant now, String dead) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("owner", self.owner());
        parameters.put("host", self.host());
        parameters.put("pid", self.pid());
        parameters.put("now", now);
        parameters.put("expires", now.plus(lasts));
        parameters.put("dead", dead);
        Row row =
                graph.write(transaction -> transaction.run(file.statement(0), parameters))
                        .getFirst();
        Party party = new Party(row.text("owner"), row.text("host"), row.number("pid"));
        return Optional.of(new Holder(party, time(row, "since"), time(row, "expires")))
                .filter(holder -> !holder.party().owner().equals(self.owner()));
    }

    private static Instant time(Row row, String column) {
        Instant time = row.instant(column);
        return time == null ? Instant.EPOCH : time;
    }

    /// Gives it back; nothing happens when another has it by now.
    public void release() {
        graph.write(
                transaction -> transaction.run(file.statement(1), Map.of("owner", self.owner())));
    }
}
