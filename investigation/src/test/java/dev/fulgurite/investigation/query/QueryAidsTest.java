package dev.fulgurite.investigation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.QueryHistory;
import dev.fulgurite.investigation.ResultText;
import dev.fulgurite.investigation.SavedQueries;
import dev.fulgurite.investigation.query.CypherText.Kind;
import dev.fulgurite.investigation.query.CypherText.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands around a query: its words, ways on, what is kept, results as text.
class QueryAidsTest {

    private static final Completer COMPLETER =
            new Completer(new Vocabulary(CypherLibrary.packaged()));

    @TempDir Path folder;

    @Test
    void the_words_of_a_query_are_known_for_what_they_are() {
        assertThat(
                        CypherText.words(
                                "MATCH (h:Host|Account)-[r:RAN]->({key: $k}) // x\nRETURN h.key, count(r), 'a'"))
                .extracting(Word::text, Word::kind)
                .contains(
                        tuple("MATCH", Kind.KEYWORD),
                        tuple("h", Kind.NAME),
                        tuple("Host", Kind.LABEL),
                        tuple("Account", Kind.LABEL),
                        tuple("RAN", Kind.TYPE),
                        tuple("$k", Kind.PARAMETER),
                        tuple("// x", Kind.COMMENT),
                        tuple("key", Kind.PROPERTY),
                        tuple("'a'", Kind.TEXT))
                .doesNotContain(tuple("key", Kind.LABEL));
    }

    @Test
    void in_the_file_of_a_rule_the_keys_of_the_head_and_of_examples_stand_out() {
        String rule =
                "// title: Who: it was\n//   more of it\nMATCH (h:Host) // note: none\nRETURN h;\n\n"
                        + "// fires on: a host\nCREATE (:Host);\n";

        assertThat(CypherText.ruleWords(rule))
                .filteredOn(word -> word.kind() == Kind.HEAD)
                .extracting(Word::text)
                .containsExactly("title:", "fires on:");
        assertThat(CypherText.ruleWords(rule))
                .allMatch(word -> rule.substring(word.from(), word.to()).equals(word.text()))
                .extracting(Word::text, Word::kind)
                .contains(
                        tuple(" Who: it was", Kind.COMMENT),
                        tuple("//   more of it", Kind.COMMENT),
                        tuple("// note: none", Kind.COMMENT),
                        tuple("Host", Kind.LABEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MATCH (n:", "RETURN 'open", "/* open", "`open", "}])(", "", "\u0000☃ \\"})
    void any_text_has_words_in_order_that_do_not_overlap(String text) {
        int at = 0;
        for (Word word : CypherText.words(text)) {
            assertThat(word.from()).isGreaterThanOrEqualTo(at);
            assertThat(text.substring(word.from(), word.to())).isEqualTo(word.text());
            at = word.to();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MATCH (h:Ho; Host",
                "MATCH (h:Host|Acc; Account",
                "MATCH ()-[r:LED; LED_TO",
                "MATCH (c:Caller) RETURN c.ident; identity",
                "MATCH (c:Caller) RET; RETURN",
                "MATCH (machine:Host) RETURN mach; machine"
            })
    void a_word_is_completed_by_what_it_is_about_to_be(String text, String expected) {
        assertThat(COMPLETER.at(text, text.length(), false).all())
                .first()
                .satisfies(proposal -> assertThat(proposal.text()).isEqualTo(expected));
    }

    @Test
    void nothing_is_proposed_inside_texts_and_comments_or_for_a_word_that_is_whole() {
        for (String text :
                List.of("RETURN 'Ho", "// MAT", "MATCH (h:VirtualMachine", "RETURN 1 ")) {
            assertThat(COMPLETER.at(text, text.length(), false).all()).as(text).isEmpty();
        }
        assertThat(COMPLETER.at("", 0, true).all()).isNotEmpty();
    }

    @Test
    void a_saved_query_is_a_file_and_a_damaged_one_is_told() throws IOException {
        SavedQueries saved = new SavedQueries(folder.resolve("queries"));
        assertThat(saved.list().queries()).isEmpty();
        saved.save("All hosts", "MATCH (h:Host) RETURN h");
        saved.save("All hosts", "MATCH (h:Host) RETURN h.key");
        Files.write(folder.resolve("queries/broken.cypher"), new byte[] {(byte) 0xff, 1});
        Files.writeString(folder.resolve("queries/empty.cypher"), " ");

        SavedQueries.Shelf shelf = saved.list();
        assertThat(shelf.queries())
                .containsExactly(
                        new SavedQueries.Saved("All hosts", "MATCH (h:Host) RETURN h.key\n"));
        assertThat(shelf.damaged())
                .containsExactly("broken.cypher: not text in UTF-8", "empty.cypher: empty");
        saved.delete("All hosts");
        assertThat(saved.list().queries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../up", "a/b", ".hidden", "a\\b", "nul\u0000"})
    void a_name_that_could_be_a_path_is_refused(String name) {
        assertThatThrownBy(() -> new SavedQueries(folder).save(name, "RETURN 1"))
                .hasMessageContaining("name");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_history_is_bounded_has_each_query_once_and_outlives_a_damaged_line()
            throws IOException {
        Path file = folder.resolve("history.jsonl");
        QueryHistory history = new QueryHistory(file);
        history.add("RETURN 'two\nlines'");
        history.add("RETURN 2");
        history.add("RETURN 'two\nlines'");
        assertThat(history.read().queries()).containsExactly("RETURN 'two\nlines'", "RETURN 2");

        Files.writeString(file, "not json\n\"RETURN 3\"\n");
        assertThat(history.read()).isEqualTo(new QueryHistory.Past(List.of("RETURN 3"), 1));
        Files.write(
                file,
                IntStream.range(0, QueryHistory.KEPT + 5).mapToObj(i -> "\"q" + i + "\"").toList());
        history.add("last");
        assertThat(history.read().queries()).hasSize(QueryHistory.KEPT).startsWith("last");
    }

    @Test
    void the_journal_keeps_the_last_statements_and_writes_parameters_in() {
        Journal journal = new Journal(CypherLibrary.packaged());
        for (int i = 0; i < Journal.KEPT + 3; i++) {
            journal.heard(Query.of("RETURN $n", Map.of("n", (long) i)));
        }
        Map<String, Object> nasty = Map.of("key", "it's'}) // $other", "label", "Host");
        journal.heard(Query.of("MATCH (n:$($label) {key: $key}) RETURN '$key', $missing", nasty));

        assertThat(journal.latest()).hasSize(Journal.KEPT);
        assertThat(journal.latest().getFirst().literal())
                .isEqualTo(
                        "MATCH (n:$('Host') {key: 'it\\'s\\'}) // $other'}) RETURN '$key', $missing");
    }

    @Test
    void results_leave_as_csv_without_formulas_and_as_json() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a", "=cmd|' /C calc'!A0");
        values.put("b", List.of(1L, "x"));
        Row row = new Row(values);
        Result result = new Result(List.of("a", "b"), List.of(row), false);

        assertThat(ResultText.csv(result.columns(), result.rows()))
                .isEqualTo("a,b\r\n'=cmd|' /C calc'!A0,\"1, x\"\r\n");
        assertThat(ResultText.json(result))
                .isEqualTo("[\n{\"a\":\"=cmd|' /C calc'!A0\",\"b\":[1,\"x\"]}\n]\n");
    }
}
