package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.investigation.RuleCheck;
import dev.fulgurite.investigation.RuleComparison;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.investigation.query.CypherText;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.actions.Panes.Pane;
import dev.fulgurite.ui.editing.CypherArea;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// A rule of one's own as text, and on its right what checking it and trying it gave.
final class EditorView extends BorderPane {

    private static final int MOST = 100;

    private final Editor model;
    private final TextField id = new TextField();
    private final CypherArea text = new CypherArea(CypherText::ruleWords);
    private final VBox findings = new VBox();
    private final ScrollPane found;

    EditorView(Editor model) {
        this.model = model;
        setId("editor");
        getStyleClass().addAll("panel", "editor");
        id.textProperty().bindBidirectional(model.id());
        id.setId("editor-name");
        id.setAccessibleText(Words.of("editor.name"));
        setTop(top());
        setCenter(sheet());
        findings.getStyleClass().add("inspector-body");
        findings.setId("editor-findings");
        found = new ScrollPane(findings);
        found.setFitToWidth(true);
        found.setPrefWidth(440);
        found.getStyleClass().add("editor-findings");
        setRight(found);
        model.check().subscribe(_ -> show());
        model.check().subscribe(this::mark);
        model.open().subscribe(_ -> text.begin());
        model.comparison().subscribe(_ -> show());
        model.told().subscribe(_ -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Puts the keyboard on the text.
    void begin() {
        Platform.runLater(text::requestFocus);
    }

    Panes panes() {
        return new Panes(List.of(Pane.of(text), Pane.of(found), Pane.of(id)));
    }

    private HBox top() {
        Label name = new Label(Words.of("editor.name"));
        name.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button save = button("editor.save", model::save);
        save.getStyleClass().add("accent");
        HBox top =
                new HBox(
                        name,
                        id,
                        new Label(".cypher"),
                        space,
                        button("editor.check", model::examine),
                        button("editor.compare", model::compare),
                        button("editor.keep", model::keepDraft),
                        save,
                        button("editor.close", model::close));
        top.getStyleClass().addAll("page-top", "facts-line");
        return top;
    }

    private static Button button(String key, Runnable action) {
        return new WordButton(key, action).tipped().named(key.replace('.', '-'));
    }

    private Node sheet() {
        text.follow(model.text());
        text.setId("editor-text");
        text.setAccessibleText(Words.of("editor.text"));
        return new VirtualizedScrollPane<>(text);
    }

    private void mark(@Nullable RuleCheck check) {
        text.unmark();
        if (check != null) {
            text.markLine(check.line());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
            model.save();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.examine();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
        } else {
            return;
        }
        event.consume();
    }

    private void show() {
        List<Node> parts = new ArrayList<>();
        if (!model.told().get().isEmpty()) {
            parts.add(label(model.told().get(), "strong"));
        }
        checked(model.check().get(), parts);
        compared(model.comparison().get(), parts);
        if (parts.isEmpty()) {
            parts.add(label(Words.of("editor.hint"), "muted"));
        }
        findings.getChildren().setAll(parts);
    }

    private void checked(@Nullable RuleCheck check, List<Node> parts) {
        if (check == null) {
            return;
        }
        String verdict = check.isInOrder() ? "editor.ok" : "editor.wrong";
        parts.add(label(Words.of(verdict), "section-title"));
        for (String mistake : check.mistakes()) {
            parts.add(label(mistake, "mistake"));
        }
        if (check.line() > 0) {
            Button go = new Button(Words.of("editor.go", check.line()));
            go.setId("editor-go");
            go.getStyleClass().add("small");
            go.setOnAction(_ -> text.goToLine(check.line()));
            parts.add(go);
        }
        for (RuleCheck.Outcome outcome : check.examples()) {
            parts.add(label(told(outcome), outcome.holds() ? "holds" : "mistake"));
        }
    }

    private static String told(RuleCheck.Outcome outcome) {
        String expected = Words.of(outcome.fires() ? "editor.fires" : "editor.quiet");
        String found =
                outcome.failure().isEmpty()
                        ? Words.of("editor.rows", outcome.rows())
                        : outcome.failure();
        return (outcome.holds() ? "✓ " : "✕ ")
                + Words.of("editor.example", expected, outcome.title(), found, outcome.line());
    }

    private void compared(@Nullable RuleComparison comparison, List<Node> parts) {
        if (comparison == null) {
            return;
        }
        parts.add(
                label(
                        Words.of(
                                "editor.compared",
                                comparison.gained().size(),
                                comparison.lost().size(),
                                comparison.kept(),
                                comparison.completeness().word()),
                        "section-title"));
        hits("+ ", comparison.gained(), "holds", parts);
        hits("− ", comparison.lost(), "mistake", parts);
    }

    private static void hits(String mark, List<Alert> hits, String style, List<Node> parts) {
        hits.stream()
                .limit(MOST)
                .map(hit -> label(mark + Times.readable(hit.time()) + "  " + hit.title(), style))
                .forEach(parts::add);
        if (hits.size() > MOST) {
            parts.add(label(Words.of("editor.more", MOST, hits.size()), "muted"));
        }
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
