package dev.fulgurite.detections.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two tables that are being joined: by hash, so in time that grows with their rows and their
/// pairs.
final class Joining {

    private final Table left;
    private final Table right;
    private final List<String> leftKeys;
    private final List<String> rightKeys;

    Joining(Table left, Table right, List<On> on) {
        this.left = left;
        this.right = right;
        this.leftKeys = on.stream().map(On::left).toList();
        this.rightKeys = on.stream().map(On::right).toList();
    }

    Table of(JoinKind kind) {
        return switch (kind) {
            case INNER -> pairs(left.rows(), false);
            case INNERUNIQUE -> pairs(firstOfEach(), false);
            case LEFTOUTER -> pairs(left.rows(), true);
            case LEFTSEMI -> matching(left, leftKeys, right, rightKeys, true);
            case LEFTANTI -> matching(left, leftKeys, right, rightKeys, false);
            case RIGHTSEMI -> matching(right, rightKeys, left, leftKeys, true);
            case RIGHTANTI -> matching(right, rightKeys, left, leftKeys, false);
        };
    }

    private List<TableRow> firstOfEach() {
        Map<List<@Nullable Object>, TableRow> first = new LinkedHashMap<>();
        left.rows().forEach(row -> first.putIfAbsent(row.values(leftKeys), row));
        return List.copyOf(first.values());
    }

    private static Table matching(
            Table kept, List<String> keys, Table other, List<String> otherKeys, boolean wanted) {
        Set<List<@Nullable Object>> there = new HashSet<>();
        other.rows().forEach(row -> there.add(row.values(otherKeys)));
        return Table.plain(
                kept.columns(),
                kept.rows().stream()
                        .filter(row -> {
                            List<@Nullable Object> key = row.values(keys);
                            return (isWhole(key) && there.contains(key)) == wanted;
                        })
                        .toList());
    }

    private Table pairs(List<TableRow> lefts, boolean outer) {
        Map<List<@Nullable Object>, List<TableRow>> byKey = new HashMap<>();
        right.rows()
                .forEach(row ->
                        byKey.computeIfAbsent(row.values(rightKeys), _ -> new ArrayList<>())
                                .add(row));
        Pairs pairs = new Pairs();
        for (TableRow row : lefts) {
            List<@Nullable Object> key = row.values(leftKeys);
            List<TableRow> matches = isWhole(key) ? byKey.getOrDefault(key, List.of()) : List.of();
            matches.forEach(match -> pairs.add(row, match));
            if (outer && matches.isEmpty()) {
                pairs.add(row, null);
            }
        }
        return pairs.table();
    }

    /// See [Table#ipv4Lookup]: the ranges are looked up by each length that any of them has.
    Table ipv4(String address, String range) {
        Map<Ipv4.Prefix, List<TableRow>> byPrefix = new HashMap<>();
        for (TableRow row : right.rows()) {
            Ipv4.Prefix prefix = Ipv4.prefix(row.text(range));
            if (prefix != null) {
                byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(row);
            }
        }
        List<Integer> lengths =
                byPrefix.keySet().stream().map(Ipv4.Prefix::length).distinct().sorted().toList();
        Pairs pairs = new Pairs();
        for (TableRow row : left.rows()) {
            OptionalInt parsed = Ipv4.parse(row.text(address));
            for (int length : parsed.isPresent() ? lengths : List.<Integer>of()) {
                byPrefix.getOrDefault(Ipv4.Prefix.of(parsed.getAsInt(), length), List.of())
                        .forEach(match -> pairs.add(row, match));
            }
        }
        return pairs.table();
    }

    private static boolean isWhole(List<@Nullable Object> key) {
        return key.stream().noneMatch(Objects::isNull);
    }

    /// Left rows with right ones beside them.
    private final class Pairs {

        private final List<String> columns = columns();
        private final Map<String, Integer> places = Table.places(columns);
        private final List<TableRow> rows = new ArrayList<>();

        void add(TableRow row, @Nullable TableRow beside) {
            int width = left.columns().size();
            @Nullable Object[] values = row.copy(columns.size());
            if (beside != null) {
                int more = right.columns().size();
                System.arraycopy(beside.copy(more), 0, values, width, more);
            }
            rows.add(new TableRow(places, values));
        }

        Table table() {
            return Table.plain(columns, rows);
        }

        private List<String> columns() {
            Set<String> taken = new HashSet<>(left.columns());
            List<String> columns = new ArrayList<>(left.columns());
            for (String column : right.columns()) {
                String name = column;
                for (int i = 1; !taken.add(name); i++) {
                    name = column + i;
                }
                columns.add(name);
            }
            return columns;
        }
    }
}
