package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.detections.link.Network;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares each monitored operation with the days before it and counts what is unusual.
@AutoService(PostProcessor.class)
public final class AnomalousOperations implements PostProcessor {

    private static final int UNUSUAL = 2;
    private static final int VERY_UNUSUAL = 5;

    @Override
    public List<String> inner() {
        return List.of("principal", "day");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Days days = new Days(rows, settings.number("trainingDays"));
        Set<String> told = new HashSet<>();
        return rows.stream()
                .filter(row -> row.get("day") == null)
                .filter(row -> isOnDayOfRange(row, settings))
                .sorted(
                        Comparator.comparing(AnomalousOperations::at)
                                .thenComparing(row -> row.text("firstEvent")))
                .map(row -> judged(row, days, settings))
                .map(row -> told.add(signs(row)) ? row : again(row))
                .filter(row -> settings.inRange(at(row)))
                .sorted(
                        Comparator.comparingLong((Row row) -> -row.number("score"))
                                .thenComparing(Urgency.FIRST))
                .toList();
    }

    /// What is told once a day is told of the same operation whenever in the day a range begins.
    private static boolean isOnDayOfRange(Row row, Settings settings) {
        Instant from = settings.from();
        return from == null || !at(row).isBefore(from.truncatedTo(ChronoUnit.DAYS));
    }

    private static Instant at(Row row) {
        return Objects.requireNonNull(row.instant("at"), "an operation without a time");
    }

    private static Row judged(Row row, Days days, Settings settings) {
        Instant day = at(row).truncatedTo(ChronoUnit.DAYS);
        ActivityModel model = days.before(row.text("subscriptionId"), day);
        ActivityModel.@Nullable Affinity affinity = model.affinity(row.text("principal"));
        boolean enough = model.operations() >= settings.number("minimumTraining");
        Map<String, Boolean> signs = signs(row, model, days, settings);
        List<String> raised =
                signs.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList();
        long active = model.first() == null ? 0 : Duration.between(model.first(), day).toDays();
        Row judged = row;
        for (Map.Entry<String, Boolean> sign : signs.entrySet()) {
            judged = judged.with(sign.getKey(), sign.getValue() ? 1L : 0L);
        }
        return judged.with("ActiveDaysOnSub", active)
                .with(
                        "avgMonOpOnSubs",
                        active == 0 ? null : hundredths((double) model.runCommands() / active))
                .with("score", (long) raised.size())
                .with("flags", raised)
                .with("training", model.operations())
                .with("P_AIB", affinity == null ? null : affinity.share())
                .with("Jaccard_AB", affinity == null ? null : affinity.jaccard())
                .with("Lift_AB", affinity == null ? null : affinity.lift())
                .with("severity", severity(raised.size(), enough).word())
                .with("reasons", enough ? raised : insufficient(raised, model.operations()));
    }

    private static List<String> insufficient(List<String> raised, long operations) {
        List<String> reasons = new ArrayList<>();
        reasons.add("insufficient training: " + operations + " operations");
        reasons.addAll(raised);
        return reasons;
    }

    private static double hundredths(double value) {
        return Math.floor(value * 100) / 100;
    }

    private static Map<String, Boolean> signs(
            Row row, ActivityModel model, Days days, Settings settings) {
        String caller = row.text("principal");
        List<String> networks =
                row.list("ClientIP", String.class).stream()
                        .map(Network::of)
                        .filter(network -> !network.isEmpty())
                        .toList();
        Predicate<String> isNew = network -> !model.knowsNetwork(network);
        boolean enough = model.operations() >= settings.number("minimumTraining");
        ActivityModel.@Nullable Affinity affinity = model.affinity(caller);
        Map<String, Boolean> signs = new LinkedHashMap<>();
        signs.put("newCaller", !model.knows(caller));
        signs.put("newCallerOnMonRes", !model.knowsOnMachines(caller));
        signs.put("newIpMask", networks.stream().anyMatch(isNew));
        signs.put(
                "newIpMaskOnMonRes",
                networks.stream().anyMatch(network -> !model.knowsNetworkOnMachines(network)));
        signs.put("newMonOpOnSubs", !model.knowsMachines());
        signs.put(
                "anomCallerMonRes",
                affinity == null
                        || affinity.jaccard() <= settings.decimal("jaccardThreshold")
                        || affinity.share() <= settings.decimal("shareThreshold"));
        signs.put("newMonOpOnSubsFixed", model.runCommands() == 0);
        signs.put(
                "lowLift",
                enough && affinity != null && affinity.lift() < settings.decimal("liftThreshold"));
        signs.put("newIp64", networks.stream().filter(Network::isSix).anyMatch(isNew));
        signs.put(
                "newPrincipalTenantWide",
                !days.knowsAnywhere(caller, at(row).truncatedTo(ChronoUnit.DAYS)));
        return signs;
    }

    private static Severity severity(int raised, boolean enough) {
        if (!enough || raised < UNUSUAL) {
            return Severity.INFORMATIONAL;
        }
        return raised < VERY_UNUSUAL ? Severity.LOW : Severity.MEDIUM;
    }

    /// Who does what, on which day: what is told once.
    private static String signs(Row row) {
        return String.join(
                "\n",
                row.text("subscriptionId"),
                row.text("principal"),
                at(row).truncatedTo(ChronoUnit.DAYS).toString(),
                row.text("flags"));
    }

    private static Row again(Row row) {
        List<String> reasons = new ArrayList<>(row.list("reasons", String.class));
        reasons.add("the same signs as earlier on that day");
        return row.with("severity", Severity.INFORMATIONAL.word()).with("reasons", reasons);
    }

    /// The counted days, and a model of those before each day that is asked for.
    private static final class Days {
        private final Map<String, List<Row>> bySubscription;
        private final Map<String, List<Instant>> byCaller;
        private final Map<String, ActivityModel> models = new HashMap<>();
        private final Duration training;

        Days(List<Row> rows, long trainingDays) {
            List<Row> days =
                    rows.stream()
                            .filter(row -> row.get("day") instanceof Map<?, ?>)
                            .map(Days::counted)
                            .toList();
            bySubscription =
                    days.stream().collect(Collectors.groupingBy(day -> day.text("subscription")));
            byCaller =
                    days.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            day -> day.text("principal"),
                                            Collectors.mapping(Days::date, Collectors.toList())));
            training = Duration.ofDays(trainingDays);
        }

        private static Row counted(Row row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) Objects.requireNonNull(row.get("day")))
                    .forEach((name, value) -> values.put(String.valueOf(name), value));
            return Row.of(values);
        }

        private static Instant date(Row day) {
            return Objects.requireNonNull(day.instant("day"), "a day without a date");
        }

        private boolean isBefore(Instant date, Instant day) {
            return date.isBefore(day) && !date.isBefore(day.minus(training));
        }

        ActivityModel before(String subscription, Instant day) {
            return models.computeIfAbsent(
                    subscription + "\n" + day,
                    _ ->
                            ActivityModel.of(
                                    bySubscription.getOrDefault(subscription, List.of()).stream()
                                            .filter(row -> isBefore(date(row), day))
                                            .toList()));
        }

        boolean knowsAnywhere(String caller, Instant day) {
            return byCaller.getOrDefault(caller, List.of()).stream()
                    .anyMatch(date -> isBefore(date, day));
        }
    }
}
