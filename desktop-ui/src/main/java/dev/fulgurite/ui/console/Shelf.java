package dev.fulgurite.ui.console;

import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Queries to begin from: those that were saved, those that ran, and those behind the last clicks.
final class Shelf extends TabPane {

    private static final int BEGIN = 130;

    /// One query on a list.
    record Item(String title, String query) {}

    private final Consumer<String> open;
    private final ListView<Item> saved = list("saved-queries");
    private final ListView<Item> past = list("past-queries");
    private final ListView<Item> asked = list("asked-queries");
    private final Label damaged = new Label();
    private final Tab askedTab;

    /// @param open puts a query into the editor
    Shelf(ConsoleViewModel model, Consumer<String> open) {
        this.open = open;
        getStyleClass().addAll("panel", "shelf");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setAccessibleText(Words.of("console.shelf"));
        saved.setAccessibleText(Words.of("console.saved"));
        past.setAccessibleText(Words.of("console.past"));
        asked.setAccessibleText(Words.of("console.asked"));
        damaged.setWrapText(true);
        damaged.getStyleClass().add("shelf-damaged");
        Button delete = new Button(Words.of("console.delete"));
        delete.getStyleClass().addAll("flat", "small");
        delete.disableProperty().bind(saved.getSelectionModel().selectedItemProperty().isNull());
        delete.setOnAction(_ -> {
            Item item = saved.getSelectionModel().getSelectedItem();
            if (item != null) {
                model.delete(item.title());
            }
        });
        askedTab = tab("console.asked", hint("console.asked.hint"), asked);
        getTabs()
                .addAll(
                        tab("console.saved", damaged, saved, delete),
                        tab("console.past", past),
                        askedTab);
        model.shelf()
                .subscribe(shelf -> {
                    saved.getItems()
                            .setAll(
                                    shelf.queries().stream()
                                            .map(query -> new Item(query.name(), query.text()))
                                            .toList());
                    damage(shelf.damaged());
                });
        model.past()
                .subscribe(shown -> {
                    past.getItems()
                            .setAll(
                                    shown.queries().stream()
                                            .map(query -> new Item("", query))
                                            .toList());
                    past.setPlaceholder(
                            hint(
                                    shown.damaged() > 0
                                            ? "console.past.damaged"
                                            : "console.past.none"));
                });
        model.asked()
                .subscribe(statements ->
                        asked.getItems()
                                .setAll(
                                        statements.stream()
                                                .map(one ->
                                                        new Item(
                                                                one.file()
                                                                        + "   "
                                                                        + Times.readable(one.at())
                                                                                .substring(11),
                                                                one.literal()))
                                                .toList()));
        saved.setPlaceholder(hint("console.saved.none"));
        asked.setPlaceholder(hint("console.asked.none"));
    }

    /// The first few words of a query on a few lines.
    private static String begin(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= BEGIN ? line : line.substring(0, BEGIN) + "…";
    }

    /// Brings the statements behind the last clicks to the front.
    void showAsked() {
        getSelectionModel().select(askedTab);
        asked.getSelectionModel().selectFirst();
        asked.requestFocus();
    }

    private void damage(List<String> complaints) {
        damaged.setText(Words.of("console.damaged", String.join("\n", complaints)));
        damaged.setManaged(!complaints.isEmpty());
        damaged.setVisible(!complaints.isEmpty());
    }

    private static Tab tab(String key, Node... parts) {
        VBox box = new VBox(parts);
        box.getStyleClass().add("shelf-body");
        for (Node part : parts) {
            if (part instanceof ListView) {
                VBox.setVgrow(part, Priority.ALWAYS);
            }
        }
        return new Tab(Words.of(key), box);
    }

    private static Label hint(String key) {
        Label label = new Label(Words.of(key));
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "shelf-hint");
        return label;
    }

    private ListView<Item> list(String id) {
        ListView<Item> list = new ListView<>();
        list.setId(id);
        list.setCellFactory(_ -> new ItemCell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(list);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(list);
                event.consume();
            }
        });
        return list;
    }

    private void open(ListView<Item> list) {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            open.accept(item.query());
        }
    }

    private final class ItemCell extends ListCell<Item> {
        private final Label title = new Label();
        private final Label text = new Label();
        private final Button use = new Button(Words.of("console.use"));
        private final VBox line = new VBox(title, text, use);

        ItemCell() {
            title.getStyleClass().add("strong");
            text.getStyleClass().addAll("shelf-text");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            use.getStyleClass().addAll("flat", "small", "shelf-use");
            use.setOnAction(_ -> {
                Item item = getItem();
                if (item != null) {
                    open.accept(item.query());
                }
            });
            line.getStyleClass().add("shelf-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : line);
            if (item != null) {
                title.setText(item.title());
                title.setManaged(!item.title().isBlank());
                text.setText(begin(item.query()));
            }
        }
    }
}
