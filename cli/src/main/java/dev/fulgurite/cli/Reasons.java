package dev.fulgurite.cli;

import dev.fulgurite.detections.WhyNot;
import dev.fulgurite.investigation.AlertArgument;
import dev.fulgurite.investigation.AlertArgument.Hop;
import dev.fulgurite.investigation.AlertArgument.Inference;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.EvidencePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why there is an alert, or why there is none, on a terminal and in JSON.
final class Reasons {

    private Reasons() {}

    static void print(AlertArgument argument, boolean ground, Console console) {
        console.line("");
        console.line("ATT&CK: " + String.join(", ", argument.attack()));
        console.line("It rests on:");
        argument.inferences().forEach(inference -> console.line(told(inference)));
        console.line(
                (argument.inferences().isEmpty() ? "" : "and ")
                        + argument.stated()
                        + " relationships that the records themselves state.");
        if (ground) {
            ground(argument, console);
        }
        argument.prevalence().forEach(each -> console.line("prevalence: " + each));
        argument.unseen().forEach(each -> console.line("not seen here: " + each));
        argument.rule()
                .forEach((key, text) -> {
                    if (!text.isEmpty()) {
                        console.line(key + ": " + text);
                    }
                });
    }

    private static String told(Inference inference) {
        return String.format(
                Locale.ROOT,
                "inferred %.2f  %s %s %s%n               by %s: %s",
                inference.confidence(),
                inference.from(),
                inference.type(),
                inference.to(),
                inference.link(),
                inference.reason());
    }

    private static void ground(AlertArgument argument, Console console) {
        console.line("");
        console.line(
                "The smallest set of records it stands on: "
                        + argument.smallest().size()
                        + " of "
                        + argument.records());
        for (EvidencePlace record : argument.smallest()) {
            console.line("  " + Story.near(record));
            argument.hops().stream()
                    .filter(hop -> hop.carriedBy().contains(record))
                    .forEach(hop -> console.line("      " + hop.told()));
        }
        List<Hop> bare = argument.hops().stream().filter(hop -> hop.carriedBy().isEmpty()).toList();
        if (!bare.isEmpty()) {
            console.line("  without a record of their own, inferred from the others:");
            bare.forEach(hop -> console.line("      " + hop.told()));
        }
        console.line("");
    }

    static void print(WhyNot answer, boolean json, Console console) {
        if (json) {
            console.json(object(answer));
            return;
        }
        for (WhyNot.Step step : answer.steps()) {
            console.line(
                    (step.passed() ? "  yes  " : "  NO   ")
                            + step.text()
                            + (step.detail().isEmpty() ? "" : ": " + step.detail()));
        }
        console.line(
                answer.entity()
                        + (answer.isFound() ? " is in an open alert of " : " is kept out of ")
                        + answer.rule()
                        + (answer.isFound() ? "" : " at: " + answer.steps().getLast().text()));
    }

    private static Map<String, @Nullable Object> object(WhyNot answer) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", answer.rule());
        object.put("entity", answer.entity().toString());
        object.put("found", answer.isFound());
        object.put(
                "steps",
                answer.steps().stream()
                        .map(step ->
                                Map.of(
                                        "step", step.text(),
                                        "passed", step.passed(),
                                        "detail", step.detail()))
                        .toList());
        return object;
    }

    static Map<String, @Nullable Object> json(AlertStory story, AlertArgument argument) {
        Map<String, @Nullable Object> object = Story.json(story);
        object.put("attack", argument.attack());
        object.put("inferences", argument.inferences().stream().map(Reasons::object).toList());
        object.put("smallest", argument.smallest().stream().map(EvidencePlace::toString).toList());
        object.put("records", argument.records());
        object.put("hops", argument.hops().stream().map(Reasons::object).toList());
        object.put("prevalenceOf", argument.prevalence());
        object.put("unseen", argument.unseen());
        object.putAll(argument.rule());
        return object;
    }

    private static Map<String, Object> object(Inference inference) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", inference.from());
        object.put("type", inference.type());
        object.put("to", inference.to());
        object.put("confidence", inference.confidence());
        object.put("link", inference.link());
        object.put("reason", inference.reason());
        return object;
    }

    private static Map<String, Object> object(Hop hop) {
        return Map.of(
                "hop", hop.told(),
                "carriedBy", hop.carriedBy().stream().map(EvidencePlace::toString).toList());
    }
}
