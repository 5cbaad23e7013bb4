package dev.fulgurite.ui.shell;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which graph is open, and whether its detections can see everything they need.
final class TopBar extends HBox {

    private final Label graph = new Label();
    private final Label events = new Label();
    private final Button completeness = new Button();
    private final ContextMenu blindRules = new ContextMenu();

    TopBar(ShellViewModel model, Runnable search, Runnable switchAppearance, Runnable showKeys) {
        getStyleClass().add("top-bar");
        IconView mark = new IconView(Icon.BOLT, 18);
        mark.getStyleClass().add("brand-mark");
        Label name = new Label(Words.of("window.title"));
        name.getStyleClass().add("brand");
        name.setMinWidth(USE_PREF_SIZE);
        graph.getStyleClass().add("muted");
        events.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        completeness.setId("completeness");
        completeness.setMinWidth(USE_PREF_SIZE);
        completeness.setOnAction(_ -> blindRules.show(completeness, Side.BOTTOM, 0, 4));
        Button appearance =
                new WordButton("top.appearance", switchAppearance).tipped().styled("flat");
        appearance.setId("appearance");
        Button keys = new WordButton("top.keys", showKeys).tipped().styled("flat");
        keys.setId("keys-button");
        getChildren()
                .addAll(
                        mark,
                        name,
                        searchField(search),
                        space,
                        graph,
                        events,
                        completeness,
                        appearance,
                        keys);
        model.overview().subscribe(this::show);
    }

    /// Looks like the field that it opens.
    private static Button searchField(Runnable search) {
        Label words = new Label(Words.of("top.search"));
        words.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label key = new Label(Words.of("action.search.key"));
        key.getStyleClass().addAll("muted", "small");
        key.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(new IconView(Icon.LENS, 15), words, space, key);
        line.getStyleClass().add("search-line");
        Button field = new Button(null, line);
        field.setId("search");
        field.getStyleClass().add("search-field");
        field.setAccessibleText(Words.of("top.search"));
        field.setOnAction(_ -> search.run());
        return field;
    }

    private void show(@Nullable Overview overview) {
        completeness.setVisible(overview != null && overview.files() > 0);
        if (overview == null) {
            graph.setText("");
            events.setText("");
            return;
        }
        graph.setText(shortened(overview.location()));
        graph.setTooltip(new Tooltip(overview.location()));
        events.setText(Words.of("top.events", overview.events(), overview.files()));
        events.setTooltip(new Tooltip(events.getText()));
        List<RuleState> blind = overview.blind();
        int all = overview.rules().size();
        boolean complete = blind.isEmpty();
        completeness.setText(
                complete
                        ? Words.of("top.complete", all)
                        : Words.of("top.blind", blind.size(), all));
        completeness.getStyleClass().setAll("button", "pill", complete ? "pill-ok" : "pill-blind");
        completeness.setDisable(complete);
        blindRules.getItems().setAll(blind.stream().map(TopBar::reason).toList());
    }

    /// A folder by its name; the whole of it is on the tooltip.
    private static String shortened(String location) {
        String[] parts = location.split("/", -1);
        String last = parts[parts.length - 1];
        if (parts.length < 2 || location.contains("://")) {
            return location;
        }
        return last.equals("graph") ? parts[parts.length - 2] + "/" + last : last;
    }

    private static CustomMenuItem reason(RuleState rule) {
        Label title = new Label(rule.title().isEmpty() ? rule.rule() : rule.title());
        title.getStyleClass().add("strong");
        Label why = new Label(String.join("\n", rule.reasons()));
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        VBox words = new VBox(title, why);
        words.getStyleClass().add("blind-rule");
        return new CustomMenuItem(words, false);
    }
}
