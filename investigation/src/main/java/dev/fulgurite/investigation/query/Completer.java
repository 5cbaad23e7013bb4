package dev.fulgurite.investigation.query;

import dev.fulgurite.investigation.query.CypherText.Kind;
import dev.fulgurite.investigation.query.CypherText.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Proposes how a word of a query may go on.
public final class Completer {

    private static final Map<String, String> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("collect()", "list of all values"),
                    Map.entry("count(*)", "number of rows"),
                    Map.entry("datetime()", "a time: datetime('2026-03-01T10:00:00Z')"),
                    Map.entry("duration.between()", "time between two times"),
                    Map.entry("labels()", "labels of a node"),
                    Map.entry("max()", "largest value"),
                    Map.entry("min()", "smallest value"),
                    Map.entry("properties()", "all properties as a map"),
                    Map.entry("size()", "length of a list or text"),
                    Map.entry("toLower()", "text in lower case"),
                    Map.entry("type()", "type of a relationship"));

    private final Vocabulary vocabulary;

    public Completer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// One way on.
    ///
    /// @param text what to write in place of the word at the caret
    /// @param about a few words on it
    public record Proposal(String text, Kind kind, String about) {}

    /// The ways on from a caret.
    ///
    /// @param from where the word that they replace begins
    public record Proposals(int from, List<Proposal> all) {

        public Proposals {
            all = List.copyOf(all);
        }
    }

    /// The ways on from a caret in a text.
    ///
    /// @param asked whether the analyst asked, so that an empty word is completed, too
    public Proposals at(String text, int caret, boolean asked) {
        List<Word> words = CypherText.words(text.substring(0, caret) + "\u2020");
        String before = text.substring(wordStart(text, caret), caret);
        int from = caret - before.length();
        // The dagger is no letter: words before it are whole, and it stands where the caret is.
        Word last = words.size() < 2 ? null : words.get(words.size() - 2);
        if (last != null
                && (last.kind() == Kind.COMMENT || last.kind() == Kind.TEXT)
                && last.to() >= caret) {
            return new Proposals(caret, List.of());
        }
        Kind kind = kindAt(text.substring(0, from));
        List<Proposal> all =
                switch (kind) {
                    case LABEL -> described(vocabulary.labels(), Kind.LABEL);
                    case TYPE -> described(vocabulary.types(), Kind.TYPE);
                    case PROPERTY -> properties(text, from);
                    case COMMENT, HEAD, TEXT, NUMBER, PARAMETER -> List.of();
                    case KEYWORD, FUNCTION, NAME, SYMBOL ->
                            before.isEmpty() && !asked ? List.of() : words(text, from);
                };
        return new Proposals(from, fitting(all, before));
    }

    private static int wordStart(String text, int caret) {
        int from = caret;
        while (from > 0
                && (Character.isLetterOrDigit(text.charAt(from - 1))
                        || text.charAt(from - 1) == '_')) {
            from--;
        }
        return from;
    }

    /// What a word that begins here would be.
    private static Kind kindAt(String before) {
        List<Word> words = CypherText.words(before + "x");
        Word next = words.getLast();
        return next.text().endsWith("x") && next.from() == before.length()
                ? next.kind()
                : Kind.TEXT;
    }

    private static List<Proposal> described(Map<String, String> names, Kind kind) {
        List<Proposal> all = new ArrayList<>();
        names.forEach((name, about) -> all.add(new Proposal(name, kind, about)));
        return all;
    }

    /// Those of what the variable before the dot is; all when that is not known.
    private List<Proposal> properties(String text, int from) {
        Map<String, Set<String>> bound = Vocabulary.bindings(CypherText.words(text));
        List<Word> before = CypherText.words(text.substring(0, from));
        String variable = before.size() < 2 ? "" : before.get(before.size() - 2).text();
        Set<String> owners = bound.getOrDefault(variable, Set.of());
        String about = owners.isEmpty() ? "" : String.join(", ", owners);
        return vocabulary.properties(owners).stream()
                .map(name -> new Proposal(name, Kind.PROPERTY, about))
                .toList();
    }

    private static List<Proposal> words(String text, int from) {
        List<Proposal> all = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Word word : CypherText.words(text)) {
            if (word.kind() == Kind.NAME && word.from() != from) {
                names.add(word.text());
            }
        }
        names.forEach(name -> all.add(new Proposal(name, Kind.NAME, "")));
        CypherText.KEYWORDS.forEach(word -> all.add(new Proposal(word, Kind.KEYWORD, "")));
        FUNCTIONS.forEach((name, about) -> all.add(new Proposal(name, Kind.FUNCTION, about)));
        return all;
    }

    /// What begins with the word, then what has it inside; nothing when it is whole.
    private static List<Proposal> fitting(List<Proposal> all, String word) {
        String typed = word.toLowerCase(Locale.ROOT);
        List<Proposal> fitting = new ArrayList<>();
        List<Proposal> inside = new ArrayList<>();
        for (Proposal proposal : all) {
            String text = proposal.text().toLowerCase(Locale.ROOT);
            if (text.startsWith(typed)) {
                fitting.add(proposal);
            } else if (typed.length() > 1 && text.contains(typed)) {
                inside.add(proposal);
            }
        }
        fitting.addAll(inside);
        boolean whole = fitting.size() == 1 && fitting.getFirst().text().equals(word);
        return whole ? List.of() : fitting;
    }
}
