package dev.fulgurite.investigation;

import java.util.Set;
import java.util.TreeSet;

/// Which paths between two nodes are looked for.
///
/// @param types relationships that may be walked; none names all of [Investigation#pathTypes()]
/// @param longest most steps of a path, up to [#LONGEST]
/// @param most paths that are given
/// @param all all paths of the least number of steps, not one
public record PathSearch(Set<String> types, int longest, int most, boolean all) {

    public static final int LONGEST = 12;

    /// One shortest path over any relationship.
    public static final PathSearch SHORTEST = new PathSearch(Set.of(), LONGEST, 1, false);

    public PathSearch {
        types = Set.copyOf(new TreeSet<>(types));
        if (longest < 1 || longest > LONGEST || most < 1) {
            throw new IllegalArgumentException(
                    "a path has 1 to " + LONGEST + " steps, and at least one is asked for");
        }
    }

    /// The shortest paths over any relationship, so many at most.
    public static PathSearch shortest(int most) {
        return new PathSearch(Set.of(), LONGEST, most, true);
    }
}
