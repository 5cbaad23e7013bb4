package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.evtx.EvtxValue;
import java.util.Collection;

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

    @Override
    public Collection<String> names() {
        return object.names();
    }
}
