package dev.fulgurite.ingest.format.evtx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object with members; those of an element are found when the first is asked for.
final class EvtxObject implements EvtxValue {

    private final @Nullable Unfolding source;
    private @Nullable Map<String, EvtxValue> members;

    EvtxObject(Unfolding source) {
        this.source = source;
    }

    EvtxObject(Map<String, EvtxValue> members) {
        source = null;
        this.members = members;
    }

    Map<String, EvtxValue> members() {
        if (members == null) {
            members = source == null ? new LinkedHashMap<>() : source.members();
        }
        return members;
    }

    @Override
    public String text() {
        return json();
    }

    @Override
    public Collection<String> names() {
        return members().keySet();
    }

    @Override
    public @Nullable EvtxValue get(String name) {
        return members().get(name);
    }
}
