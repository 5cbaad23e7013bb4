package dev.fulgurite.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Exit codes, which scripts and schedulers rely on.
final class Exit {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int FOUND = 3;
    static final int BLIND = 4;

    private static final List<Integer> MOST_TELLING_FIRST =
            List.of(WRONG_USAGE, FAILED, FOUND, BLIND, DONE);

    private Exit() {}

    /// The code to end with when several apply.
    static int of(int... codes) {
        return IntStream.of(codes)
                .boxed()
                .min(Comparator.comparingInt(MOST_TELLING_FIRST::indexOf))
                .orElse(DONE);
    }
}
