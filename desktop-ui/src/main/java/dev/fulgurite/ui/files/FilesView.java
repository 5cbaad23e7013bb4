package dev.fulgurite.ui.files;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All evidence files with what became of them, an import that is under way, and what the logs
/// lack.
public final class FilesView extends BorderPane {

    private final FilesViewModel model;
    private final Choosers choosers;
    private final LedgerTable ledger;

    /// @param openAnother leads to another graph
    public FilesView(FilesViewModel model, Choosers choosers, Runnable openAnother) {
        this.model = model;
        this.choosers = choosers;
        getStyleClass().add("files");
        setId("files");
        ledger = new LedgerTable(model);
        ledger.setPlaceholder(new Label(Words.of("files.none")));
        VBox top = new VBox(heading(openAnother), new ImportPane(model));
        setTop(top);
        SplitPane below = new SplitPane(new FileDetails(model), gaps());
        below.setId("split-files-below");
        below.setDividerPositions(0.62);
        SplitPane split = new SplitPane(ledger, below);
        split.setId("split-files");
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        setCenter(split);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F6) {
            nextPanel(event.isShiftDown());
            event.consume();
        }
    }

    /// From the ledger to the chosen file, its rejects and the gaps, as far as they are there.
    private void nextPanel(boolean back) {
        List<Node> panels =
                Stream.of("#ledger", "#undo-import", "#rejects", "#gaps")
                        .map(this::lookup)
                        .filter(Objects::nonNull)
                        .toList();
        int now = 0;
        for (int i = 0; i < panels.size(); i++) {
            now = panels.get(i).isFocusWithin() ? i : now;
        }
        panels.get((now + (back ? panels.size() - 1 : 1)) % panels.size()).requestFocus();
    }

    /// Puts the keyboard on the ledger and reads what is new.
    public void begin() {
        model.load();
        ledger.requestFocus();
    }

    private Node heading(Runnable openAnother) {
        Label title = new Label(Words.of("files.title"));
        title.getStyleClass().add("page-title");
        Label summary = new Label();
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(Bindings.createStringBinding(model::summary, model.files()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CheckBox detect = new CheckBox(Words.of("files.detect"));
        detect.setTooltip(new Tooltip(Words.of("files.detect.tip")));
        detect.selectedProperty().bindBidirectional(model.detectAfter());
        Button files =
                new WordButton("files.add", this::addFiles)
                        .tipped()
                        .named("add-files")
                        .styled("accent");
        Button folder = new WordButton("files.add.folder", this::addFolder).tipped();
        Button other = new WordButton("files.open", openAnother).tipped().named("open-another");
        HBox heading = new HBox(title, summary, space, detect, files, folder, other);
        heading.getStyleClass().add("page-heading");
        return heading;
    }

    private void addFiles() {
        model.add(choosers.files(getScene().getWindow()));
    }

    private void addFolder() {
        model.add(choosers.folder(getScene().getWindow(), Words.of("files.add.folder.tip")));
    }

    private Node gaps() {
        Label heading = new Label();
        heading.getStyleClass().add("section-title");
        heading.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Words.of("files.gaps", model.gaps().size()), model.gaps()));
        ListView<Gap> list = new ListView<>(model.gaps());
        list.setId("gaps");
        list.setAccessibleText(Words.of("files.gaps.name"));
        list.setPlaceholder(placeholder());
        list.setCellFactory(_ -> new GapCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox gaps = new VBox(heading, list);
        gaps.getStyleClass().addAll("panel", "file-details", "section");
        return gaps;
    }

    private static Node placeholder() {
        Label none = new Label(Words.of("files.gaps.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        return new StackPane(none);
    }

    private static final class GapCell extends ListCell<Gap> {
        GapCell() {
            setWrapText(true);
            setPrefWidth(0);
            getStyleClass().add("gap");
        }

        @Override
        protected void updateItem(@Nullable Gap gap, boolean empty) {
            super.updateItem(gap, empty);
            setText(empty || gap == null ? null : gap.told());
        }
    }
}
