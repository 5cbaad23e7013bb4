package dev.fulgurite.investigation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A canvas as it is kept between two sessions: names of what stands on it, and where. What the
/// graph says of it is read anew.
///
/// @param nodes `Label:key` each
/// @param relationships `TYPE:id` each
/// @param columns left edge of each column by its rank
/// @param look what was in view; null when everything was
public record SavedCanvas(
        List<String> nodes,
        List<String> relationships,
        List<String> members,
        Sizes spacing,
        Map<Integer, Double> columns,
        List<SavedCard> cards,
        List<SavedCut> cuts,
        List<SavedPart> waiting,
        List<String> hidden,
        Map<String, List<String>> folded,
        List<String> pinned,
        @Nullable SavedLook look) {

    /// A canvas on which nothing is.
    static final SavedCanvas BLANK =
            new SavedCanvas(
                    List.of(),
                    List.of(),
                    List.of(),
                    new Sizes(0, 0, 0, 0),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    null);

    /// This canvas, with other parts that wait to be brought onto it.
    SavedCanvas waitingFor(List<SavedPart> parts) {
        return new SavedCanvas(
                nodes,
                relationships,
                members,
                spacing,
                columns,
                cards,
                cuts,
                parts,
                hidden,
                folded,
                pinned,
                look);
    }

    /// Sizes on the plane.
    public record Sizes(double cardWidth, double cardHeight, double columnGap, double rowGap) {}

    public record SavedCard(
            String id, List<String> nodes, boolean stack, int rank, double x, double y) {}

    /// A pivot that had more results than are shown.
    ///
    /// @param more whether there may be more than `total`
    public record SavedCut(
            String from, String pivot, String title, long shown, long total, boolean more) {}

    /// What was found and was too much to be added at once.
    public record SavedPart(String title, List<String> nodes, List<String> relationships) {}

    public record SavedLook(double scale, double dx, double dy, double width, double height) {}
}
