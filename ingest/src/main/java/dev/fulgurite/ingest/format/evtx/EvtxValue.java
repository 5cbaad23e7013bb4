package dev.fulgurite.ingest.format.evtx;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event holds, shaped as JSON: an object, a list of texts, or a text. It is made of the
/// file's bytes when it is asked for; asking never fails.
public sealed interface EvtxValue permits EvtxObject, EvtxText, EvtxTexts {

    /// A text as it is, `""` for one that is absent; anything else as compact JSON.
    String text();

    default boolean isObject() {
        return this instanceof EvtxObject;
    }

    /// The texts of a list; the one text of a text that is not empty; of an object none.
    default List<String> texts() {
        return isObject() || text().isEmpty() ? List.of() : List.of(text());
    }

    /// Names of an object's members in the order of the file; of anything else none.
    default Collection<String> names() {
        return List.of();
    }

    /// A member of an object, or null.
    default @Nullable EvtxValue get(String name) {
        return null;
    }

    /// The value as compact JSON: control characters and lone halves of characters escaped, so that
    /// it is well-formed and safe to print.
    default String json() {
        StringBuilder json = new StringBuilder(1 << 10);
        EvtxJson.write(this, json);
        return json.toString();
    }
}
