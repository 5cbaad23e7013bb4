package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Relationship;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The relationships of one type from one card to another, drawn as one line.
///
/// @param from id of a card
/// @param to id of a card
/// @param relationships at least one, in time order
public record Link(String from, String to, String type, List<Relationship> relationships) {

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

    public Link {
        relationships = List.copyOf(relationships);
    }

    public String id() {
        return from + " " + type + " " + to;
    }

    /// The least sure of its relationships decides.
    public double confidence() {
        return relationships.stream().mapToDouble(Relationship::confidence).min().orElse(1);
    }

    public Style style() {
        if (relationships.stream().anyMatch(one -> Boolean.TRUE.equals(one.get("ambiguous")))) {
            return Style.AMBIGUOUS;
        }
        return confidence() < 1 ? Style.INFERRED : Style.OBSERVED;
    }

    /// True for lines that only say where or what something is: drawn lighter than what was done.
    public boolean quiet() {
        return QUIET.contains(type);
    }

    /// The verb as people read it, with how often and how sure: `ran as 0.95`.
    public String words() {
        String words = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (relationships.size() > 1) {
            words += " ×" + relationships.size();
        }
        if (style() != Style.OBSERVED) {
            words += String.format(Locale.ROOT, " %.2f", confidence());
        }
        return words;
    }
}
