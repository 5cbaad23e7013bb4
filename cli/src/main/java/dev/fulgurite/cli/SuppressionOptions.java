package dev.fulgurite.cli;

import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.Suppression;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `alerts` takes to keep a rule quiet for a time.
final class SuppressionOptions {

    @Option(
            names = "--suppress",
            arity = "1..2",
            paramLabel = "RULE [ENTITY]",
            hideParamSyntax = true,
            description = "Keep a rule's alerts, or those with an entity, out of the queue.")
    private @Nullable List<String> suppress;

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "With --suppress: when that ends; needed.")
    private @Nullable Instant until;

    @Option(
            names = "--suppressions",
            description = "List what is or was suppressed, and how many alerts that hid.")
    private boolean list;

    @Option(
            names = "--lift",
            paramLabel = "ID",
            description = "End a suppression now; what it hides is open again.")
    private @Nullable String lift;

    boolean isAsked() {
        return suppress != null || until != null || list || lift != null;
    }

    int run(Investigation investigation, @Nullable String note, boolean json, Console console) {
        List<Suppression> told;
        if (suppress != null) {
            if (until == null) {
                throw new RefusedRequest("a suppression needs an end: --until T");
            }
            String entity = suppress.size() > 1 ? suppress.getLast() : null;
            String words = note == null ? "" : note;
            told = List.of(investigation.suppress(suppress.getFirst(), entity, until, words));
        } else if (lift != null) {
            told = List.of(investigation.lift(lift));
        } else if (until != null) {
            throw new RefusedRequest("--until belongs to --suppress RULE [ENTITY]");
        } else {
            told = investigation.suppressions();
        }
        if (json) {
            told.forEach(each -> console.json(object(each)));
        } else {
            table(told, console);
        }
        return Exit.DONE;
    }

    private static void table(List<Suppression> suppressions, Console console) {
        if (suppressions.isEmpty()) {
            console.note("Nothing is suppressed.");
        }
        Table table = new Table("ID", "RULE", "ENTITY", "UNTIL", "HID", "NOTE");
        for (Suppression each : suppressions) {
            table.row(
                    each.id(),
                    each.rule(),
                    each.entity() == null ? "any" : each.entity(),
                    Times.readable(each.until()),
                    each.hidden(),
                    each.note());
        }
        table.print(console);
    }

    private static Map<String, @Nullable Object> object(Suppression suppression) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", suppression.id());
        object.put("rule", suppression.rule());
        object.put("entity", suppression.entity() == null ? "" : suppression.entity().toString());
        object.put("since", suppression.since());
        object.put("until", suppression.until());
        object.put("note", suppression.note());
        object.put("hidden", suppression.hidden());
        return object;
    }
}
