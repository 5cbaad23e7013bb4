package dev.fulgurite.bench;

import java.util.Locale;
import java.util.function.Supplier;

/// How long menus of pivots took, and pivots, from some nodes.
record Walks(Waits menus, Waits pivots) {

    Walks() {
        this(new Waits(), new Waits());
    }

    /// The last of several rounds; those before it warm up.
    static Walks last(int rounds, Supplier<Walks> round) {
        Walks last = round.get();
        for (int more = 1; more < rounds; more++) {
            last = round.get();
        }
        return last;
    }

    void print(String words, int nodes) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %4d nodes  menu %s  %5d pivots %s%n",
                words,
                nodes,
                menus,
                pivots.count(),
                pivots);
    }
}
