package dev.fulgurite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// What a stretch of work took, by the clock and of the processors. On a machine that others use
/// the second is the one to compare.
///
/// @param rows records or events
record Measured(String what, long rows, long bytes, Duration clock, Duration processors) {

    /// Work that tells how many rows it dealt with.
    interface Work {
        long run() throws IOException;
    }

    static Measured of(String what, long bytes, Work work) throws IOException {
        Duration before = used();
        long start = System.nanoTime();
        long rows = work.run();
        Duration clock = Duration.ofNanos(System.nanoTime() - start);
        return new Measured(what, rows, bytes, clock, used().minus(before));
    }

    static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    Measured withBytes(long size) {
        return new Measured(what, rows, size, clock, processors);
    }

    Measured print() {
        double seconds = clock.toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-34s %,12d rows %,8d MB  %8.1f s  %8.1f s of processors  %,10.0f rows/s  %,7.0f MB/s%n",
                what,
                rows,
                bytes >> 20,
                seconds,
                processors.toNanos() / 1e9,
                rows / seconds,
                (bytes >> 20) / seconds);
        return this;
    }
}
