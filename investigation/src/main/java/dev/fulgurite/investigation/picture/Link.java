package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Relationship;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The relationships of one type from one card to another, drawn as one line.
public final class Link {

    private static final Set<String> QUIET = Set.of("ON", "IN", "OF", "SAME_AS");

    /// How a line looks, and why.
    public enum Style {
        /// A record says so: solid.
        OBSERVED,
        /// A link rule concluded it: dashed, with its confidence.
        INFERRED,
        /// One of several candidates: dotted.
        AMBIGUOUS
    }

    private final String from;
    private final String to;
    private final String type;
    private final List<Relationship> relationships;
    private final String id;
    private final double confidence;
    private final Style style;
    private final int times;

    /// A line between two cards.
    ///
    /// @param from id of a card
    /// @param to id of a card
    /// @param relationships at least one, in time order
    /// @param times how often it happened, which is less often where two logs saw the same
    public Link(String from, String to, String type, List<Relationship> relationships, int times) {
        this.from = from;
        this.to = to;
        this.type = type;
        this.relationships = List.copyOf(relationships);
        this.times = times;
        this.id = from + " " + type + " " + to;
        double least = 1;
        boolean ambiguous = false;
        for (Relationship one : relationships) {
            least = Math.min(least, one.confidence());
            ambiguous |= Boolean.TRUE.equals(one.get("ambiguous"));
        }
        this.confidence = least;
        this.style = ambiguous ? Style.AMBIGUOUS : least < 1 ? Style.INFERRED : Style.OBSERVED;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public String type() {
        return type;
    }

    public List<Relationship> relationships() {
        return relationships;
    }

    public String id() {
        return id;
    }

    /// The least sure of its relationships decides.
    public double confidence() {
        return confidence;
    }

    public Style style() {
        return style;
    }

    /// True for lines that only say where or what something is: drawn lighter than what was done.
    public boolean quiet() {
        return QUIET.contains(type);
    }

    /// The verb as people read it, with how often and how sure: `ran as 0.95`.
    public String words() {
        String words = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (times > 1) {
            words += " ×" + times;
        }
        return (words + " " + figure()).strip();
    }

    /// How sure a conclusion is; `""` for what a record says.
    String figure() {
        return style == Style.OBSERVED ? "" : String.format(Locale.ROOT, "%.2f", confidence);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link link
                && id.equals(link.id)
                && times == link.times
                && relationships.equals(link.relationships);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, relationships);
    }

    @Override
    public String toString() {
        return id;
    }
}
