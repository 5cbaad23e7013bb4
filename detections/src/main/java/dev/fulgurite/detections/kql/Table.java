package dev.fulgurite.detections.kql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows under named columns, and the operators of KQL that make other tables of it. It never
/// changes. With its history, a table knows every operator that it came through: then one can ask
/// which of them took a row away.
///
/// ```java
/// Table failed = activity
///         .where("Status == \"Failed\"", "Status", row -> row.text("Status").equals("Failed"))
///         .summarize(List.of("Caller"), Aggregate.count());
/// ```
public final class Table {

    private final List<String> columns;
    private final Map<String, Integer> places;
    private final List<TableRow> rows;
    private final boolean remembering;
    private final List<Step> history;

    private Table(
            List<String> columns, List<TableRow> rows, boolean remembering, List<Step> history) {
        this.columns = columns;
        this.rows = rows;
        this.remembering = remembering;
        this.history = history;
        this.places = rows.isEmpty() ? places(columns) : rows.getFirst().places();
    }

    /// A table that is read from somewhere.
    ///
    /// @param rows each with a value for each column
    /// @param remembering whether tables that are made of it know their history
    public static Table of(
            List<String> columns, List<List<@Nullable Object>> rows, boolean remembering) {
        Map<String, Integer> places = places(columns);
        List<TableRow> made = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " values for " + columns);
            }
            made.add(new TableRow(places, row.toArray()));
        }
        return new Table(List.copyOf(columns), made, remembering, List.of());
    }

    static Map<String, Integer> places(List<String> columns) {
        Map<String, Integer> places = LinkedHashMap.newLinkedHashMap(columns.size());
        for (String column : columns) {
            if (places.put(column, places.size()) != null) {
                throw new IllegalArgumentException("two columns are called " + column);
            }
        }
        return Collections.unmodifiableMap(places);
    }

    public List<String> columns() {
        return columns;
    }

    public List<TableRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /// What it came through, in order; empty when it was made without a history.
    public List<Step> history() {
        return history;
    }

    /// `where`
    ///
    /// @param operator the predicate in the words of KQL
    /// @param column what it looks at, `""` when that is not one column
    public Table where(String operator, String column, Predicate<TableRow> holds) {
        return after(operator, column, columns, rows.stream().filter(holds).toList());
    }

    /// `extend`: replaces the column where it stands, else adds it last.
    public Table extend(String column, Function<TableRow, @Nullable Object> value) {
        List<String> extended = new ArrayList<>(columns);
        int place = columns.indexOf(column);
        if (place < 0) {
            extended.add(column);
        }
        int at = place < 0 ? columns.size() : place;
        Map<String, Integer> where = place < 0 ? places(extended) : places;
        List<TableRow> made = new ArrayList<>(rows.size());
        for (TableRow row : rows) {
            @Nullable Object[] values = row.copy(extended.size());
            values[at] = value.apply(row);
            made.add(new TableRow(where, values));
        }
        return after("", "", List.copyOf(extended), made);
    }

    /// `project`: these columns in this order.
    public Table project(List<String> picked) {
        Map<String, Integer> where = places(picked);
        List<TableRow> made =
                rows.stream()
                        .map(row -> new TableRow(where, row.values(picked).toArray()))
                        .toList();
        return after("", "", List.copyOf(picked), made);
    }

    /// `project-rename`
    public Table rename(String from, String to) {
        List<String> renamed = columns.stream().map(c -> c.equals(from) ? to : c).toList();
        Map<String, Integer> where = places(renamed);
        return after("", "", renamed, rows.stream().map(row -> row.under(where)).toList());
    }

    /// `order by`: rows that are equal by it stay as they are.
    public Table order(Comparator<TableRow> by) {
        return after("", "", columns, rows.stream().sorted(by).toList());
    }

    /// `summarize … by`: the columns that it groups by, then the aggregates. Groups come in the
    /// order of their first rows.
    public Table summarize(List<String> by, Aggregate... aggregates) {
        Map<List<@Nullable Object>, List<TableRow>> groups = new LinkedHashMap<>();
        for (TableRow row : rows) {
            groups.computeIfAbsent(row.values(by), _ -> new ArrayList<>()).add(row);
        }
        List<String> made =
                Stream.concat(by.stream(), Arrays.stream(aggregates).map(Aggregate::column))
                        .toList();
        Map<String, Integer> where = places(made);
        List<TableRow> summaries = new ArrayList<>(groups.size());
        groups.forEach((key, group) -> {
            List<@Nullable Object> values = new ArrayList<>(key);
            for (Aggregate aggregate : aggregates) {
                values.add(aggregate.of().apply(group));
            }
            summaries.add(new TableRow(where, values.toArray()));
        });
        return after("summarize by " + String.join(", ", by), "", made, summaries);
    }

    /// `join` on columns that both sides have.
    public Table join(JoinKind kind, Table right, String... columns) {
        return join(kind, right, Arrays.stream(columns).map(On::same).toList());
    }

    /// `join`: the left columns, then the right ones, with 1, 2, … behind a name that is there
    /// already; of semi and anti joins the columns of the side that they keep.
    public Table join(JoinKind kind, Table right, List<On> on) {
        Table joined = new Joining(this, right, on).of(kind);
        if (!remembering) {
            return joined;
        }
        String operator =
                "join kind="
                        + kind
                        + " on "
                        + on.stream().map(On::toString).collect(Collectors.joining(", "));
        List<Step> steps = new ArrayList<>(history);
        steps.addAll(right.history);
        steps.add(new Step(operator, "", this, joined));
        steps.add(new Step(operator, "", right, joined));
        return new Table(joined.columns, joined.rows, true, List.copyOf(steps));
    }

    /// `ipv4_lookup`: each row with every row of `ranges` whose range holds its address; an address
    /// that is none of IPv4 is held by none.
    public Table ipv4Lookup(Table ranges, String address, String range) {
        Joining joining = new Joining(this, ranges, List.of());
        Table found = joining.ipv4(address, range);
        return after("ipv4_lookup of " + address, address, found.columns, found.rows);
    }

    /// A table without history over the same rows.
    static Table plain(List<String> columns, List<TableRow> rows) {
        return new Table(columns, rows, false, List.of());
    }

    private Table after(String operator, String column, List<String> columns, List<TableRow> rows) {
        Table next = new Table(columns, rows, remembering, history);
        if (!remembering || operator.isEmpty()) {
            return next;
        }
        List<Step> steps = new ArrayList<>(history);
        steps.add(new Step(operator, column, this, next));
        return new Table(columns, rows, true, List.copyOf(steps));
    }
}
