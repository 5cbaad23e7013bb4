package dev.fulgurite.ui.search;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A field over the window, and below it what is found as one types. The arrows go through the list
/// while the keyboard stays in the field; Enter chooses, Esc closes.
public final class PaletteView extends StackPane {

    private static final double LINE = 44;
    private static final double HEADING = 30;
    private static final double TALLEST = 560;
    private static final double EDGES = 12;

    private final SearchViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Label says = new Label();
    private boolean moved;

    /// @param close takes the palette away
    public PaletteView(SearchViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("palette");
        getStyleClass().addAll("sheet-ground", "palette-ground");
        setAlignment(Pos.TOP_CENTER);
        field.setId("palette-field");
        field.setPromptText(Words.of("search.prompt"));
        field.getStyleClass().add("palette-field");
        field.textProperty()
                .subscribe(text -> {
                    moved = false;
                    model.type(text);
                });
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox top = new HBox(new IconView(Icon.LENS, 18), field);
        top.getStyleClass().add("palette-top");
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EntryCell(this::choose));
        says.getStyleClass().addAll("muted", "palette-says");
        Label keys = new Label(Words.of("search.keys"));
        keys.getStyleClass().addAll("muted", "palette-keys");
        VBox sheet = new VBox(top, list, says, keys);
        sheet.getStyleClass().add("palette");
        sheet.setMaxSize(760, USE_PREF_SIZE);
        getChildren().add(sheet);
        model.entries().subscribe(this::show);
        model.says().subscribe(this::say);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
    }

    /// Gives up what is still being looked for.
    public void end() {
        model.end();
    }

    /// Empties the field and puts the keyboard on it.
    public void begin() {
        field.clear();
        model.begin();
        field.requestFocus();
    }

    private void show(List<Entry> entries) {
        Entry before = moved ? list.getSelectionModel().getSelectedItem() : null;
        list.getItems().setAll(entries);
        double height =
                entries.stream()
                        .mapToDouble(entry -> entry instanceof Entry.Heading ? HEADING : LINE)
                        .sum();
        list.setPrefHeight(Math.min(TALLEST, height + EDGES));
        list.setManaged(!entries.isEmpty());
        list.setVisible(!entries.isEmpty());
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < entries.size(); i++) {
            if (before != null && entries.get(i).isAs(before)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
        step(1);
    }

    private void say(String word) {
        boolean failed = word.startsWith("failed ");
        says.setText(
                failed
                        ? Words.of("search.failed", word.substring("failed ".length()))
                        : word.isEmpty() ? "" : Words.of("search." + word));
        says.setManaged(!word.isEmpty());
        says.setVisible(!word.isEmpty());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> choose(list.getSelectionModel().getSelectedItem());
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// What the analyst went to stays selected while more is found.
    private void move(int by) {
        moved = true;
        step(by);
    }

    /// Selects the next choice that way; headings are passed over.
    private void step(int by) {
        List<Entry> entries = list.getItems();
        int size = entries.size();
        int at = list.getSelectionModel().getSelectedIndex();
        for (int i = 0; i < size; i++) {
            at = at < 0 && by < 0 ? size - 1 : Math.floorMod(at + by, size);
            if (entries.get(at) instanceof Entry.Choice) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 6));
                return;
            }
        }
    }

    private void choose(Entry entry) {
        if (entry instanceof Entry.Choice choice) {
            close.run();
            choice.choose().run();
        }
    }
}
