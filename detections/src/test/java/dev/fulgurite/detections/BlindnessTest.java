package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Need.Source;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Without any one thing that it needs, a rule is blind, and never says that there is nothing.
class BlindnessTest {

    /// A rule of a folder, what it needs, and one of these needs.
    record Case(String rule, List<Need> needs, Need need) {
        @Override
        public String toString() {
            return rule + ": " + need.choices().stream().map(Source::table).toList();
        }

        private boolean isWanted() {
            return need.choices().stream().noneMatch(Source::mayBeAbsent);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void with_all_that_it_needs_a_rule_sees(Case each) {
        assertThat(blindness(each, all(each))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void without_the_tables_of_a_need_a_rule_is_blind(Case each) {
        Map<String, Set<String>> columns = all(each);
        each.need.choices().forEach(source -> columns.remove(source.table()));

        assertThat(blindness(each, columns)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void without_a_column_of_a_need_a_rule_is_blind(Case each) {
        int most =
                each.need.choices().stream()
                        .mapToInt(source -> source.columns().size())
                        .max()
                        .orElse(0);
        for (int i = 0; i < most; i++) {
            Map<String, Set<String>> columns = all(each);
            for (Source source : each.need.choices()) {
                List<List<String>> wanted = source.columns();
                if (wanted.isEmpty()) {
                    columns.remove(source.table());
                } else {
                    Set<String> left = new HashSet<>(columns.get(source.table()));
                    wanted.get(Math.min(i, wanted.size() - 1))
                            .forEach(name -> {
                                left.remove(name);
                                spelling(name).ifPresent(column -> left.add(column + ":other"));
                            });
                    columns.put(source.table(), left);
                }
            }

            assertThat(blindness(each, columns)).as("without column %s", i).isNotEmpty();
        }
    }

    private static List<String> blindness(Case each, Map<String, Set<String>> columns) {
        Ledger ledger =
                new Ledger(
                        "a", "a", "", 1, "csv", Map.of(), columns, 0, 0, 0, 0, 0, "", List.of(),
                        List.of(), true);
        return Rule.blindness(each.needs, new Ingested(List.of(ledger), List.of()), null, null);
    }

    /// Every table and column that the head of a rule names.
    private static Map<String, Set<String>> all(Case each) {
        Map<String, Set<String>> all = new HashMap<>();
        for (Need need : each.needs) {
            for (Source source : need.choices()) {
                Set<String> names = all.computeIfAbsent(source.table(), _ -> new HashSet<>());
                names.add("table");
                source.columns().forEach(names::addAll);
                source.columns().stream()
                        .flatMap(List::stream)
                        .flatMap(name -> spelling(name).stream())
                        .forEach(names::add);
            }
        }
        return all;
    }

    /// The column of `Column:spelling`.
    private static Optional<String> spelling(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(name.substring(0, colon));
    }

    static Stream<Case> wanted() {
        return cases().filter(Case::isWanted);
    }

    static Stream<Case> cases() {
        CypherLibrary library = CypherLibrary.packaged();
        return Stream.of("detections", "published")
                .flatMap(folder -> library.files(folder).stream())
                .flatMap(file -> {
                    String rule = file.source();
                    List<Need> needs = Rule.needsOf(file);
                    return needs.stream().map(need -> new Case(rule, needs, need));
                });
    }
}
