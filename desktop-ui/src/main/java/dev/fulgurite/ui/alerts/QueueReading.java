package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Incidents;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import dev.fulgurite.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads the queue in portions, beside the window's thread. The first is there soon; with each one
/// after it there are four times as many alerts, so that putting together again and again what is
/// there costs little more than doing so once with all. What the first portion has the window do,
/// such as telling the story of its first alert, comes before the rest.
final class QueueReading {

    /// So many alerts are in the first portion: some screens of them.
    static final int FIRST = 500;

    private static final int GROWTH = 4;

    /// The rest waits no longer than this for other work, such as the first story: on a cold start
    /// they would take the processors from each other.
    private static final long PATIENCE_SECONDS = 30;

    private final Work work;
    private final int first;
    private final Supplier<Map<NodeRef, String>> names;
    private final Taker taker;
    private final ReadOnlyObjectWrapper<QueueProgress> progress =
            new ReadOnlyObjectWrapper<>(QueueProgress.WHOLE);
    private @Nullable Attempt attempt;

    /// Takes what was read, on the window's thread.
    interface Taker {
        /// The most urgent alerts; more are to come. What is put together may change by these.
        ///
        /// @return how many alerts are in the queue then
        int part(Queued part);

        void whole(Queued all);

        void failed(Failure failure);
    }

    /// @param names of nodes, as far as they are known; asked on any thread
    QueueReading(Work work, int first, Supplier<Map<NodeRef, String>> names, Taker taker) {
        this.work = work;
        this.first = first;
        this.names = names;
        this.taker = taker;
        work.awaited().subscribe(_ -> goOn());
    }

    /// Lets the rest be read when nothing else is under way.
    private void goOn() {
        Attempt now = attempt;
        if (now != null && now.begun && work.awaited().get() == 0) {
            now.quiet.countDown();
        }
    }

    ReadOnlyObjectProperty<QueueProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Reads from the beginning; a reading that is under way is given up.
    ///
    /// @param here how many alerts are in the queue now
    /// @param all how many there are, as far as is known
    void begin(QueueSource source, int here, long all) {
        forget();
        Attempt mine = new Attempt(source, here, all);
        attempt = mine;
        progress.set(new QueueProgress.Reading(here, all));
        mine.job =
                work.startMakingWay("work.queue.read", mine::read, mine::done, mine::failed)
                        .ifGivenUp(() -> mine.cut(Words.of("queue.cut.cancelled")));
    }

    /// Gives up what is being read; nothing of it is told any more.
    void forget() {
        Attempt before = attempt;
        attempt = null;
        progress.set(QueueProgress.WHOLE);
        if (before != null) {
            before.end();
        }
    }

    /// One reading from the beginning to the end.
    private final class Attempt {
        private final QueueSource source;
        private final long all;
        private final List<AlertBrief> found = new ArrayList<>();
        private final AtomicReference<@Nullable Queued> untold = new AtomicReference<>();
        private final CountDownLatch quiet = new CountDownLatch(1);
        private int next = first;
        private boolean begun;
        private int here;
        private Work.@Nullable Job job;

        Attempt(QueueSource source, int here, long all) {
            this.source = source;
            this.here = here;
            this.all = all;
        }

        Queued read() {
            source.read(alert -> {
                if (found.size() == next) {
                    next *= GROWTH;
                    post(Queued.of(found, Incidents.of(found), names.get()));
                    awaitQuiet();
                }
                found.add(alert);
            });
            return Queued.of(found, source.incidents(found), names.get());
        }

        /// Returns at once after the first portion.
        private void awaitQuiet() {
            try {
                var _ = quiet.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                quiet.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void end() {
            Work.Job mine = job;
            quiet.countDown();
            if (mine != null) {
                mine.cancel();
            }
        }

        /// Of several portions between two frames only the last is handed over.
        private void post(Queued part) {
            if (untold.getAndSet(part) == null) {
                Platform.runLater(() -> {
                    Queued now = untold.getAndSet(null);
                    if (now != null && attempt == this) {
                        here = taker.part(now);
                        progress.set(new QueueProgress.Reading(here, all));
                        begun = true;
                        goOn();
                    }
                });
            }
        }

        void done(Queued whole) {
            if (attempt == this) {
                attempt = null;
                taker.whole(whole);
                progress.set(QueueProgress.WHOLE);
            }
        }

        void failed(Failure failure) {
            if (attempt == this) {
                cut(failure.happened());
                taker.failed(failure);
            }
        }

        void cut(String why) {
            if (attempt == this) {
                attempt = null;
                quiet.countDown();
                progress.set(new QueueProgress.Cut(here, all, why));
            }
        }
    }
}
