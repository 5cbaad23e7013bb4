package dev.fulgurite.investigation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Lets one at a time, of all windows and processes, change what lies beside a file that is there
/// for that alone.
final class FileTurn {

    private static final Duration AGAIN = Duration.ofMillis(20);

    private FileTurn() {}

    /// What is done while the lock is held.
    interface Change {
        void make() throws IOException;
    }

    /// @throws IOException also when others hold it for longer than `patience`
    static void holding(Path file, Duration patience, Change change) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!held(channel, change)) {
                if (System.nanoTime() > end) {
                    throw new IOException(file + " is held by another window");
                }
                pause();
            }
        }
    }

    private static boolean held(FileChannel channel, Change change) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            if (lock != null) {
                change.make();
            }
            return lock != null;
        } catch (OverlappingFileLockException anotherWindowOfThisProcess) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another window saves", e);
        }
    }
}
