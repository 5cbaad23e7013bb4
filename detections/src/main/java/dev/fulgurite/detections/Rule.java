package dev.fulgurite.detections;

import dev.fulgurite.detections.watch.Schedule;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file of `cypher/detections` whose head is in order.
record Rule(
        CypherFile file,
        Severity severity,
        List<String> attack,
        List<Parameter> parameters,
        List<Need> needs) {

    /// What every head has.
    static final List<String> HEADS =
            List.of(
                    "title",
                    "severity",
                    "attack",
                    "needs",
                    "sources",
                    "parameters",
                    "schedule",
                    "alert",
                    "why",
                    "blind spots",
                    "false positives",
                    "triage");

    /// Columns that say what a row's alert is, and are not printed.
    static final List<String> CONTROL = List.of("subjects", "path", "evidence", "at", "firstEvent");

    /// Parameters that every statement is given.
    private static final Set<String> GIVEN = Set.of("now", "from", "to");

    /// What a parameter may look like and is not, texts and comments, and then what is one.
    private static final Pattern USED =
            Pattern.compile(
                    "'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|`[^`]*+`"
                            + "|//[^\n]*+|/[*](?s:.*?)[*]/|[$](\\w+)");

    private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}([.][0-9]{3})?");
    private static final Set<String> REVOKED = Set.of("T1086", "T1028");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*) = (.*?) — (.+)");

    /// Reads the head; complains with file and line.
    static Rule of(CypherFile file) {
        for (String head : HEADS) {
            if (file.head(head).isBlank()) {
                throw file.refused(1, "the head has no '" + head + "'");
            }
        }
        file.statement();
        checkSchedule(file);
        return new Rule(file, severityOf(file), attackOf(file), parametersOf(file), needsOf(file));
    }

    private static void checkSchedule(CypherFile file) {
        try {
            Schedule.parse(file.head("schedule"));
        } catch (IllegalArgumentException e) {
            throw refused(file, "schedule", String.valueOf(e.getMessage()));
        }
    }

    private static CypherFileException refused(CypherFile file, String head, String reason) {
        CypherFile.Head at = file.heads().get(head);
        return file.refused(at == null ? 1 : at.line(), reason);
    }

    private static Severity severityOf(CypherFile file) {
        try {
            return Severity.parse(file.head("severity"));
        } catch (IllegalArgumentException e) {
            throw refused(file, "severity", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> attackOf(CypherFile file) {
        List<String> techniques = file.headList("attack");
        for (String technique : techniques) {
            if (!TECHNIQUE.matcher(technique).matches()) {
                throw refused(file, "attack", technique + " is not the id of a technique");
            }
            if (REVOKED.contains(technique)) {
                throw refused(file, "attack", technique + " is revoked");
            }
        }
        return techniques;
    }

    /// The parameters that its statement reads and its head does not have.
    List<String> undeclared() {
        Set<String> known = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
        return USED.matcher(statement())
                .results()
                .map(used -> used.group(1))
                .filter(name -> name != null && !GIVEN.contains(name) && !known.contains(name))
                .distinct()
                .toList();
    }

    static List<Parameter> parametersOf(CypherFile file) {
        String text = file.head("parameters").strip();
        List<Parameter> parameters = new ArrayList<>();
        if (!text.equals("none")) {
            for (String part : text.split(";", -1)) {
                Matcher matcher = PARAMETER.matcher(part.strip());
                if (!matcher.matches()) {
                    throw refused(
                            file,
                            "parameters",
                            "a parameter is 'name = default — meaning', not: " + part.strip());
                }
                parameters.add(parameter(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return parameters;
    }

    private static Parameter parameter(String name, String fallback, String meaning) {
        boolean required = fallback.equals(Parameter.REQUIRED);
        return new Parameter(name, required ? "" : typed(fallback), meaning, required);
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?[0-9]+")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?[0-9]+[.][0-9]+")) {
            return Double.valueOf(text);
        }
        return text.equals("\"\"") ? "" : text;
    }

    static List<Need> needsOf(CypherFile file) {
        return file.headList("needs").stream()
                .map(need ->
                        Need.parse(need)
                                .orElseThrow(() ->
                                        refused(
                                                file,
                                                "needs",
                                                "a need is 'Table' or 'Table[Column This|OrThat]',"
                                                        + " not: "
                                                        + need)))
                .toList();
    }

    String id() {
        return file.id();
    }

    String title() {
        return file.head("title");
    }

    String statement() {
        return file.statement();
    }

    /// Whether it reads the alerts of the others (`after: all`), and so runs when they have.
    boolean isLast() {
        return file.head("after").equals("all");
    }

    /// The sentence of its alerts, with `{Column}` slots.
    String alert() {
        return file.head("alert");
    }

    /// Why it sees nothing, or not all, of a range of time, as sentences; null is no bound.
    List<String> blindness(Ingested held, @Nullable Instant from, @Nullable Instant to) {
        return blindness(needs, held, from, to);
    }

    /// Why the needs are not met, or not all of them over all of a range; null is no bound.
    static List<String> blindness(
            List<Need> needs, Ingested held, @Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? Instant.MIN : from;
        Instant end = to == null ? Instant.MAX : to;
        return needs.stream()
                .filter(need -> !need.isToldBy(needs, held))
                .flatMap(need -> need.complaints(held, start, end).stream())
                .distinct()
                .toList();
    }
}
