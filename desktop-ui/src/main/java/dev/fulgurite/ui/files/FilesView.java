package dev.fulgurite.ui.files;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.actions.Panes.Pane;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
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
    private final FileDetails details;
    private final ListView<Gap> gaps;

    /// @param openAnother leads to another graph
    public FilesView(FilesViewModel model, Choosers choosers, Runnable openAnother) {
        this.model = model;
        this.choosers = choosers;
        getStyleClass().add("files");
        setId("files");
        ledger = new LedgerTable(model);
        details = new FileDetails(model, ledger::requestFocus);
        gaps = new ListView<>(model.gaps());
        ledger.setPlaceholder(new Label(Words.of("files.none")));
        VBox top = new VBox(heading(openAnother), new ImportPane(model));
        setTop(top);
        SplitPane below = new SplitPane(details, gaps());
        below.setId("split-files-below");
        below.setDividerPositions(0.62);
        SplitPane split = new SplitPane(ledger, below);
        split.setId("split-files");
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        setCenter(split);
    }

    /// The ledger, the chosen file with its rejects, and the gaps.
    public Panes panes() {
        return new Panes(
                List.of(
                        Pane.of(ledger),
                        new Pane(details.file(), details::begin),
                        new Pane(details.records(), details::beginRecords),
                        Pane.of(gaps)));
    }

    /// Puts the keyboard on the ledger and reads what is new.
    public void begin() {
        model.load();
        ledger.requestFocus();
    }

    private Node heading(Runnable openAnother) {
        Label title = new Label(Words.of("files.title"));
        title.getStyleClass().add("page-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(Bindings.createStringBinding(model::summary, model.files()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(summary.textProperty());
        summary.setTooltip(whole);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CheckBox detect = new CheckBox(Words.of("files.detect"));
        detect.setTooltip(new Tooltip(Words.of("files.detect.tip")));
        detect.setMinWidth(USE_PREF_SIZE);
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
        gaps.setId("gaps");
        gaps.setAccessibleText(Words.of("files.gaps.name"));
        gaps.setPlaceholder(placeholder());
        gaps.setCellFactory(_ -> new GapCell());
        VBox.setVgrow(gaps, Priority.ALWAYS);
        VBox panel = new VBox(heading, gaps);
        panel.getStyleClass().addAll("panel", "file-details", "section");
        return panel;
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
