package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.util.List;

/// The part of a link that is Java: turns what its first statement read into what holds. A link
/// names it in its head (`then:`); implementations announce themselves with `@AutoService`.
public interface LinkStep {

    /// The name that the link's head uses.
    default String name() {
        return getClass().getSimpleName();
    }

    /// What holds, as the link's third statement takes it: each row has an `id`, or the keys `from`
    /// and `to` of what it ties. The same rows in any order give the same result.
    List<Row> holding(List<Row> read);
}
