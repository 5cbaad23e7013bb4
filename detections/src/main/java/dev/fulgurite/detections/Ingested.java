package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the evidence files that were read hold, all together: tables with the columns that any of
/// their events fills, and gaps.
final class Ingested {

    private static final String OPERATIONAL = "Microsoft-Windows-PowerShell/Operational";

    /// Channels whose records are events of a table of another name.
    private static final Map<String, String> TABLES =
            Map.of(
                    "windows powershell",
                    "WindowsPowerShell",
                    "powershellcore/operational",
                    OPERATIONAL);

    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Map<String, Long> records = new HashMap<>();
    private final List<Gap> gaps;
    private final Map<String, List<Gap>> gapsByTable;

    Ingested(List<Ledger> ledgers, List<Gap> gaps) {
        for (Ledger ledger : ledgers) {
            ledger.columns()
                    .forEach((table, names) ->
                            columns.computeIfAbsent(lower(table), _ -> new TreeSet<>())
                                    .addAll(names));
            ledger.tables()
                    .forEach((table, count) -> records.merge(lower(table), count, Long::sum));
        }
        this.gaps = List.copyOf(gaps);
        this.gapsByTable =
                gaps.stream().collect(Collectors.groupingBy(gap -> tableOf(gap.source())));
    }

    static Ingested in(InvestigationGraph graph, CypherLibrary library) {
        return new Ingested(graph.ledgers(), Gaps.in(graph, library));
    }

    private static String tableOf(String source) {
        return lower(TABLES.getOrDefault(lower(source), source));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Set<String> columns(String table) {
        return columns.getOrDefault(lower(table), Set.of());
    }

    /// Whether any record of a table became an event.
    boolean holds(String table) {
        return columns.containsKey(lower(table));
    }

    /// Why it does not.
    String absence(String table) {
        long rejected = records.getOrDefault(lower(table), 0L);
        return rejected == 0
                ? "no " + table + " was ingested"
                : String.format(
                        Locale.ROOT,
                        "none of the %,d records of %s could be used; the ledger says why",
                        rejected,
                        table);
    }

    /// Whether any event of a table fills a column; of `Column:spelling`, whether any is spelt so,
    /// or the column is filled, but never with what has spellings.
    boolean fills(String table, String column) {
        Set<String> filled = columns(table);
        int colon = column.indexOf(':');
        return filled.contains(column)
                || (colon >= 0
                        && filled.contains(column.substring(0, colon))
                        && spellings(table, column).isEmpty());
    }

    /// Why it does not, of columns each of which would be enough.
    String emptiness(String table, List<String> names) {
        String first = names.getFirst();
        int colon = first.indexOf(':');
        if (colon < 0) {
            return "no record of " + table + " has " + String.join(" or ", names);
        }
        String column = first.substring(0, colon);
        if (spellings(table, first).isEmpty()) {
            return "no record of " + table + " has " + column;
        }
        return String.format(
                Locale.ROOT,
                "no record of %s has %s spelt as the rule compares it (%s); here it is %s",
                table,
                column,
                names.stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .collect(Collectors.joining(" or ")),
                String.join(", ", spellings(table, first)));
    }

    private List<String> spellings(String table, String column) {
        String beginning = column.substring(0, column.indexOf(':') + 1);
        return columns(table).stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .toList();
    }

    /// Those of all sources, in the order in which they were found.
    List<Gap> gaps() {
        return gaps;
    }

    List<Gap> gaps(String table) {
        return gapsByTable.getOrDefault(lower(table), List.of());
    }
}
