package dev.fulgurite.detections;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The clock, range and parameter values of one run of one rule; every parameter has a value. What
/// is asked of a name that the rule does not have is an [IllegalArgumentException].
public record Settings(
        Instant now, @Nullable Instant from, @Nullable Instant to, Map<String, Object> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /// The request's values for a rule in linked mode, by the types of the defaults.
    static Settings of(Rule rule, DetectionRequest request) {
        return of(rule.id(), rule.parameters(), request);
    }

    /// The request's values for a rule, by the types of the defaults.
    static Settings of(String rule, List<Parameter> parameters, DetectionRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String everywhere = request.settings().get(parameter.name());
            String here = request.settings().get(rule + "." + parameter.name());
            String value = here != null ? here : everywhere;
            values.put(
                    parameter.name(),
                    value == null ? parameter.fallback() : parse(parameter, value.strip()));
        }
        return new Settings(request.now(), request.from(), request.to(), values);
    }

    /// Refuses settings that none of the rules knows.
    static void check(List<Rule> rules, Map<String, String> settings) {
        Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
        rules.forEach(rule -> parameters.put(rule.id(), rule.parameters()));
        check(parameters, settings);
    }

    /// Refuses settings that none of the rules knows.
    ///
    /// @param parameters those of each rule, by its id
    static void check(Map<String, List<Parameter>> parameters, Map<String, String> settings) {
        Set<String> known = new TreeSet<>();
        parameters.forEach((rule, own) -> {
            for (Parameter parameter : own) {
                known.add(parameter.name());
                known.add(rule + "." + parameter.name());
            }
        });
        for (String name : new TreeSet<>(settings.keySet())) {
            if (!known.contains(name)) {
                String names =
                        known.stream()
                                .filter(k -> !k.contains("."))
                                .collect(Collectors.joining(", "));
                throw new RefusedRequest(
                        "no setting is called '"
                                + name
                                + "' here: "
                                + (names.isEmpty() ? "there are none" : "known are " + names));
            }
        }
    }

    private static Object parse(Parameter parameter, String value) {
        return switch (parameter.fallback()) {
            case Boolean _ -> flag(parameter, value);
            case Long _ -> number(parameter, value);
            case Double _ -> decimal(parameter, value);
            default -> value;
        };
    }

    private static Object flag(Parameter parameter, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(parameter, value, "true or false");
        };
    }

    private static Object number(Parameter parameter, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw wrong(parameter, value, "a whole number");
        }
    }

    private static Object decimal(Parameter parameter, String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            throw wrong(parameter, value, "a number");
        }
    }

    private static RefusedRequest wrong(Parameter parameter, String value, String wanted) {
        return new RefusedRequest(
                "the setting " + parameter.name() + " is " + wanted + ", not '" + value + "'");
    }

    /// The required parameters of a rule that nothing was set for, as sentences.
    static List<String> unset(String rule, List<Parameter> parameters, DetectionRequest request) {
        Settings settings = of(rule, parameters, request);
        return parameters.stream()
                .filter(Parameter::required)
                .filter(parameter -> settings.text(parameter.name()).isEmpty())
                .map(parameter -> "parameter " + parameter.name() + " not set")
                .toList();
    }

    /// The value of a text.
    public String text(String name) {
        return known(name).toString();
    }

    /// The value of a number with a decimal point.
    public double decimal(String name) {
        return (Double) known(name);
    }

    /// The value of a whole number.
    public long number(String name) {
        return (Long) known(name);
    }

    /// A comma list, in lower case.
    public Set<String> set(String name) {
        return Stream.of(known(name).toString().split(","))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a time, or no time, is within the bounds that were asked for.
    public boolean inRange(@Nullable Instant at) {
        return at == null
                || ((from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to)));
    }

    private Object known(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value;
    }

    /// The same with another clock.
    Settings at(Instant time) {
        return new Settings(time, from, to, values);
    }

    /// What the rule's statement takes.
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(values);
        parameters.put("now", now);
        parameters.put("from", from);
        parameters.put("to", to);
        return parameters;
    }
}
