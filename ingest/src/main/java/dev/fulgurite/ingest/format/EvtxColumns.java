package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.evtx.EvtxValue;
import java.util.Collection;
import java.util.List;

/// The columns of a Windows event, in the shape of `evtx_dump`: `Event` with `System`, `EventData`
/// or `UserData`.
final class EvtxColumns implements Columns {

    private final EvtxValue object;

    EvtxColumns(EvtxValue object) {
        this.object = object;
    }

    @Override
    public boolean has(String name) {
        return object.get(name) != null;
    }

    @Override
    public String text(String name) {
        EvtxValue value = object.get(name);
        return value == null ? "" : value.text();
    }

    @Override
    public Columns object(String name) {
        EvtxValue value = object.get(name);
        if (value == null) {
            return JsonColumns.NONE;
        }
        return value.isObject() ? new EvtxColumns(value) : Json.columns(value.text());
    }

    /// A text is one, even one that looks like a JSON list.
    @Override
    public List<String> texts(String name) {
        EvtxValue value = object.get(name);
        return value == null || value.isObject() ? List.of() : value.texts();
    }

    @Override
    public List<Columns> objects(String name) {
        return has(name) ? Json.objects(text(name)) : List.of();
    }

    @Override
    public Collection<String> names() {
        return object.names();
    }
}
