package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neo4j.io.pagecache.OutOfDiskSpaceException;

/// Tells a disk that takes nothing more from all else that may go wrong on it.
final class FullDisk {

    private static final long MEGABYTE = 1L << 20;

    /// A write may be longer than what is left.
    private static final long NEXT_TO_NOTHING = 16 * MEGABYTE;

    /// What systems say of a full disk, of a user's share that is used up, and of a file that may
    /// not grow further.
    private static final Pattern SAID =
            Pattern.compile(
                    "(?i)no space left|not enough space|quota exceeded|file too large|out of disk space");

    private FullDisk() {}

    /// The failure in words when a full disk is the reason for it.
    ///
    /// @param kept what became of that which was written before, as a sentence
    static Optional<GraphException> behind(Throwable failure, Path folder, String kept) {
        if (!isBehind(failure, folder.toFile())) {
            return Optional.empty();
        }
        String message =
                String.format(
                        Locale.ROOT,
                        "%s: the disk takes nothing more (%,d MB are free). %s Free some space"
                                + " there, then run the same again.",
                        folder,
                        folder.toFile().getUsableSpace() / MEGABYTE,
                        kept);
        return Optional.of(new GraphException(Kind.FULL, message, failure));
    }

    private static boolean isBehind(Throwable failure, File folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean said = SAID.matcher(String.valueOf(cause.getMessage())).find();
            boolean written =
                    cause instanceof IOException
                            || cause instanceof UncheckedIOException
                            || cause instanceof OutOfDiskSpaceException;
            if (written && (said || isBelow(folder, NEXT_TO_NOTHING))) {
                return true;
            }
        }
        return false;
    }

    /// Whether not even a page can be written any more.
    static boolean is(Path folder) {
        return isBelow(folder.toFile(), MEGABYTE);
    }

    /// Of a folder that is not there, and of a file system that stores nothing, Java says that no
    /// space is left.
    private static boolean isBelow(File folder, long bytes) {
        return folder.exists() && folder.getTotalSpace() > 0 && folder.getUsableSpace() < bytes;
    }
}
