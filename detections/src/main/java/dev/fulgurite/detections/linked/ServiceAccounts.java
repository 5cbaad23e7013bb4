package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.detections.link.Names;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells service accounts by their logons: those that never sat at a keyboard, or only after their
/// first remote command.
@AutoService(PostProcessor.class)
public final class ServiceAccounts implements PostProcessor {

    private static final Set<String> INTERACTIVE =
            Set.of(
                    "interactive",
                    "cachedinteractive",
                    "unlock",
                    "remoteinteractive",
                    "cachedremoteinteractive",
                    "cachedunlock");

    private record Logons(String type, long times, Instant first, Instant latest) {
        boolean interactive() {
            return INTERACTIVE.contains(type.toLowerCase(Locale.ROOT));
        }

        static Logons of(Map<?, ?> map) {
            return new Logons(
                    String.valueOf(map.get("type")),
                    ((Number) Objects.requireNonNull(map.get("times"))).longValue(),
                    (Instant) Objects.requireNonNull(map.get("first")),
                    (Instant) Objects.requireNonNull(map.get("latest")));
        }
    }

    @Override
    public List<String> inner() {
        return List.of("logons", "accountNames", "firstRemote", "isComputer", "origin");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Set<String> left = settings.set("WhitelistedAccounts");
        Set<String> named = settings.set("serviceAccounts");
        List<Row> fired = new ArrayList<>();
        for (Row row : rows) {
            if (!is(row, left)) {
                classified(row, is(row, named)).ifPresent(fired::add);
            }
        }
        return fired;
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        Set<String> left = settings.set("WhitelistedAccounts");
        return about.stream()
                .map(row ->
                        is(row, left)
                                ? row.text("account") + " is one of WhitelistedAccounts"
                                : noServiceAccount(row))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String noServiceAccount(Row row) {
        String account = row.text("account");
        List<Logons> logons = logons(row);
        if (logons.isEmpty()) {
            return "no logon of " + account + " is known, and serviceAccounts does not name it";
        }
        if (isComputer(row)) {
            return account + " is the account of a computer";
        }
        return logons.stream()
                .filter(Logons::interactive)
                .min(Comparator.comparing(Logons::first))
                .map(logon ->
                        account
                                + " logged on in person ("
                                + logon.type()
                                + ") at "
                                + logon.first()
                                + ", before its first remote command at "
                                + row.instant("firstRemote"))
                .orElse("");
    }

    private static List<Logons> logons(Row row) {
        return row.list("logons", Map.class).stream()
                .map(map -> Logons.of((Map<?, ?>) map))
                .toList();
    }

    private static boolean isComputer(Row row) {
        return Boolean.TRUE.equals(row.get("isComputer"));
    }

    private static boolean is(Row row, Set<String> accounts) {
        return row.list("accountNames", String.class).stream()
                .anyMatch(name ->
                        accounts.contains(name)
                                || accounts.contains(Names.accountLabel(name))
                                || accounts.contains(name.substring(name.indexOf(':') + 1)));
    }

    /// What an account's logons say of it.
    private record Verdict(String classification, double sure, Severity severity) {}

    private static Optional<Row> classified(Row row, boolean named) {
        List<Logons> logons = logons(row);
        List<String> profile = logons.stream().map(l -> l.type() + ": " + l.times()).toList();
        return verdict(row, logons, named).map(verdict -> told(row, verdict, profile, logons));
    }

    private static Optional<Verdict> verdict(Row row, List<Logons> logons, boolean named) {
        if (named) {
            return Optional.of(new Verdict("named", 1.0, Severity.MEDIUM));
        }
        if (logons.isEmpty() || isComputer(row)) {
            return Optional.empty();
        }
        Instant firstRemote = Objects.requireNonNull(row.instant("firstRemote"));
        Optional<Instant> firstInteractive =
                logons.stream()
                        .filter(Logons::interactive)
                        .map(Logons::first)
                        .min(Instant::compareTo);
        if (firstInteractive.isEmpty()) {
            return Optional.of(new Verdict("neverInteractive", 0.9, Severity.MEDIUM));
        }
        return firstInteractive.get().isAfter(firstRemote)
                ? Optional.of(
                        new Verdict("interactiveOnlyAfter(" + firstRemote + ")", 0.6, Severity.LOW))
                : Optional.empty();
    }

    private static Row told(Row row, Verdict verdict, List<String> profile, List<Logons> logons) {
        List<String> reasons = new ArrayList<>(List.of(reason(verdict.classification(), profile)));
        reasons.addAll(row.list("reasons", String.class));
        double origin = row.get("confidence") instanceof Number number ? number.doubleValue() : 1;
        return row.with("classification", verdict.classification())
                .with("logonProfile", profile)
                .with(
                        "lastInteractive",
                        logons.stream()
                                .filter(Logons::interactive)
                                .map(Logons::latest)
                                .max(Instant::compareTo)
                                .orElse(null))
                .with("confidence", Math.min(verdict.sure(), origin))
                .with("severity", verdict.severity().word())
                .with("reasons", reasons)
                .with("origin", origin(row));
    }

    private static String reason(String classification, List<String> profile) {
        String logons =
                profile.isEmpty() ? "no logons recorded" : "logons " + String.join(", ", profile);
        return classification + " (" + logons + ")";
    }

    private static String origin(Row row) {
        List<String> sources = row.list("sourceHosts", String.class);
        return sources.isEmpty() ? "" : " from " + String.join(", ", sources);
    }
}
