package dev.fulgurite.ui;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Watches one thread that works through a queue of tasks, such as a window's. Beats are posted
/// into the queue every few milliseconds, so that between two of them lies one task or very few;
/// each beat reads the processor time its thread took since the last one. While a beat is late the
/// thread's stack is looked at.
///
/// A task that takes more than [#LIMIT] of processor time is found, and one that waits for a lock,
/// a sleep, a file or a socket for more than some 20 ms. Allowances are made: a task that loads
/// many classes is the first of its kind in this process and may take [#FIRST_USE] and half a
/// millisecond for each (in the product these classes come out of the AOT cache); what is found at
/// a place for the first time ran uncompiled and may take as long once, within JavaFX itself once
/// in each test, which may style what was not shown before; reading the program's own classes and
/// resources is no file access; and JavaFX waits for its renderer whenever a window, a menu's too,
/// opens or closes.
final class ThreadWatch implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMillis(100);
    static final Duration FIRST_USE = Duration.ofMillis(500);
    private static final int MANY_CLASSES = 40;
    private static final Duration A_CLASS = Duration.ofNanos(500_000);

    private static final String TOOLKIT = "JavaFX itself";

    private static final Duration BEAT = Duration.ofMillis(2);
    private static final Duration LATE = Duration.ofMillis(12);
    private static final int MOST_WAITING = 200;

    private static final List<String> ACCESS =
            List.of(
                    "java.io.FileInputStream",
                    "java.io.FileOutputStream",
                    "java.io.RandomAccessFile",
                    "java.io.UnixFileSystem",
                    "java.nio.file.",
                    "sun.nio.fs.",
                    "sun.nio.ch.",
                    "java.net.Socket",
                    "java.net.InetAddress",
                    "java.net.http.");
    private static final List<String> OWN_FILES =
            List.of(
                    "java.lang.ClassLoader",
                    "jdk.internal.loader.",
                    "java.util.ResourceBundle",
                    "com.sun.javafx.css.StyleManager",
                    "com.sun.javafx.font.");
    private static final List<String> SCREEN = List.of("com.sun.glass.ui.headless.HeadlessWindow");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    private final Executor queue;
    private final Predicate<String> ours;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread watchdog = new Thread(this::watch, "thread-watch");
    private final List<ThreadInfo> seen = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private volatile long watched;
    private volatile long lastBeat;
    private volatile boolean over;
    private long lastTime;
    private long lastClasses;
    private int pauses;
    private boolean forgive;

    /// @param queue runs tasks on the watched thread, in turn
    /// @param ours names of the classes that are to answer for what they do on that thread
    ThreadWatch(Executor queue, Predicate<String> ours) {
        this.queue = queue;
        this.ours = ours;
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /// What was found since this was asked last, each with its place and stack.
    synchronized List<String> takeFindings() {
        List<String> all = List.copyOf(findings);
        findings.clear();
        met.remove(TOOLKIT);
        return all;
    }

    /// Until [#resume()] nothing is found, not even what is under way now.
    synchronized void pause() {
        pauses++;
        forgive = true;
    }

    synchronized void resume() {
        pauses--;
    }

    private void watch() {
        while (!over) {
            if (waiting.get() < MOST_WAITING) {
                waiting.incrementAndGet();
                queue.execute(this::beat);
            }
            if (watched != 0 && System.nanoTime() - lastBeat > LATE.toNanos()) {
                look();
            }
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        ThreadInfo now = threads.getThreadInfo(watched, Integer.MAX_VALUE);
        synchronized (this) {
            if (now != null) {
                seen.add(now);
            }
        }
    }

    private synchronized void beat() {
        waiting.decrementAndGet();
        long time = threads.getCurrentThreadCpuTime();
        long loaded = classes.getTotalLoadedClassCount();
        if (watched != 0 && pauses == 0 && !forgive) {
            judge(time - lastTime, loaded - lastClasses);
        }
        forgive = pauses > 0;
        seen.clear();
        lastTime = time;
        lastClasses = loaded;
        watched = Thread.currentThread().threadId();
        lastBeat = System.nanoTime();
    }

    private void judge(long took, long loaded) {
        Duration limit =
                loaded >= MANY_CLASSES ? FIRST_USE.plus(A_CLASS.multipliedBy(loaded)) : LIMIT;
        ThreadInfo amid = seen.isEmpty() ? null : seen.get(seen.size() / 2);
        boolean isLong = took > limit.toNanos() && !isScreen();
        boolean cold = isLong && took <= FIRST_USE.toNanos() && met.add(place(amid));
        if (isLong && !cold) {
            found(
                    String.format(
                            Locale.ROOT,
                            "a task took %d ms of processor time (%d classes loaded)",
                            Duration.ofNanos(took).toMillis(),
                            loaded),
                    amid);
        }
        List<ThreadInfo> blocked = seen.stream().filter(this::blocks).toList();
        if (blocked.size() > 1) {
            found("it waited (" + blocked.getFirst().getThreadState() + ")", blocked.getFirst());
        }
    }

    private boolean isScreen() {
        long copying =
                seen.stream()
                        .filter(at ->
                                Arrays.stream(at.getStackTrace())
                                        .anyMatch(frame -> starts(frame, SCREEN)))
                        .count();
        return copying * 2 > seen.size();
    }

    private boolean blocks(ThreadInfo at) {
        StackTraceElement[] stack = at.getStackTrace();
        boolean answerable = Arrays.stream(stack).anyMatch(this::isOurs);
        boolean ownFile = Arrays.stream(stack).anyMatch(frame -> starts(frame, OWN_FILES));
        return answerable
                && !ownFile
                && Arrays.stream(stack).noneMatch(ThreadWatch::isRenderLock)
                && (at.getThreadState() != Thread.State.RUNNABLE || accesses(stack));
    }

    private static boolean isRenderLock(StackTraceElement frame) {
        return frame.getMethodName().equals("runWithRenderLock")
                && frame.getClassName().equals("com.sun.javafx.tk.quantum.QuantumToolkit");
    }

    /// Whether the code of the product that is deepest in a stack called a file or a socket.
    private boolean accesses(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .takeWhile(frame -> !isOurs(frame))
                .anyMatch(frame -> starts(frame, ACCESS));
    }

    private boolean isOurs(StackTraceElement frame) {
        return ours.test(frame.getClassName());
    }

    private static boolean starts(StackTraceElement frame, List<String> names) {
        return names.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private void found(String what, ThreadInfo at) {
        StackTraceElement[] stack = stack(at);
        StringBuilder text = new StringBuilder(what).append(" in ").append(place(at));
        Arrays.stream(stack).limit(60).forEach(frame -> text.append("\n    at ").append(frame));
        findings.add(text.toString());
    }

    /// The code of the product that is deepest in a stack.
    private String place(@Nullable ThreadInfo at) {
        return Arrays.stream(stack(at))
                .filter(this::isOurs)
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse(TOOLKIT);
    }

    private static StackTraceElement[] stack(@Nullable ThreadInfo at) {
        return at == null ? new StackTraceElement[0] : at.getStackTrace();
    }

    @Override
    public void close() {
        over = true;
        watchdog.interrupt();
    }
}
