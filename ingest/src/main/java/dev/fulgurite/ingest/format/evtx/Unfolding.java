package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Node.Attribute;
import dev.fulgurite.ingest.format.evtx.Node.Element;
import dev.fulgurite.ingest.format.evtx.Node.Gap;
import dev.fulgurite.ingest.format.evtx.Node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element with its gaps filled, shaped as JSON:
///
/// * an element with only text is that text; any other an object of its child elements, its
///   attributes under `#attributes`, its text under `#text`;
/// * `<Data Name="a">` is member `a`; `Data` without a name are the list `Data`: `#text`;
/// * a list of values repeats the element it fills;
/// * members of a name that is taken get `_1`, `_2`, ….
record Unfolding(Element element, Values values) {

    private static final String ATTRIBUTES = "#attributes";
    private static final String TEXT = "#text";
    private static final String DATA = "Data";

    static EvtxValue of(Element element, Values values) {
        Gap gap = element.gap();
        boolean plain =
                element.leaf()
                        && hasNoAttributes(element, values)
                        && !holdsElements(element.content(), values);
        if (!plain) {
            return new EvtxObject(new Unfolding(element, values));
        }
        if (gap != null && ValueType.isList(values.type(gap.index()))) {
            List<String> items = values.items(gap.index());
            return items.size() == 1 ? EvtxText.of(items.getFirst()) : new EvtxTexts(items);
        }
        return new EvtxText(element.content(), values);
    }

    private static boolean hasNoAttributes(Element element, Values values) {
        if (element.label().isEmpty()) {
            for (Attribute attribute : element.attributes()) {
                if (!isLeftOut(attribute.gap(), values)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holdsElements(List<Node> content, Values values) {
        if (values.hasFragments()) {
            for (Node node : content) {
                if (node instanceof Gap gap && !values.fragments(gap.index()).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    Map<String, EvtxValue> members() {
        Members members = new Members();
        if (!hasNoAttributes(element, values)) {
            members.put(ATTRIBUTES, new EvtxObject(attributes()));
        }
        List<Node> text = new ArrayList<>(0);
        for (Node node : element.content()) {
            switch (node) {
                case Element child -> add(members, child, values);
                case Text own -> text.add(own);
                case Gap gap -> {
                    List<Fragment> inner = values.fragments(gap.index());
                    inner.forEach(part -> add(members, part.root(), part.values()));
                    if (inner.isEmpty()) {
                        text.add(gap);
                    }
                }
            }
        }
        EvtxText own = text.isEmpty() ? EvtxText.NONE : new EvtxText(text, values);
        if (!own.text().isEmpty()) {
            members.put(TEXT, own);
        }
        return members.byName;
    }

    private Map<String, EvtxValue> attributes() {
        Members attributes = new Members();
        for (Attribute attribute : element.attributes()) {
            if (!isLeftOut(attribute.gap(), values)) {
                attributes.put(attribute.name(), new EvtxText(attribute.content(), values));
            }
        }
        return attributes.byName;
    }

    private static void add(Members members, Element child, Values values) {
        if (isLeftOut(child.gap(), values)) {
            return;
        }
        EvtxValue value = of(child, values);
        boolean nameless = child.name().equals(DATA) && child.label().isEmpty();
        if (nameless && !(value instanceof EvtxObject)) {
            members.addNameless(value);
        } else {
            members.put(child.label().isEmpty() ? child.name() : child.label(), value);
        }
    }

    private static boolean isLeftOut(@Nullable Gap gap, Values values) {
        return gap != null && gap.optional() && values.type(gap.index()) == ValueType.NULL;
    }

    /// Members as they are found.
    private static final class Members {

        final Map<String, EvtxValue> byName = new LinkedHashMap<>();
        private Map<String, Integer> repeats = Map.of();
        private List<String> nameless = List.of();

        void put(String name, EvtxValue value) {
            EvtxValue taken = byName.putIfAbsent(name, value);
            if (taken != null && repeats.isEmpty()) {
                repeats = new HashMap<>();
            }
            while (taken != null) {
                int number = repeats.merge(name, 1, Integer::sum);
                taken = byName.putIfAbsent(name + "_" + number, value);
            }
        }

        void addNameless(EvtxValue value) {
            if (nameless.isEmpty()) {
                nameless = new ArrayList<>();
                put(DATA, new EvtxObject(Map.of(TEXT, new EvtxTexts(nameless))));
            }
            if (value instanceof EvtxTexts(List<String> texts)) {
                nameless.addAll(texts);
            } else {
                nameless.add(value.text());
            }
        }
    }
}
