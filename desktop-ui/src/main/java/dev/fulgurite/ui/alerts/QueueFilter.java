package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which alerts the queue shows.
///
/// @param text every word of it is in the title, the entities, the rule or the owner
/// @param severities empty for any
/// @param statuses empty for any
/// @param rule `""` for any
/// @param from alerts before this are left out; null for no bound
/// @param to alerts after this are left out; null for no bound
public record QueueFilter(
        String text,
        Set<Severity> severities,
        Set<AlertStatus> statuses,
        String rule,
        @Nullable Instant from,
        @Nullable Instant to) {

    /// What is to be worked on.
    public static final QueueFilter OPEN =
            new QueueFilter("", Set.of(), Set.of(AlertStatus.OPEN), "", null, null);

    public QueueFilter {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
    }

    public QueueFilter withText(String other) {
        return new QueueFilter(other, severities, statuses, rule, from, to);
    }

    public QueueFilter withSeverities(Set<Severity> others) {
        return new QueueFilter(text, others, statuses, rule, from, to);
    }

    public QueueFilter withStatuses(Set<AlertStatus> others) {
        return new QueueFilter(text, severities, others, rule, from, to);
    }

    public QueueFilter withRule(String other) {
        return new QueueFilter(text, severities, statuses, other, from, to);
    }

    public QueueFilter between(@Nullable Instant first, @Nullable Instant last) {
        return new QueueFilter(text, severities, statuses, rule, first, last);
    }

    /// The words that are looked for, in lower case.
    List<String> words() {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
    }

    /// @param words as [#words()] gives them
    boolean admits(Queued.Entry entry, List<String> words) {
        AlertBrief alert = entry.alert();
        return (severities.isEmpty() || severities.contains(alert.severity()))
                && (statuses.isEmpty() || statuses.contains(alert.status()))
                && (rule.isEmpty() || alert.rule().equals(rule))
                && (from == null || !alert.time().isBefore(from))
                && (to == null || !alert.time().isAfter(to))
                && words.stream().allMatch(entry.words()::contains);
    }
}
