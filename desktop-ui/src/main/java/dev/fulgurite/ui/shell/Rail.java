package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The pages of the window, one below the other; Ctrl and a digit goes to one.
final class Rail extends VBox {

    private final List<Page> pages;
    private final ToggleGroup group = new ToggleGroup();

    Rail(List<Page> pages, Consumer<Page> go) {
        this.pages = List.copyOf(pages);
        getStyleClass().add("rail");
        for (int i = 0; i < pages.size(); i++) {
            getChildren().add(button(pages.get(i), i + 1, go));
        }
    }

    private ToggleButton button(Page page, int digit, Consumer<Page> go) {
        ToggleButton button = new ToggleButton(page.words(), new IconView(page.icon(), 20));
        button.setId("page-" + page.id());
        button.getStyleClass().add("rail-page");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(Words.of("rail.tip", page.words(), digit)));
        button.setToggleGroup(group);
        button.setOnAction(_ -> go.accept(page));
        return button;
    }

    /// Marks the page that is shown.
    void mark(Page page) {
        group.selectToggle(group.getToggles().get(pages.indexOf(page)));
    }
}
