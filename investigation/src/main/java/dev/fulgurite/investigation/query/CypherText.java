package dev.fulgurite.investigation.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a Cypher text with what each is, also of a text that is wrong or half typed.
public final class CypherText {

    /// What a word is.
    public enum Kind {
        COMMENT,
        /// What a line of a rule's head is about, or what an example must do.
        HEAD,
        TEXT,
        NUMBER,
        PARAMETER,
        KEYWORD,
        LABEL,
        TYPE,
        PROPERTY,
        FUNCTION,
        NAME,
        SYMBOL
    }

    /// One word.
    public record Word(Kind kind, int from, int to, String text) {}

    /// What Cypher itself says, in capitals.
    public static final List<String> KEYWORDS =
            List.of(
                    "ALL",
                    "AND",
                    "ANY",
                    "AS",
                    "ASC",
                    "BY",
                    "CALL",
                    "CASE",
                    "COLLECT",
                    "CONTAINS",
                    "COUNT",
                    "DESC",
                    "DISTINCT",
                    "ELSE",
                    "END",
                    "ENDS",
                    "EXISTS",
                    "FALSE",
                    "IN",
                    "IS",
                    "LIMIT",
                    "MATCH",
                    "NONE",
                    "NOT",
                    "NULL",
                    "OFFSET",
                    "OPTIONAL",
                    "OR",
                    "ORDER",
                    "RETURN",
                    "SHORTEST",
                    "SINGLE",
                    "SKIP",
                    "STARTS",
                    "THEN",
                    "TRUE",
                    "UNION",
                    "UNWIND",
                    "WHEN",
                    "WHERE",
                    "WITH",
                    "XOR",
                    "YIELD");

    private static final Set<String> RESERVED = Set.copyOf(KEYWORDS);

    /// A brace after one of these opens a query, not a map.
    private static final Set<String> SUBQUERIES = Set.of("EXISTS", "COUNT", "COLLECT", "CALL", ")");

    private static final Pattern WORD =
            Pattern.compile(
                    "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
                            + "|(?<text>'(?:[^'\\\\]++|\\\\.)*+'?|\"(?:[^\"\\\\]++|\\\\.)*+\"?)"
                            + "|(?<parameter>\\$\\w+)"
                            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
                            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*|`(?:[^`]++|``)*+`?)"
                            + "|(?<symbol>\\S)",
                    Pattern.DOTALL);

    private static final Pattern HEAD = Pattern.compile("// ([a-z][a-z ]*:)(?: .*)?");
    private static final Pattern EXAMPLE = Pattern.compile("// ((?:fires on|stays quiet on):) .+");

    private final List<Word> words = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();

    private CypherText() {}

    /// The words in their order, without the blanks between them.
    public static List<Word> words(String text) {
        CypherText read = new CypherText();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            read.add(matcher, text);
        }
        return List.copyOf(read.words);
    }

    /// The words of a rule's file: besides those of its statements the keys of its head, and what
    /// its examples must do.
    public static List<Word> ruleWords(String text) {
        List<Word> all = new ArrayList<>();
        boolean inHead = true;
        for (Word word : words(text)) {
            inHead = inHead && word.kind() == Kind.COMMENT;
            Matcher key = (inHead ? HEAD : EXAMPLE).matcher(word.text());
            if (word.kind() == Kind.COMMENT && key.matches()) {
                all.add(part(word, Kind.COMMENT, 0, key.start(1)));
                all.add(part(word, Kind.HEAD, key.start(1), key.end(1)));
                all.add(part(word, Kind.COMMENT, key.end(1), word.text().length()));
            } else {
                all.add(word);
            }
        }
        return List.copyOf(all);
    }

    private static Word part(Word of, Kind kind, int from, int to) {
        return new Word(kind, of.from() + from, of.from() + to, of.text().substring(from, to));
    }

    private void add(Matcher found, String text) {
        String word = found.group();
        Kind kind;
        if (found.group("comment") != null) {
            kind = Kind.COMMENT;
        } else if (found.group("text") != null) {
            kind = Kind.TEXT;
        } else if (found.group("parameter") != null) {
            kind = Kind.PARAMETER;
        } else if (found.group("number") != null) {
            kind = Kind.NUMBER;
        } else if (found.group("name") != null) {
            kind = named(word, text, found.end());
        } else {
            kind = Kind.SYMBOL;
            bracket(word.charAt(0));
        }
        words.add(new Word(kind, found.start(), found.end(), word));
    }

    private void bracket(char symbol) {
        switch (symbol) {
            case '(', '[' -> open.push(symbol);
            case '{' -> open.push(SUBQUERIES.contains(last().toUpperCase(Locale.ROOT)) ? 'q' : '{');
            case ')', ']', '}' -> open.poll();
            default -> {}
        }
    }

    private Kind named(String word, String text, int end) {
        String before = last();
        if (before.equals(".")) {
            return Kind.PROPERTY;
        }
        if (isLabelNext()) {
            return !open.isEmpty() && open.peek() == '[' ? Kind.TYPE : Kind.LABEL;
        }
        boolean calls = text.startsWith("(", end);
        if (RESERVED.contains(word.toUpperCase(Locale.ROOT))) {
            return calls && before.equals(":") ? Kind.NAME : Kind.KEYWORD;
        }
        return calls ? Kind.FUNCTION : Kind.NAME;
    }

    /// A colon outside a map names labels or types, and so does what joins them behind it.
    private boolean isLabelNext() {
        if (!open.isEmpty() && open.peek() == '{') {
            return false;
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            Word word = words.get(i);
            switch (word.kind()) {
                case SYMBOL -> {
                    if (word.text().equals(":")) {
                        return true;
                    }
                    if (!"|&!".contains(word.text())) {
                        return false;
                    }
                }
                case LABEL, TYPE -> {
                    if (i == words.size() - 1) {
                        return false;
                    }
                }
                case COMMENT, HEAD, TEXT, NUMBER, PARAMETER, KEYWORD, PROPERTY, FUNCTION, NAME -> {
                    return false;
                }
            }
        }
        return false;
    }

    private String last() {
        return words.isEmpty() ? "" : words.getLast().text();
    }
}
