package dev.fulgurite.ui.files;

import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Takes the import of a file back, after a question. The question stands, with the keyboard on it,
/// while the page is read anew around it.
final class TakeBack extends HBox {

    private final Button back = button("files.undo", "undo-import");
    private final Button sure = button("files.undo.yes", "undo-sure");
    private final Button keep = button("files.undo.no", "undo-keep");
    private final Label asked = new Label();
    private @Nullable FileAccount file;

    TakeBack(FilesViewModel model) {
        getStyleClass().add("buttons");
        back.disableProperty().bind(model.state().map(ImportState::isBusy));
        sure.getStyleClass().add("danger");
        asked.getStyleClass().add("muted");
        asked.setWrapText(true);
        asked.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(asked, Priority.ALWAYS);
        back.setOnAction(_ -> ask());
        sure.setOnAction(_ -> takeBack(model));
        keep.setOnAction(_ -> {
            getChildren().setAll(back);
            back.requestFocus();
        });
        getChildren().setAll(back);
    }

    private static Button button(String key, String id) {
        Button button = new Button(Words.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// Puts the keyboard here.
    void begin() {
        (getChildren().contains(keep) ? keep : back).requestFocus();
    }

    void about(FileAccount next) {
        FileAccount before = file;
        file = next;
        asked.setText(Words.of("files.undo.sure", next.ledger().stored()));
        if (before == null || !before.ledger().sha256().equals(next.ledger().sha256())) {
            sure.setDisable(false);
            getChildren().setAll(back);
        }
    }

    private void ask() {
        getChildren().setAll(sure, keep, asked);
        keep.requestFocus();
    }

    private void takeBack(FilesViewModel model) {
        FileAccount one = file;
        if (one != null) {
            sure.setDisable(true);
            model.undo(one, () -> sure.setDisable(false));
        }
    }
}
