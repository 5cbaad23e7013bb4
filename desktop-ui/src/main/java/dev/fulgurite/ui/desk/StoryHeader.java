package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.AlertStory.Phrase;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The alert in one sentence; every name in it selects its node.
final class StoryHeader extends VBox {

    private final TextFlow sentence = new TextFlow();
    private final FlowPane facts = new FlowPane();
    private final Label standing;
    private final Consumer<NodeRef> select;
    private final MenuButton export;

    StoryHeader(DeskViewModel model, Consumer<NodeRef> select, SaveDialog dialog) {
        ReadOnlyObjectProperty<@Nullable AlertStory> story = model.story();
        StoryTools tools = model.tools();
        this.select = select;
        getStyleClass().add("story-header");
        setId("story");
        sentence.getStyleClass().add("sentence");
        facts.getStyleClass().add("story-facts");
        Label exported = muted("");
        exported.textProperty().bind(tools.exported());
        exported.setId("story-exported");
        exported.visibleProperty().bind(tools.exported().isNotEmpty());
        exported.managedProperty().bind(exported.visibleProperty());
        HBox.setHgrow(facts, Priority.ALWAYS);
        standing = standing(model);
        export = export(tools, dialog);
        Button why = new WordButton("story.why", tools::why).tipped().named("story-why");
        HBox buttons = new HBox(why, export);
        buttons.getStyleClass().add("buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.disableProperty().bind(story.map(_ -> false).orElse(true));
        HBox below = new HBox(facts, buttons);
        below.getStyleClass().add("facts-line");
        // Left to itself, it reckons with lines of 400 pixels and keeps room for those.
        facts.prefWrapLengthProperty()
                .bind(
                        below.widthProperty()
                                .subtract(buttons.widthProperty())
                                .subtract(below.spacingProperty()));
        getChildren().addAll(sentence, below, exported);
        story.subscribe(this::show);
    }

    private static Label standing(DeskViewModel model) {
        Label standing = new Label();
        standing.setId("story-standing");
        standing.getStyleClass().add("standing");
        standing.textProperty().bind(model.standing());
        standing.visibleProperty().bind(model.standing().isNotEmpty());
        standing.managedProperty().bind(standing.visibleProperty());
        return standing;
    }

    /// Lists the formats that the case can be written in.
    void showExport() {
        export.requestFocus();
        export.show();
    }

    private static MenuButton export(StoryTools tools, SaveDialog dialog) {
        MenuButton export = new MenuButton(Words.of("story.export"));
        export.setId("story-export");
        export.setTooltip(new Tooltip(Words.of("story.export.tip")));
        export.getItems().setAll(new MenuItem(Words.of("story.export.reading")));
        export.setOnShowing(_ ->
                tools.formats(names ->
                        export.getItems()
                                .setAll(
                                        names.stream()
                                                .map(name -> format(name, tools, dialog))
                                                .toList())));
        return export;
    }

    private static MenuItem format(String name, StoryTools tools, SaveDialog dialog) {
        MenuItem item = new MenuItem(Words.of("story.export.as", name));
        item.setOnAction(_ ->
                dialog.ask(Words.of("story.export.title"), tools.fileName(name))
                        .ifPresent(file -> tools.export(name, file)));
        return item;
    }

    private void show(@Nullable AlertStory story) {
        if (story == null) {
            sentence.getChildren().setAll(text(Words.of("story.choose")));
            facts.getChildren().clear();
            return;
        }
        sentence.getChildren().setAll(story.phrases().stream().map(this::part).toList());
        facts.getChildren()
                .setAll(
                        severity(story),
                        muted(Times.readable(story.alert().time())),
                        muted(story.alert().rule()),
                        muted(Words.of("story.confidence", confidence(story))),
                        muted(Words.of("story.records", story.alert().evidence().size())),
                        standing);
    }

    private static String confidence(AlertStory story) {
        return String.format(Locale.ROOT, "%.2f", story.alert().confidence());
    }

    private static Label severity(AlertStory story) {
        String word = story.alert().severity().word();
        Label label = new Label(word);
        label.getStyleClass().addAll("severity-word", "severity-" + word);
        return label;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Text text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("sentence-text");
        return text;
    }

    private Node part(Phrase phrase) {
        NodeRef node = phrase.node();
        if (node == null) {
            return text(phrase.text());
        }
        Hyperlink link = new Hyperlink(phrase.text());
        link.getStyleClass().add("sentence-link");
        link.setOnAction(_ -> {
            link.setVisited(false);
            select.accept(node);
        });
        return link;
    }
}
