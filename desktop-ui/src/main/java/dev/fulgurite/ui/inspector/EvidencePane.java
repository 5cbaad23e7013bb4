package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The raw records behind the subject: a list of their places, and below it the one that is chosen,
/// its fields and its text.
final class EvidencePane extends VBox {

    private static final double ROW = 46;
    private static final int ROWS = 3;

    private final Consumer<String> openFolder;

    EvidencePane(
            ReadOnlyObjectProperty<Loadable<List<EvidenceRecord>>> evidence,
            Consumer<String> openFolder) {
        this.openFolder = openFolder;
        getStyleClass().add("evidence");
        evidence.subscribe(this::show);
    }

    private void show(Loadable<List<EvidenceRecord>> now) {
        switch (now) {
            case Loadable.Idle<List<EvidenceRecord>> _ -> say(Words.of("inspector.records.idle"));
            case Loadable.Waiting<List<EvidenceRecord>> _ -> say(Words.of("inspector.reading"));
            case Loadable.Failed<List<EvidenceRecord>>(var failure) ->
                    say(failure.happened(), failure.next(), failure.code());
            case Loadable.Ready<List<EvidenceRecord>>(List<EvidenceRecord> records) -> {
                if (records.isEmpty()) {
                    say(Words.of("inspector.records.none"));
                } else {
                    records(records);
                }
            }
        }
    }

    private void say(String... words) {
        VBox said = new VBox();
        said.getStyleClass().add("evidence-said");
        for (String word : words) {
            said.getChildren().add(Section.muted(word));
        }
        getChildren().setAll(said);
    }

    private void records(List<EvidenceRecord> records) {
        Label count = new Label(Words.of("inspector.records.count", records.size()));
        count.getStyleClass().addAll("section-title", "evidence-count");
        if (records.size() >= InspectorViewModel.RECORDS) {
            count.setText(Words.of("inspector.records.first", records.size()));
        }
        ListView<EvidenceRecord> list = new ListView<>();
        list.setId("records");
        list.setAccessibleText(Words.of("inspector.records"));
        list.getItems().setAll(records);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        double high = ROW * Math.min(ROWS, records.size()) + 2;
        list.setPrefHeight(high);
        list.setMinHeight(high);
        list.setMaxHeight(high);
        VBox detail = new VBox();
        detail.setMinHeight(0);
        VBox.setVgrow(detail, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(record -> {
                    if (record != null) {
                        Node shown = new RecordPane(record, openFolder);
                        VBox.setVgrow(shown, Priority.ALWAYS);
                        detail.getChildren().setAll(shown);
                    }
                });
        list.getSelectionModel().selectFirst();
        getChildren().setAll(count, list, detail);
    }

    /// The file and whether it is still the one that was read.
    private static final class Cell extends ListCell<EvidenceRecord> {
        private final Label file = new Label();
        private final Label place = new Label();
        private final Label hash = new Label();
        private final HBox row;

        Cell() {
            file.getStyleClass().add("record-file");
            place.getStyleClass().addAll("muted", "small");
            hash.getStyleClass().add("hash");
            hash.setMinWidth(USE_PREF_SIZE);
            VBox words = new VBox(file, place);
            words.getStyleClass().add("tight");
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(words, hash);
            row.getStyleClass().add("record-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable EvidenceRecord item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            file.setText(RecordPane.fileName(item));
            place.setText(Words.of("inspector.place", item.line(), item.offset()));
            String word = item.hash().word();
            hash.setText(Words.of("inspector.hash." + word));
            hash.getStyleClass().setAll("label", "hash", "hash-" + word);
            setAccessibleText(item.place() + ", " + hash.getText());
            setGraphic(row);
        }
    }
}
