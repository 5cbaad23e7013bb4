package dev.fulgurite.investigation.picture;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where holes in the logs fall on a picture: on the machine whose log has one, and on the lines
/// that its source would tell of.
public final class Holes {

    private static final Set<String> BY_ACTIVITY = Set.of("INVOKED", "FROM", "TARGETED");

    private Holes() {}

    /// What is missing in the time of what is shown, in words, by the id of a card or line.
    public static Map<String, List<String>> on(Layout layout, List<Link> links, List<Gap> gaps) {
        List<Instant> times =
                Stream.concat(
                                layout.cards().stream()
                                        .map(placed -> placed.card().at())
                                        .filter(at -> !at.equals(Instant.MAX)),
                                links.stream()
                                        .flatMap(link -> link.relationships().stream())
                                        .map(one -> one.get("at"))
                                        .filter(Instant.class::isInstance)
                                        .map(Instant.class::cast))
                        .sorted()
                        .toList();
        Map<String, List<String>> holes = new HashMap<>();
        if (times.isEmpty()) {
            return holes;
        }
        for (Gap gap : gaps) {
            if (gap.meets(times.getFirst(), times.getLast())) {
                mark(gap, layout, links, holes);
            }
        }
        return holes;
    }

    private static void mark(
            Gap gap, Layout layout, List<Link> links, Map<String, List<String>> holes) {
        if (!gap.computer().isEmpty()) {
            for (Layout.Placed placed : layout.cards()) {
                if (placed.card().kind() == Kind.HOST && isNamed(placed.card(), gap.computer())) {
                    add(holes, placed.card().id(), gap);
                }
            }
            return;
        }
        for (Link link : links) {
            if (tells(gap.source(), link)) {
                add(holes, link.id(), gap);
            }
        }
    }

    private static void add(Map<String, List<String>> holes, String id, Gap gap) {
        holes.computeIfAbsent(id, i -> new ArrayList<>()).add(gap.told());
    }

    private static boolean tells(String source, Link link) {
        return link.relationships().stream().anyMatch(one -> source.equals(one.get("table")))
                || (source.equals("AzureActivity") && BY_ACTIVITY.contains(link.type()));
    }

    private static boolean isNamed(Card card, String computer) {
        String wanted = first(computer);
        return card.nodes().stream()
                .flatMap(Holes::names)
                .anyMatch(name -> first(name).equals(wanted));
    }

    private static Stream<String> names(Node node) {
        Object names = node.get("names");
        Stream<String> known =
                names instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of();
        return Stream.concat(known, Stream.of(node.key().substring(node.key().indexOf(':') + 1)));
    }

    private static String first(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        return dot < 0 ? lower : lower.substring(0, dot);
    }
}
