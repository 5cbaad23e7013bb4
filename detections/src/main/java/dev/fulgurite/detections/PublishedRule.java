package dev.fulgurite.detections;

import dev.fulgurite.graph.cypher.CypherFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of `cypher/published` whose head is in order: the published form of the detection with
/// its id.
///
/// @param reads a table for each statement, in their order
/// @param period what the query sees when no range is asked for; null for all there is
/// @param compares columns by which a row of one mode is told to be a row of the other
/// @param follows columns by which a candidate is followed through the query
record PublishedRule(
        CypherFile file,
        List<Parameter> parameters,
        List<Need> needs,
        List<String> reads,
        @Nullable Duration period,
        List<String> compares,
        List<String> follows) {

    /// What every head has.
    static final List<String> HEADS =
            List.of(
                    "title",
                    "needs",
                    "reads",
                    "parameters",
                    "period",
                    "compares",
                    "follows",
                    "meant",
                    "then");

    private static final Pattern DAYS = Pattern.compile("([0-9]+)d");

    static PublishedRule of(CypherFile file) {
        for (String head : HEADS) {
            if (file.head(head).isBlank()) {
                throw file.refused(1, "the head has no '" + head + "'");
            }
        }
        List<String> reads = file.headList("reads");
        if (reads.size() != file.statements().size()) {
            throw file.refused(1, "'reads' names a table for each statement");
        }
        return new PublishedRule(
                file,
                Rule.parametersOf(file),
                Rule.needsOf(file),
                reads,
                period(file),
                file.headList("compares"),
                file.headList("follows"));
    }

    private static @Nullable Duration period(CypherFile file) {
        String text = file.head("period");
        if (text.equals("all")) {
            return null;
        }
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            throw file.refused(1, "'period' is 'all' or a number of days such as 2d");
        }
        return Duration.ofDays(Long.parseLong(days.group(1)));
    }

    String id() {
        return file.id();
    }

    /// What the linked form asks that the published one does not, or the other way round.
    String meant() {
        return file.head("meant");
    }

    /// Why it sees nothing, or not all, of the range of these settings, as sentences.
    List<String> blindness(Ingested held, Settings settings) {
        return Rule.blindness(needs, held, settings.from(), settings.to());
    }

    /// The settings of a request, with the bounds that the query has when none are asked for.
    Settings settings(DetectionRequest request) {
        Settings asked = Settings.of(id(), parameters, request);
        Instant from = request.from();
        Instant to = request.to();
        if (period == null) {
            return asked;
        }
        Instant end = to == null ? request.now() : to;
        return new Settings(
                asked.now(), from == null ? end.minus(period) : from, end, asked.values());
    }
}
