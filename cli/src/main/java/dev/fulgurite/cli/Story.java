package dev.fulgurite.cli;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.EvidencePlace;
import dev.fulgurite.investigation.StoryLine;
import dev.fulgurite.investigation.Times;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An alert's story on a terminal and in JSON.
final class Story {

    /// So many places stand under a line; `evidence` prints them all.
    private static final int PLACES = 3;

    private static final String INDENT = " ".repeat(14);

    private Story() {}

    static void print(AlertStory story, Console console) {
        Alert alert = story.alert();
        console.line(alert.severity().word().toUpperCase(Locale.ROOT) + "  " + story.sentence());
        console.line(
                "alert "
                        + alert.id()
                        + " · "
                        + alert.rule()
                        + " · "
                        + alert.status().word()
                        + " · "
                        + Times.readable(alert.time())
                        + " · confidence "
                        + String.format(Locale.ROOT, "%.2f", alert.confidence()));
        if (!alert.statusReason().isEmpty()) {
            console.line(alert.status().word() + ": " + alert.statusReason());
        }
        if (!alert.owner().isEmpty()) {
            console.line("owner: " + alert.owner());
        }
        if (!alert.note().isEmpty()) {
            console.line("note: " + alert.note());
        }
        console.line("");
        story.lines().forEach(line -> print(line, console));
        if (alert.leftOut() > 0) {
            console.line("");
            console.line(
                    alert.leftOut()
                            + " more nodes of this case are not shown; pivots lead to them.");
        }
    }

    /// The name, the facts beside it, and the places in the logs.
    private static void print(StoryLine line, Console console) {
        console.line(String.format(Locale.ROOT, "%-13s %s", line.role(), line.name()));
        line.facts().forEach(fact -> console.line(INDENT + fact));
        List<EvidencePlace> places = line.evidence();
        places.stream().limit(PLACES).forEach(place -> console.line(INDENT + "-> " + near(place)));
        if (places.size() > PLACES) {
            console.line(INDENT + "-> and " + (places.size() - PLACES) + " more");
        }
    }

    /// The place by the path from where one stands, when the file is below that.
    static String near(EvidencePlace place) {
        String here = Path.of("").toAbsolutePath() + File.separator;
        String written = place.toString();
        return written.startsWith(here) ? written.substring(here.length()) : written;
    }

    static Map<String, @Nullable Object> json(Alert alert) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", alert.id());
        object.put("rule", alert.rule());
        object.put("severity", alert.severity().word());
        object.put("title", alert.title());
        object.put("time", alert.time());
        object.put("status", alert.status().word());
        object.put("statusReason", alert.statusReason());
        object.put("owner", alert.owner());
        object.put("note", alert.note());
        object.put("prevalence", alert.prevalence());
        object.put("confidence", alert.confidence());
        object.put("entities", alert.entities().stream().map(NodeRef::toString).toList());
        object.put("nodes", alert.nodes());
        object.put("relationships", alert.relationships());
        object.put("leftOut", alert.leftOut());
        object.put("evidence", alert.evidence());
        return object;
    }

    static Map<String, @Nullable Object> json(AlertStory story) {
        Map<String, @Nullable Object> object = json(story.alert());
        object.put("sentence", story.sentence());
        object.put("story", story.lines().stream().map(Story::json).toList());
        return object;
    }

    private static Map<String, @Nullable Object> json(StoryLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("role", line.role());
        object.put("name", line.name());
        object.put("facts", line.facts());
        object.put("node", line.node().toString());
        object.put("evidence", line.evidence().stream().map(EvidencePlace::toString).toList());
        return object;
    }
}
