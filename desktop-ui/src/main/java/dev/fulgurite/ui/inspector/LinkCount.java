package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.Neighbourhood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many neighbours a node has by one type of relationship in one direction.
///
/// @param outgoing from this node to the others
/// @param other label of the neighbours
public record LinkCount(String type, boolean outgoing, String other, long count) {

    static List<LinkCount> of(NodeRef centre, Neighbourhood around) {
        Map<List<Object>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
        for (Relationship one : around.graph().relationships()) {
            boolean outgoing = one.from().equals(centre);
            NodeRef other = outgoing ? one.to() : one.from();
            counts.merge(List.of(one.type(), outgoing, other.label()), 1L, Long::sum);
        }
        List<LinkCount> links = new ArrayList<>();
        counts.forEach((key, count) ->
                links.add(
                        new LinkCount(
                                key.get(0).toString(),
                                (Boolean) key.get(1),
                                key.get(2).toString(),
                                count)));
        links.sort(Comparator.comparingLong(LinkCount::count).reversed());
        return links;
    }

    public String verb() {
        return type.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
