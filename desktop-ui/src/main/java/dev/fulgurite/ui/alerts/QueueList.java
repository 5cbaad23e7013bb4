package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.alerts.Queued.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the queue shows: filtered, sorted, grouped.
///
/// @param matching how many alerts the filter lets through, those in folded incidents too
/// @param all how many alerts there are
public record QueueList(List<AlertRow> rows, int matching, int all) {

    static final QueueList NOTHING = new QueueList(List.of(), 0, 0);

    private static final Comparator<Entry> IN_TIME =
            Comparator.comparing((Entry entry) -> entry.alert().time())
                    .thenComparing(entry -> entry.alert().id());

    public QueueList {
        rows = List.copyOf(rows);
    }

    /// How the queue is looked at.
    ///
    /// @param unfolded incidents whose alerts are all shown
    record Wish(QueueFilter filter, QueueOrder order, boolean grouped, Set<String> unfolded) {}

    static QueueList of(Queued queued, Wish wish) {
        List<String> words = wish.filter().words();
        List<Entry> found =
                queued.entries().stream()
                        .filter(entry -> wish.filter().admits(entry, words))
                        .sorted(Comparator.comparing(Entry::alert, wish.order().comparator()))
                        .toList();
        List<AlertRow> rows =
                wish.grouped()
                        ? grouped(queued, found, wish.unfolded())
                        : found.stream()
                                .map(entry ->
                                        new AlertRow(entry.alert(), entry.entities(), null, false))
                                .toList();
        return new QueueList(rows, found.size(), queued.size());
    }

    private static List<AlertRow> grouped(Queued queued, List<Entry> found, Set<String> unfolded) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : found) {
            String lead = queued.incident(entry.alert()).lead().id();
            groups.computeIfAbsent(lead, _ -> new ArrayList<>(1)).add(entry);
        }
        List<AlertRow> rows = new ArrayList<>(groups.size());
        groups.forEach((lead, entries) -> group(queued, lead, entries, unfolded, rows));
        return rows;
    }

    /// An incident is headed by its lead, or by the first in order where the filter keeps that out.
    private static void group(
            Queued queued,
            String lead,
            List<Entry> entries,
            Set<String> unfolded,
            List<AlertRow> rows) {
        Entry head =
                entries.stream()
                        .filter(entry -> entry.alert().id().equals(lead))
                        .findFirst()
                        .orElse(entries.getFirst());
        int all = queued.incident(head.alert()).size();
        boolean folded = !unfolded.contains(lead);
        AlertRow.Group group =
                all == 1 ? null : new AlertRow.Group(lead, entries.size(), all, folded);
        rows.add(new AlertRow(head.alert(), head.entities(), group, false));
        if (!folded) {
            entries.stream()
                    .filter(entry -> !entry.alert().id().equals(head.alert().id()))
                    .sorted(IN_TIME)
                    .map(entry -> new AlertRow(entry.alert(), entry.entities(), null, true))
                    .forEach(rows::add);
        }
    }
}
