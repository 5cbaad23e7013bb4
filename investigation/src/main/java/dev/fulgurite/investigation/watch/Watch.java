package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Alerts;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.Scheduled;
import dev.fulgurite.detections.watch.Lease;
import dev.fulgurite.detections.watch.Roster;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// The door: watches a graph until it is asked to end. One watch has a graph at a time; a second
/// one is refused with [GraphException.Kind#LOCKED] and the name of the first. It may die at any
/// moment: what it was about is begun again by the next, and told twice to nobody who heeds the
/// alerts' ids.
public final class Watch implements AutoCloseable {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration RENEWAL = LEASE.dividedBy(4);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;

    private final WatchOrder order;
    private final WatchListener listener;
    private final InstantSource clock;
    private final Lease lease;
    private final Tools tools;
    private final FolderIngest folders;
    private final RuleRuns rules;
    private final List<Delivery> deliveries;

    /// What a watch works with.
    ///
    /// @param reader reads one file, and leaves the links to the watch
    /// @param json writes an object on one line
    public record Tools(
            InvestigationGraph graph,
            CypherLibrary library,
            RulesInForce rules,
            FileReader reader,
            Function<Map<String, ?>, String> json) {}

    /// Takes the graph for itself.
    public Watch(WatchOrder order, Tools tools, InstantSource clock, WatchListener listener) {
        this.order = order;
        this.tools = tools;
        this.clock = clock;
        this.listener = listener;
        Detector detector = tools.rules.detector();
        List<Scheduled> scheduled = detector.scheduled(order.settings());
        this.lease =
                new Lease(
                        tools.graph,
                        tools.library,
                        ThisProcess.party(),
                        LEASE,
                        ThisProcess::isAlive);
        renew();
        ReadFiles files = new ReadFiles(tools.graph, tools.library);
        this.folders =
                new FolderIngest(
                        new Folders(order.folders(), order.settle(), this::isOwn, files.all()),
                        files,
                        tools.reader,
                        clock,
                        listener);
        Roster roster = new Roster(tools.graph, tools.library, order.lag(), order.keep());
        this.rules = new RuleRuns(detector, roster, scheduled, clock, listener);
        this.deliveries =
                order.sinks().stream()
                        .map(address ->
                                new Delivery(
                                        Sink.at(address),
                                        new Alerts(tools.graph),
                                        tools.graph.location(),
                                        tools.json,
                                        listener))
                        .toList();
    }

    private void renew() {
        lease.take(clock.instant()).ifPresent(this::refuse);
    }

    private void refuse(Lease.Holder holder) {
        throw new GraphException(
                GraphException.Kind.LOCKED,
                tools.graph.location()
                        + " is watched already, since "
                        + holder.since()
                        + ", by process "
                        + holder.party().pid()
                        + " on "
                        + holder.party().host()
                        + "; unless it renews its lease that ends at "
                        + holder.expires(),
                null);
    }

    /// What the product writes itself is no log.
    private boolean isOwn(Path path) {
        return path.toString().equals(tools.graph.location())
                || order.sinks().contains(new SinkAddress.JsonLines(path));
    }

    /// Watches until it is asked to end; what is under way then is brought to an end first.
    public void run(Stop stop) throws InterruptedException {
        try (Renewal renewal = new Renewal(RENEWAL, this::renew);
                Deliveries threads = new Deliveries(deliveries, listener)) {
            BooleanSupplier end = () -> stop.asked() || renewal.isLost();
            while (!end.getAsBoolean()) {
                turn(end);
                threads.wake();
                stop.await(pause());
            }
            renewal.check();
        }
    }

    /// Does what is to be done now, tells the sinks, and ends.
    ///
    /// @return false when a file, a rule or a sink failed
    public boolean once(Stop stop) throws InterruptedException {
        try (Renewal renewal = new Renewal(RENEWAL, this::renew)) {
            boolean well = turn(() -> stop.asked() || renewal.isLost());
            for (Delivery delivery : deliveries) {
                well &= delivered(delivery, stop);
            }
            renewal.check();
            return well;
        }
    }

    private static boolean delivered(Delivery delivery, Stop stop) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS && !stop.asked(); attempt++) {
            Duration wait = delivery.deliver(stop::asked);
            if (wait.isZero()) {
                return true;
            }
            if (attempt < ATTEMPTS) {
                stop.await(wait);
            }
        }
        return false;
    }

    /// Reads what has arrived and runs what is due.
    ///
    /// @return false when a file or a rule failed
    boolean turn(BooleanSupplier stop) {
        renew();
        takeUpRules();
        int failed = folders.read(patience(), stop);
        if (!stop.getAsBoolean()) {
            tools.rules.detector().linkWhenDue();
            failed += rules.run(stop);
        }
        return failed == 0;
    }

    private void takeUpRules() {
        List<String> changes = tools.rules.look();
        if (!changes.isEmpty()) {
            Detector detector = tools.rules.detector();
            rules.replace(detector, detector.rescheduled(order.settings()));
            changes.forEach(listener::note);
        }
    }

    /// Before its first run a rule waits for all files; later on, files do not hold it up for long.
    private BooleanSupplier patience() {
        boolean isFirst = rules.next().equals(Instant.MIN);
        Instant end = clock.instant().plus(PATIENCE);
        return () -> !isFirst && clock.instant().isAfter(end) && rules.areDue();
    }

    private Duration pause() {
        Duration untilDue = Duration.between(clock.instant(), rules.next());
        Duration look = order.look();
        Duration pause = untilDue.compareTo(look) < 0 ? untilDue : look;
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /// Leaves the graph to the next watch.
    @Override
    public void close() {
        lease.release();
    }
}
