package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Weighs what a principal did in an hour by what it did on earlier days, and by how often.
@AutoService(PostProcessor.class)
public final class SensitiveOperations implements PostProcessor {

    /// Who did something on so many earlier days does it as their work.
    private static final int HABIT = 3;

    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,6})([dhm])");

    @Override
    public List<String> inner() {
        return List.of("principal", "habit");
    }

    /// A window ends now.
    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return settings.text("window").isBlank();
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Instant since = since(settings);
        long quantity = settings.number("quantity");
        Map<String, Set<LocalDate>> days = new HashMap<>();
        List<Row> weighed = new ArrayList<>();
        for (Row row :
                rows.stream().sorted(Comparator.comparing(SensitiveOperations::at)).toList()) {
            LocalDate day = at(row).atOffset(ZoneOffset.UTC).toLocalDate();
            Set<LocalDate> done =
                    days.computeIfAbsent(
                            row.text("principal") + "\n" + row.text("OperationNameValue"),
                            _ -> new TreeSet<>());
            long before = done.stream().filter(other -> other.isBefore(day)).count();
            done.add(day);
            if (settings.inRange(at(row)) && !at(row).isBefore(since)) {
                weighed.add(weighed(row, before, quantity));
            }
        }
        return weighed.stream().sorted(Urgency.FIRST).toList();
    }

    private static Instant since(Settings settings) {
        String window = settings.text("window").strip();
        if (window.isEmpty()) {
            return Instant.MIN;
        }
        Matcher matcher = WINDOW.matcher(window);
        if (!matcher.matches()) {
            throw new RefusedRequest(
                    "the setting window is a number with d, h or m, not '" + window + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        return settings.now()
                .minus(
                        switch (matcher.group(2)) {
                            case "d" -> Duration.ofDays(number);
                            case "h" -> Duration.ofHours(number);
                            default -> Duration.ofMinutes(number);
                        });
    }

    private static Instant at(Row row) {
        return Objects.requireNonNull(row.instant("at"), "operations without a time");
    }

    private static Row weighed(Row row, long daysBefore, long quantity) {
        List<String> reasons = new ArrayList<>();
        Severity severity = Severity.parse(row.text("severity"));
        if (daysBefore >= HABIT) {
            severity = lower(severity);
            reasons.add("the principal did it on " + daysBefore + " earlier days");
        }
        if (row.number("Operations") >= quantity) {
            severity = higher(severity);
            reasons.add(row.number("Operations") + " in one hour");
        }
        return row.with("daysBefore", daysBefore)
                .with("outcomes", outcomes(row.list("outcomes", String.class)))
                .with("severity", severity.word())
                .with("reasons", reasons)
                .with(
                        "habit",
                        daysBefore == 0
                                ? ", never before"
                                : ", as on " + daysBefore + " days before");
    }

    private static Severity lower(Severity severity) {
        return switch (severity) {
            case HIGH -> Severity.MEDIUM;
            case MEDIUM -> Severity.LOW;
            case LOW, INFORMATIONAL -> Severity.INFORMATIONAL;
        };
    }

    private static Severity higher(Severity severity) {
        return switch (severity) {
            case HIGH, MEDIUM -> Severity.HIGH;
            case LOW -> Severity.MEDIUM;
            case INFORMATIONAL -> Severity.LOW;
        };
    }

    private static String outcomes(List<String> outcomes) {
        return outcomes.stream()
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
