package dev.fulgurite.investigation;

import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.investigation.watch.RulesInForce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes up what changes in the folder of an analyst's own rules. It compares what the files hold:
/// their times and sizes need not tell.
final class WatchedRules implements RulesInForce {

    private final @Nullable Path folder;
    private final Function<OwnRules, Catalogue> read;
    private final Supplier<Catalogue> inForce;
    private final Consumer<Catalogue> taken;
    private String problem = "";

    /// @param folder null for none
    /// @param read makes a catalogue of what the folder holds
    /// @param taken puts another catalogue into force
    WatchedRules(
            @Nullable Path folder,
            Function<OwnRules, Catalogue> read,
            Supplier<Catalogue> inForce,
            Consumer<Catalogue> taken) {
        this.folder = folder;
        this.read = read;
        this.inForce = inForce;
        this.taken = taken;
    }

    @Override
    public Detector detector() {
        return inForce.get().detector();
    }

    @Override
    public List<String> look() {
        if (folder == null) {
            return List.of();
        }
        SortedMap<String, String> texts;
        try {
            texts = OwnRules.texts(folder);
        } catch (InvestigationException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        problem = "";
        SortedMap<String, String> before = inForce.get().texts();
        if (texts.equals(before)) {
            return List.of();
        }
        Catalogue now = read.apply(OwnRules.of(folder, texts));
        taken.accept(now);
        return told(before, now);
    }

    /// Told once. A folder that is away for a while has lost no rule.
    private List<String> unreadable(String now) {
        boolean known = problem.equals(now);
        problem = now;
        return known ? List.of() : List.of(now + "; its rules stay as they were");
    }

    private static List<String> told(SortedMap<String, String> before, Catalogue now) {
        List<String> told = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.texts().keySet());
        List<RuleState> states = now.rules();
        for (String id : ids) {
            String text = now.texts().get(id);
            if (text == null) {
                told.add(gone(id));
            } else if (!text.equals(before.get(id))) {
                told.add(taken(id, before.containsKey(id) ? "changed" : "new", states));
            }
        }
        return told;
    }

    private static String gone(String id) {
        return "rule "
                + id
                + ": its file is gone"
                + (CypherLibrary.packaged().has("detections", id)
                        ? "; the product's own runs again"
                        : ", it is run no more");
    }

    private static String taken(String id, String what, List<RuleState> states) {
        return states.stream()
                .filter(state -> state.rule().equals(id))
                .filter(state -> state.state() == RuleState.State.REFUSED)
                .findFirst()
                .map(state ->
                        "rule "
                                + id
                                + ": "
                                + what
                                + ", refused, and not run: "
                                + String.join("; ", state.reasons()))
                .orElse("rule " + id + ": " + what + ", taken up");
    }
}
