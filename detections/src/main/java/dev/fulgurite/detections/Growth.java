package dev.fulgurite.detections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is worth telling again of an alert that is found again: that it is more urgent than it was,
/// and what came into its case. Other words, or a further copy of the same record, are not.
final class Growth {

    private static final int LISTED = 5;

    private final Alert before;
    private final Alert now;

    private Growth(Alert before, Alert now) {
        this.before = before;
        this.now = now;
    }

    /// As sentences; empty when nothing of it is worth telling.
    static List<String> of(Alert before, Alert now) {
        Growth growth = new Growth(before, now);
        List<String> told = new ArrayList<>();
        if (now.severity().compareTo(before.severity()) < 0) {
            told.add(
                    "severity rose from "
                            + before.severity().word()
                            + " to "
                            + now.severity().word());
        }
        List<String> more =
                before.leftOut() > 0 || now.leftOut() > 0 ? growth.counted() : growth.listed();
        if (!more.isEmpty()) {
            told.add("new in its case: " + String.join(", ", more));
        }
        return told;
    }

    /// Of a case too large to be kept whole, another part may be kept than before.
    private List<String> counted() {
        long more = now.nodes().size() + now.leftOut() - before.nodes().size() - before.leftOut();
        return more > 0 ? List.of(count(more, "node")) : List.of();
    }

    private List<String> listed() {
        List<String> nodes = added(before.nodes(), now.nodes());
        List<String> told = new ArrayList<>(nodes.stream().limit(LISTED).toList());
        if (nodes.size() > LISTED) {
            told.add(count(nodes.size() - LISTED, "more node"));
        }
        if (before.relationships().size() < CasePath.RELATIONSHIPS) {
            added(before.relationships(), now.relationships()).stream()
                    .collect(
                            Collectors.groupingBy(
                                    Growth::type, TreeMap::new, Collectors.counting()))
                    .forEach((type, number) ->
                            told.add(String.format(Locale.ROOT, "%,d %s", number, type)));
        }
        return told;
    }

    private static List<String> added(List<String> before, List<String> now) {
        Set<String> known = Set.copyOf(before);
        return now.stream()
                .filter(each -> !known.contains(each))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String type(String relationship) {
        return relationship.substring(0, Math.max(0, relationship.indexOf(':')));
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
