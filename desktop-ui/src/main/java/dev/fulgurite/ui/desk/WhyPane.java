package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertArgument;
import dev.fulgurite.investigation.AlertArgument.Hop;
import dev.fulgurite.investigation.AlertArgument.Inference;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.EvidencePlace;
import dev.fulgurite.investigation.Wording;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The argument for a story, above the canvas. Esc puts it away.
final class WhyPane extends StackPane {

    private static final List<String> SAID =
            List.of("why", "blind spots", "false positives", "triage");

    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final Label attack = new Label();
    private final Runnable left;

    /// @param left called when it was put away
    WhyPane(StoryTools tools, Runnable left) {
        this.left = left;
        setId("why");
        getStyleClass().add("why-ground");
        Label title = new Label(Words.of("why.title"));
        title.getStyleClass().add("subject-title");
        Button close =
                new WordButton("why.close", tools::putAway).named("why-close").styled("small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        attack.getStyleClass().add("muted");
        HBox top = new HBox(title, attack, space, close);
        top.getStyleClass().add("why-top");
        body.getStyleClass().add("why-body");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox sheet = new VBox(top, scroll);
        sheet.getStyleClass().add("why");
        getChildren().add(sheet);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                tools.putAway();
                event.consume();
            }
        });
        tools.argued().subscribe(this::show);
    }

    private void show(StoryTools.@Nullable Argued argued) {
        boolean was = isVisible();
        setVisible(argued != null);
        if (argued == null) {
            body.getChildren().clear();
            if (was && Panes.hasKeyboard(this)) {
                left.run();
            }
            return;
        }
        AlertArgument argument = argued.argument();
        attack.setText(String.join("   ", argument.attack()));
        body.getChildren().clear();
        said(argument);
        hops(argument);
        inferences(argued.story(), argument);
        smallest(argument);
        part("why.prevalence", lines(argument.prevalence()));
        part("why.unseen", lines(argument.unseen()));
        scroll.setVvalue(0);
        scroll.requestFocus();
    }

    private void said(AlertArgument argument) {
        for (String key : SAID) {
            String text = argument.rule().getOrDefault(key, "");
            if (!text.isBlank()) {
                part("why.rule." + key.replace(' ', '-'), List.of(text(text)));
            }
        }
    }

    private void hops(AlertArgument argument) {
        part(
                Words.of("why.hops", argument.hops().size(), argument.stated()),
                argument.hops().stream().map(this::hop).toList(),
                "");
    }

    private Node hop(Hop hop) {
        String records =
                hop.carriedBy().isEmpty()
                        ? Words.of("why.hop.follows")
                        : hop.carriedBy().stream()
                                .map(EvidencePlace::toString)
                                .collect(Collectors.joining(", "));
        return pair(hop.told(), records);
    }

    private void inferences(AlertStory story, AlertArgument argument) {
        part(
                Words.of("why.inferred", argument.inferences().size()),
                argument.inferences().stream().map(one -> inference(story, one)).toList(),
                "why.inferred.none");
    }

    private static Node inference(AlertStory story, Inference one) {
        Label sure = new Label(String.format(Locale.ROOT, "%.2f", one.confidence()));
        sure.getStyleClass().add("confidence");
        sure.setMinWidth(USE_PREF_SIZE);
        String told = name(story, one.from()) + " " + one.type() + " " + name(story, one.to());
        VBox words = pair(told, Words.of("why.inferred.by", one.reason(), one.link()));
        HBox line = new HBox(sure, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getStyleClass().add("facts-line");
        return line;
    }

    private static String name(AlertStory story, String ref) {
        return NodeRef.parse(ref)
                .flatMap(wanted ->
                        story.graph().nodes().stream()
                                .filter(node -> node.ref().equals(wanted))
                                .findFirst())
                .map(Wording::name)
                .orElse(ref);
    }

    private void smallest(AlertArgument argument) {
        part(
                Words.of("why.smallest", argument.smallest().size(), argument.records()),
                argument.smallest().stream().map(place -> (Node) mono(place.toString())).toList(),
                "");
    }

    private static VBox pair(String told, String below) {
        VBox pair = new VBox(text(told), mono(below));
        pair.getStyleClass().add("tight");
        return pair;
    }

    private static List<Node> lines(List<String> texts) {
        return texts.stream().map(text -> (Node) text(text)).toList();
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label mono(String words) {
        Label label = text(words);
        label.getStyleClass().add("place");
        return label;
    }

    private void part(String key, List<Node> parts) {
        part(Words.of(key), parts, "");
    }

    /// @param none key of what is said when there are no parts; `""` leaves the title out, too
    private void part(String title, List<Node> parts, String none) {
        if (parts.isEmpty() && none.isEmpty()) {
            return;
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        heading.setWrapText(true);
        VBox section = new VBox(heading);
        section.getStyleClass().add("section");
        section.getChildren().addAll(parts.isEmpty() ? List.of(text(Words.of(none))) : parts);
        body.getChildren().add(section);
    }
}
