package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.RawRecords;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

    private static final int ROWS = 3;

    private final RecordPane shown;
    private final Runnable more;
    private int before;

    /// @param more reads the next records of what was cut
    EvidencePane(
            ReadOnlyObjectProperty<Loadable<RawRecords>> evidence,
            Consumer<String> openFolder,
            Runnable more) {
        this.shown = new RecordPane(openFolder);
        this.more = more;
        getStyleClass().add("evidence");
        VBox.setVgrow(shown, Priority.ALWAYS);
        evidence.subscribe(this::show);
    }

    private void show(Loadable<RawRecords> now) {
        switch (now) {
            case Loadable.Idle<RawRecords> _ -> say(Words.of("inspector.records.idle"));
            case Loadable.Waiting<RawRecords> _ -> say(Words.of("inspector.reading"));
            case Loadable.Failed<RawRecords>(var failure) ->
                    say(failure.happened(), failure.next(), failure.code());
            case Loadable.Ready<RawRecords>(RawRecords found) -> {
                if (found.records().isEmpty()) {
                    say(Words.of("inspector.records.none"));
                } else {
                    records(found);
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

    private void records(RawRecords found) {
        List<EvidenceRecord> records = found.records();
        ListView<EvidenceRecord> list = new ListView<>();
        list.setId("records");
        list.setAccessibleText(Words.of("inspector.records"));
        list.getItems().setAll(records);
        list.getStyleClass().add("record-list");
        list.setCellFactory(_ -> new Cell());
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty().multiply(Math.min(ROWS, records.size())).add(2));
        list.setMinHeight(USE_PREF_SIZE);
        list.setMaxHeight(USE_PREF_SIZE);
        VBox detail = new VBox();
        detail.setMinHeight(0);
        VBox.setVgrow(detail, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(record -> {
                    if (record != null) {
                        shown.show(record);
                        detail.getChildren().setAll(shown);
                    }
                });
        // Of what was read on, the first that was not there before.
        int first = before < records.size() ? before : 0;
        before = 0;
        list.getSelectionModel().select(first);
        getChildren().setAll(count(found), list, detail);
        if (first > 0) {
            // The button that asked for them is gone, and the keyboard with it.
            list.requestFocus();
            // Scrolling reckons with the height that the list has.
            applyCss();
            layout();
            list.scrollTo(first);
        }
    }

    /// How many there are, and what of them is not here.
    private Node count(RawRecords found) {
        int here = found.records().size();
        boolean all = !found.cut() && !found.more();
        Label count =
                new Label(
                        Words.of(
                                all ? "inspector.records.count" : "inspector.records.first", here));
        count.setId("record-count");
        count.getStyleClass().add("section-title");
        VBox head = new VBox(count);
        head.getStyleClass().add("evidence-head");
        if (found.more()) {
            head.getChildren()
                    .add(
                            Section.muted(
                                    Words.of("inspector.records.more", Neighbourhood.LOOKED_AT)));
        }
        if (found.cut()) {
            Button next =
                    new Button(Words.of("inspector.records.next", InspectorViewModel.RECORDS));
            next.setId("more-records");
            next.getStyleClass().add("small");
            next.setOnAction(_ -> {
                before = here;
                more.run();
            });
            head.getChildren().add(next);
        }
        return head;
    }

    /// The file, and below it the place and whether it is still the one that was read.
    private static final class Cell extends ListCell<EvidenceRecord> {
        private final Label file = new Label();
        private final Label place = new Label();
        private final Label hash = new Label();
        private final VBox row;

        Cell() {
            file.getStyleClass().add("record-file");
            place.getStyleClass().addAll("muted", "small");
            hash.getStyleClass().add("hash");
            hash.setMinWidth(USE_PREF_SIZE);
            place.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(place, Priority.ALWAYS);
            HBox below = new HBox(place, hash);
            below.getStyleClass().add("record-place");
            row = new VBox(file, below);
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
