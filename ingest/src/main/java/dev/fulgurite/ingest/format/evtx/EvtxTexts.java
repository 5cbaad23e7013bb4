package dev.fulgurite.ingest.format.evtx;

import java.util.List;

/// A list of texts.
record EvtxTexts(List<String> texts) implements EvtxValue {

    @Override
    public String text() {
        return json();
    }
}
