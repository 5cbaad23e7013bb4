package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.EvidencePlace;
import dev.fulgurite.investigation.StoryLine;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The alert step by step: who or what, and where it is written.
final class StoryPane extends VBox {

    private static final int PLACES = 2;

    /// What parts the name from the facts in a step's line.
    private static final String FACTS = "  ";

    StoryPane(List<StoryLine> steps, Consumer<NodeRef> select) {
        getStyleClass().addAll("inspector-body", "story");
        Label title = new Label(Words.of("inspector.story"));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().add(title);
        for (StoryLine step : steps) {
            getChildren().add(line(step, select));
        }
    }

    private static HBox line(StoryLine step, Consumer<NodeRef> select) {
        Kind kind = Kind.of(step.node().label());
        StackPane tile = new StackPane(new IconView(kind.icon(), 15));
        tile.getStyleClass()
                .addAll(
                        "tile",
                        "tile-small",
                        "family-" + kind.family().name().toLowerCase(Locale.ROOT));
        Label role = new Label(step.role());
        role.getStyleClass().addAll("muted", "small");
        int cut = step.text().indexOf(FACTS);
        String name = cut < 0 ? step.text() : step.text().substring(0, cut);
        VBox words = new VBox(role, new NodeLink(name, step.node(), select));
        words.getStyleClass().add("tight");
        if (cut >= 0) {
            words.getChildren().add(facts(step.text().substring(cut).strip()));
        }
        if (!step.evidence().isEmpty()) {
            words.getChildren().add(places(step.evidence()));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(tile, words);
        line.getStyleClass().add("story-line");
        return line;
    }

    /// Three lines of them; whole on the tooltip, and in the details once the node is selected.
    private static Label facts(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("story-facts-text");
        label.setWrapText(true);
        Tooltip whole = new Tooltip(words);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        label.setTooltip(whole);
        return label;
    }

    /// The first places; all of them on the tooltip.
    private static Label places(List<EvidencePlace> evidence) {
        String first =
                String.join(
                        "\n",
                        evidence.stream()
                                .limit(PLACES)
                                .map(place -> shortened(place.toString()))
                                .toList());
        int more = evidence.size() - PLACES;
        Label label =
                new Label(more > 0 ? first + "\n" + Words.of("inspector.places", more) : first);
        label.getStyleClass().add("place");
        label.setTooltip(
                new Tooltip(String.join("\n", evidence.stream().map(Object::toString).toList())));
        return label;
    }

    /// A path without its folders.
    private static String shortened(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
