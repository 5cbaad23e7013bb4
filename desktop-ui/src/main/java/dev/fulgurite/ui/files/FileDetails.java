package dev.fulgurite.ui.files;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.RejectedRecord;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chosen file in full: where it is, what to know of it, its rejected records, and the way to
/// take its import back.
final class FileDetails extends VBox {

    private final FilesViewModel model;
    private final Runnable left;
    private final TextField name = readable("files.path");
    private final TextField hash = readable("files.hash");
    private final VBox facts = new VBox();
    private final TakeBack takeBack;
    private final VBox file;
    private final VBox records = new VBox();

    /// @param left called when the file that the keyboard was on is there no more
    FileDetails(FilesViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        getStyleClass().addAll("panel", "file-details");
        setId("file-details");
        hash.getStyleClass().add("column-value");
        takeBack = new TakeBack(model);
        file = new VBox(name, hash, facts, takeBack);
        file.getStyleClass().add("section");
        file.managedProperty().bind(file.visibleProperty());
        facts.getStyleClass().add("section");
        records.getStyleClass().add("section");
        Label hint = muted(Words.of("files.choose.hint"));
        hint.visibleProperty().bind(file.visibleProperty().not());
        hint.managedProperty().bind(hint.visibleProperty());
        VBox.setVgrow(records, Priority.ALWAYS);
        getChildren().addAll(hint, file, records);
        model.chosen().subscribe(this::show);
        model.rejects().subscribe(this::show);
    }

    /// What is known of the file.
    Node file() {
        return file;
    }

    /// Its rejected records.
    Node records() {
        return records;
    }

    /// Puts the keyboard on what can be done with the file.
    void begin() {
        takeBack.begin();
    }

    void beginRecords() {
        records.getChildren().stream()
                .filter(ListView.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// What the keyboard can be on stays as it is while the same file is shown again.
    private void show(@Nullable FileAccount one) {
        if (one == null) {
            boolean here = Panes.hasKeyboard(file);
            file.setVisible(false);
            if (here) {
                left.run();
            }
            return;
        }
        file.setVisible(true);
        Ledger ledger = one.ledger();
        name.setText(ledger.name());
        hash.setText("SHA-256 " + ledger.sha256());
        facts.getChildren().setAll(muted(Words.of("files.closes", sums(ledger))), tables(ledger));
        one.warnings().forEach(warning -> facts.getChildren().add(strong("⚠ " + warning)));
        if (!ledger.reason().isEmpty()) {
            facts.getChildren().add(muted(Words.of("files.reason", ledger.reason())));
        }
        takeBack.about(one);
    }

    private static String sums(Ledger ledger) {
        return String.format(
                Locale.ROOT,
                "%,d = %,d + %,d + %,d + %,d",
                ledger.read(),
                ledger.stored(),
                ledger.duplicate(),
                ledger.outOfScope(),
                ledger.rejected());
    }

    private static Node tables(Ledger ledger) {
        return muted(
                String.join(
                        " · ",
                        ledger.tables().entrySet().stream()
                                .map(table ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %,d",
                                                table.getKey(),
                                                table.getValue()))
                                .toList()));
    }

    private static TextField readable(String spoken) {
        TextField field = new TextField();
        field.setEditable(false);
        field.getStyleClass().add("readable");
        field.setAccessibleText(Words.of(spoken));
        return field;
    }

    private void show(Loadable<List<RejectedRecord>> rejects) {
        records.getChildren().clear();
        switch (rejects) {
            case Loadable.Idle<List<RejectedRecord>> _ -> {}
            case Loadable.Waiting<List<RejectedRecord>> _ ->
                    records.getChildren().add(muted(Words.of("inspector.waiting")));
            case Loadable.Failed<List<RejectedRecord>>(var failure) ->
                    records.getChildren().add(muted(failure.happened() + " " + failure.next()));
            case Loadable.Ready<List<RejectedRecord>>(List<RejectedRecord> found) ->
                    records.getChildren().addAll(heading(found.size()), list(found));
        }
    }

    private Label heading(int shown) {
        FileAccount chosen = model.chosen().get();
        long all = chosen == null ? shown : chosen.ledger().rejected();
        Label heading =
                new Label(
                        shown == all
                                ? Words.of("files.rejects", all)
                                : Words.of("files.rejects.cut", shown, all));
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private static ListView<RejectedRecord> list(List<RejectedRecord> found) {
        ListView<RejectedRecord> list = new ListView<>();
        list.setId("rejects");
        list.setAccessibleText(Words.of("files.rejects.name"));
        list.getItems().setAll(found);
        list.setCellFactory(_ -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label strong(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("warning-words");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static final class Cell extends ListCell<RejectedRecord> {
        private final Label line = new Label();
        private final Label reason = new Label();
        private final Label raw = new Label();
        private final VBox all;

        Cell() {
            line.getStyleClass().add("strong");
            line.setMinWidth(USE_PREF_SIZE);
            reason.setWrapText(true);
            reason.setMinHeight(USE_PREF_SIZE);
            raw.getStyleClass().add("column-value");
            raw.setWrapText(true);
            raw.setMinHeight(USE_PREF_SIZE);
            HBox top = new HBox(line, reason);
            top.getStyleClass().add("facts-line");
            all = new VBox(top, raw);
            all.getStyleClass().add("reject");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable RejectedRecord one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            if (empty || one == null) {
                setGraphic(null);
                return;
            }
            line.setText(Words.of("files.line", one.line()));
            reason.setText(one.reason());
            raw.setText(told(one));
            setAccessibleText(line.getText() + ": " + one.reason() + ": " + raw.getText());
            setGraphic(all);
        }

        private static String told(RejectedRecord one) {
            return switch (one.hash()) {
                case OK -> one.raw();
                case ALTERED -> Words.of("files.raw.altered", one.raw());
                case MISSING -> Words.of("files.raw.missing");
            };
        }
    }
}
