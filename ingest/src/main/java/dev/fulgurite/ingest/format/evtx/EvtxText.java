package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Node.Gap;
import dev.fulgurite.ingest.format.evtx.Node.Text;
import java.util.List;

/// The text of an element or attribute.
///
/// @param content without elements
record EvtxText(List<Node> content, Values values) implements EvtxValue {

    static final EvtxText NONE = new EvtxText(List.of(), Values.NONE);

    static EvtxText of(String text) {
        return new EvtxText(List.of(new Text(text)), Values.NONE);
    }

    @Override
    public String text() {
        if (content.size() == 1) {
            return text(content.getFirst());
        }
        StringBuilder text = new StringBuilder();
        content.forEach(node -> text.append(text(node)));
        return text.toString();
    }

    private String text(Node node) {
        return switch (node) {
            case Text text -> text.text();
            case Gap gap -> values.text(gap.index());
            case Node.Element _ -> "";
        };
    }

    boolean isNull() {
        return content.isEmpty()
                || (content.size() == 1
                        && content.getFirst() instanceof Gap gap
                        && values.type(gap.index()) == ValueType.NULL);
    }

    /// Whether JSON writes it without quotes.
    boolean isBare() {
        return content.size() == 1
                && content.getFirst() instanceof Gap gap
                && values.isJsonNumber(gap.index());
    }
}
