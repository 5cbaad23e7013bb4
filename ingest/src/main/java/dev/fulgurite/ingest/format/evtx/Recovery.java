package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Chunk.Template;
import java.util.HashMap;
import java.util.Map;

/// Keeps the templates of a file by their ids, to read records in slack: where such a record's
/// template was, newer bytes may stand.
final class Recovery {

    /// Of nodes and characters in all templates.
    private static final int MOST_KEPT = 1 << 22;

    private final boolean wanted;
    private final Map<Integer, Template> byId = new HashMap<>();
    private int kept;

    Recovery(boolean wanted) {
        this.wanted = wanted;
    }

    boolean isWanted() {
        return wanted;
    }

    /// Takes note of a template in use.
    Template seen(Template template) {
        int size = template.nodes() + template.characters();
        boolean fits = wanted && template.sound() && size <= MOST_KEPT - kept;
        if (fits && byId.putIfAbsent(template.id(), template) == null) {
            kept += size;
        }
        return template;
    }

    /// The template of this id: the one at a position when it is still that one and its names still
    /// stand, else the one that records elsewhere in the file use.
    Template template(Chunk chunk, int at, int id) throws Malformed {
        try {
            Template there = chunk.template(at);
            if (there.sound() && there.id() == id) {
                return there;
            }
        } catch (Malformed overwritten) {
            // Its bytes are others now: as if another template stood there.
        }
        Template elsewhere = byId.get(id);
        if (elsewhere == null) {
            throw new Malformed("its template is not there any more");
        }
        return elsewhere;
    }
}
