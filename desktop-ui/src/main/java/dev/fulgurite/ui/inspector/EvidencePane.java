package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The raw records behind the subject, each with its place and whether its file is still the one
/// that was read.
final class EvidencePane extends VBox {

    private static final int SHOWN = 50;

    EvidencePane(ReadOnlyObjectProperty<Loadable<List<EvidenceRecord>>> evidence) {
        getStyleClass().add("inspector-body");
        Section section = new Section("inspector.records");
        section.follow(evidence, EvidencePane::records);
        getChildren().add(section);
    }

    private static Node records(List<EvidenceRecord> records) {
        VBox list = new VBox();
        list.getStyleClass().add("records");
        records.stream().limit(SHOWN).forEach(record -> list.getChildren().add(record(record)));
        if (records.isEmpty()) {
            list.getChildren().add(Section.muted(Words.of("inspector.records.none")));
        } else if (records.size() > SHOWN) {
            list.getChildren()
                    .add(Section.muted(Words.of("inspector.records.cut", SHOWN, records.size())));
        }
        return list;
    }

    private static VBox record(EvidenceRecord record) {
        Label file = new Label(fileName(record));
        file.getStyleClass().add("record-file");
        file.setTooltip(new Tooltip(record.place()));
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Label hash = new Label(Words.of("inspector.hash." + record.hash().word()));
        hash.getStyleClass().addAll("hash", "hash-" + record.hash().word());
        hash.setTooltip(new Tooltip("SHA-256 " + record.sha256()));
        hash.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(file, hash);
        top.getStyleClass().add("record-top");
        Label place = new Label(Words.of("inspector.place", record.line(), record.offset()));
        place.getStyleClass().addAll("muted", "small");
        VBox box = new VBox(top, place, raw(record.raw()));
        box.getStyleClass().add("record");
        return box;
    }

    private static String fileName(EvidenceRecord record) {
        String file = record.file().substring(record.file().lastIndexOf('/') + 1);
        return record.member().isEmpty() ? file : file + "!/" + record.member();
    }

    /// A text area, so that the record can be marked and copied; as tall as its text, to a limit.
    private static TextArea raw(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("raw");
        area.setPrefRowCount(Math.clamp(text.length() / 44 + 1, 2, 14));
        area.setAccessibleText(Words.of("inspector.raw"));
        return area;
    }
}
