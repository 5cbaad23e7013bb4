package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.EvidenceRecord.Field;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One raw record: where it stands, its fields, and its text, in which the chosen field is marked.
/// One pane for all records: what JavaFX keeps of the pixels of a text area is never given back.
final class RecordPane extends VBox {

    private static final double NAMES = 112;

    private final Consumer<String> openFolder;
    private final TextArea raw = raw();

    RecordPane(Consumer<String> openFolder) {
        this.openFolder = openFolder;
        getStyleClass().add("record");
        setMinHeight(0);
        VBox.setVgrow(raw, Priority.ALWAYS);
    }

    void show(EvidenceRecord record) {
        Label path = new Label(record.source());
        path.getStyleClass().add("place");
        path.setWrapText(true);
        path.setMinHeight(USE_PREF_SIZE);
        Node fields = fields(record);
        VBox.setVgrow(fields, Priority.ALWAYS);
        raw.setText(record.raw());
        raw.home();
        getChildren().setAll(path, hash(record), actions(record), fields, raw);
    }

    static String fileName(EvidenceRecord record) {
        String file = record.file().substring(record.file().lastIndexOf('/') + 1);
        return record.member().isEmpty() ? file : file + "!/" + record.member();
    }

    private static Label hash(EvidenceRecord record) {
        Label hash =
                Section.muted(
                        Words.of(
                                "inspector.hash." + record.hash().word() + ".means",
                                record.sha256()));
        hash.getStyleClass().add("small");
        return hash;
    }

    private FlowPane actions(EvidenceRecord record) {
        FlowPane actions =
                new FlowPane(
                        action("inspector.folder", () -> openFolder.accept(record.file())),
                        action("inspector.copy.path", () -> TextClip.copy(record.source())),
                        action("inspector.copy.record", () -> TextClip.copy(record.raw())));
        actions.getStyleClass().add("record-actions");
        return actions;
    }

    private static Button action(String key, Runnable run) {
        return new WordButton(key, run).named(key).styled("small");
    }

    private Node fields(EvidenceRecord record) {
        if (record.fields().isEmpty()) {
            return Section.muted(
                    Words.of(
                            record.raw().isEmpty()
                                    ? "inspector.fields.missing"
                                    : "inspector.fields.none"));
        }
        ListView<Field> list = new ListView<>();
        list.setId("fields");
        list.setAccessibleText(Words.of("inspector.fields"));
        list.getItems().setAll(record.fields());
        list.setCellFactory(_ -> new Cell());
        list.setMinHeight(96);
        list.setPrefHeight(260);
        list.getSelectionModel().selectedItemProperty().subscribe(this::mark);
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Field chosen = list.getSelectionModel().getSelectedItem();
                    if (event.isShortcutDown() && event.getCode() == KeyCode.C && chosen != null) {
                        TextClip.copy(chosen.value());
                        event.consume();
                    }
                });
        return list;
    }

    /// Marks where a field stands in the text; one that is written otherwise there marks nothing.
    /// The text area leaves out carriage returns, which moves what stands behind them.
    private void mark(@Nullable Field field) {
        if (field == null || field.at() < 0) {
            raw.deselect();
            return;
        }
        String shown = raw.getText();
        boolean there = shown.startsWith(field.value(), field.at());
        int at = there ? field.at() : shown.indexOf(field.value());
        if (at >= 0) {
            raw.selectRange(at + field.value().length(), at);
        }
    }

    /// A text area, so that parts of the record can be marked and copied.
    private static TextArea raw() {
        TextArea raw = new TextArea();
        raw.setId("raw");
        raw.setEditable(false);
        raw.setWrapText(true);
        raw.getStyleClass().add("raw");
        raw.setPrefRowCount(10);
        raw.setMinHeight(72);
        raw.setAccessibleText(Words.of("inspector.raw"));
        return raw;
    }

    private static final class Cell extends ListCell<Field> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(name, value);

        Cell() {
            name.getStyleClass().addAll("muted", "small");
            name.setMinWidth(NAMES);
            name.setMaxWidth(NAMES);
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            value.getStyleClass().add("column-value");
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            value.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(value, Priority.ALWAYS);
            row.getStyleClass().add("field-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Field item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(item.name());
            boolean none = item.value().isEmpty();
            value.setText(none ? Words.of("inspector.field.empty") : item.value());
            setTooltip(
                    item.at() < 0 && !none
                            ? new Tooltip(Words.of("inspector.field.otherwise"))
                            : null);
            setAccessibleText(item.name() + ": " + value.getText());
            setGraphic(row);
        }
    }
}
