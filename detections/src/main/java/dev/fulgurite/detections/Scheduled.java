package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.detections.watch.Schedule;
import dev.fulgurite.graph.cypher.CypherFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A rule that is in order, as it is run by schedule.
///
/// @param version changes when the rule's file or its settings do
/// @param settings those of its parameters that were set, by name
public record Scheduled(
        String rule, Schedule schedule, String version, Map<String, String> settings) {

    private static final String SCHEDULE = "schedule";

    public Scheduled {
        settings = Map.copyOf(settings);
    }

    /// Refuses a setting that none of the rules knows.
    static void check(List<Rule> rules, Map<String, String> settings) {
        Map<String, String> parameters = new HashMap<>(settings);
        parameters.remove(SCHEDULE);
        rules.forEach(rule -> parameters.remove(rule.id() + "." + SCHEDULE));
        Settings.check(rules, parameters);
    }

    /// A rule with the settings that concern it, among which may be a `schedule`.
    static Scheduled of(Rule rule, Map<String, String> settings) {
        Map<String, String> own = new TreeMap<>();
        for (Parameter parameter : rule.parameters()) {
            String value = set(rule, parameter.name(), settings, "");
            if (!value.isEmpty()) {
                own.put(parameter.name(), value);
            }
        }
        String schedule = set(rule, SCHEDULE, settings, rule.file().head(SCHEDULE));
        CypherFile file = rule.file();
        String version =
                Hashes.of(
                        rule.statement(),
                        file.head("then"),
                        file.head("parameters"),
                        own.toString());
        return new Scheduled(rule.id(), parsed(rule, schedule), version, own);
    }

    private static String set(
            Rule rule, String name, Map<String, String> settings, String otherwise) {
        String everywhere = settings.getOrDefault(name, otherwise);
        return settings.getOrDefault(rule.id() + "." + name, everywhere);
    }

    private static Schedule parsed(Rule rule, String schedule) {
        try {
            return Schedule.parse(schedule);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest("the schedule of " + rule.id() + ": " + e.getMessage());
        }
    }
}
