package dev.fulgurite.ui.files;

import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.ui.work.Failure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an import is.
public sealed interface ImportState {

    /// None since the graph was opened, or its result was read and put away.
    record Idle() implements ImportState {}

    /// Files are being read.
    ///
    /// @param files found in all, 0 while they are being looked for
    /// @param done files that were read
    /// @param fraction of all bytes, as far as their number is known
    /// @param records of this import
    /// @param rate records a second
    /// @param left null while there is nothing to guess it from
    /// @param stopping whether it was told to stop at the next safe point
    record Reading(
            int files,
            int done,
            List<FileProgress> underWay,
            double fraction,
            long records,
            long rate,
            @Nullable Duration left,
            boolean stopping)
            implements ImportState {
        public Reading {
            underWay = List.copyOf(underWay);
        }
    }

    /// All was read, and is being made a graph.
    ///
    /// @param part of it that is done, from 0 to 1
    record Building(double part, boolean stopping) implements ImportState {}

    /// What different logs saw of the same things is being tied.
    ///
    /// @param link which of all links, from 1
    /// @param part of this link that is done, from 0 to 1
    record Linking(String title, int link, int links, double part, boolean stopping)
            implements ImportState {
        double fraction() {
            return (link - 1 + part) / links;
        }
    }

    record Detecting() implements ImportState {}

    /// It came to its end, or to where it was stopped.
    ///
    /// @param stopped before its end: what was stored stays
    /// @param raised open alerts that were not there before
    record Finished(IngestReport report, boolean stopped, long raised) implements ImportState {}

    record Failed(Failure failure) implements ImportState {}

    /// One file that is being read, of which so much is done.
    record FileProgress(String name, long bytes, long size, long records) {
        double fraction() {
            return size <= 0 ? 0 : Math.min(1, (double) bytes / size);
        }
    }

    /// As it is once it was told to stop at the next safe point.
    default ImportState asStopping() {
        return switch (this) {
            case Reading r ->
                    new Reading(
                            r.files(),
                            r.done(),
                            r.underWay(),
                            r.fraction(),
                            r.records(),
                            r.rate(),
                            r.left(),
                            true);
            case Building(double part, _) -> new Building(part, true);
            case Linking(String title, int link, int links, double part, _) ->
                    new Linking(title, link, links, part, true);
            case Idle _, Detecting _, Finished _, Failed _ -> this;
        };
    }

    /// Whether it is under way.
    default boolean isBusy() {
        return switch (this) {
            case Reading _, Building _, Linking _, Detecting _ -> true;
            case Idle _, Finished _, Failed _ -> false;
        };
    }
}
