package dev.fulgurite.ingest.format.evtx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of an element as its template has it, with gaps where values go.
sealed interface Node {

    record Text(String text) implements Node {}

    /// A gap. Without a value an optional one leaves out the element or attribute that it fills.
    record Gap(int index, boolean optional) implements Node {}

    /// An attribute.
    ///
    /// @param gap the gap that is all of its value, if so
    record Attribute(String name, List<Node> content, @Nullable Gap gap) {

        static Attribute of(String name, List<Node> content) {
            List<Node> value = List.copyOf(content);
            return new Attribute(name, value, onlyGap(value));
        }
    }

    /// An element with what is in it.
    ///
    /// @param gap the gap that is all of the content, if so
    /// @param label the `Name` that a `Data` element has in its template; `""` when it has none
    /// @param leaf whether no elements lie in it, but for those that its gaps may bring
    record Element(
            String name,
            List<Attribute> attributes,
            List<Node> content,
            @Nullable Gap gap,
            String label,
            boolean leaf)
            implements Node {

        static Element of(String name, List<Attribute> attributes, List<Node> content) {
            List<Attribute> own = List.copyOf(attributes);
            List<Node> inside = List.copyOf(content);
            boolean leaf = inside.stream().noneMatch(Element.class::isInstance);
            return new Element(name, own, inside, onlyGap(inside), label(name, own), leaf);
        }

        private static String label(String name, List<Attribute> attributes) {
            boolean data = name.equals("Data") && attributes.size() == 1;
            Attribute only = data ? attributes.getFirst() : null;
            return only != null
                            && only.name().equals("Name")
                            && only.content().size() == 1
                            && only.content().getFirst() instanceof Text text
                    ? text.text()
                    : "";
        }
    }

    private static @Nullable Gap onlyGap(List<Node> content) {
        return content.size() == 1 && content.getFirst() instanceof Gap gap ? gap : null;
    }
}
