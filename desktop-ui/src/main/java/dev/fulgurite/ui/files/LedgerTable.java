package dev.fulgurite.ui.files;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The ledger: of each file what became of its records.
final class LedgerTable extends TableView<FileAccount> {

    LedgerTable(FilesViewModel model) {
        super(model.files());
        setId("ledger");
        setAccessibleText(Words.of("files.ledger"));
        getStyleClass().add("ledger");
        getColumns().add(text("file", 235, file -> ImportPane.shortName(file.ledger().name())));
        getColumns().add(text("source", 160, FileAccount::source));
        getColumns().add(text("format", 62, file -> file.ledger().format()));
        getColumns().add(text("period", 306, LedgerTable::period));
        getColumns().add(count("read", Ledger::read));
        getColumns().add(count("stored", Ledger::stored));
        getColumns().add(count("known", Ledger::duplicate));
        getColumns().add(count("scope", Ledger::outOfScope));
        getColumns().add(count("rejected", Ledger::rejected));
        getColumns().add(text("note", 244, LedgerTable::note));
        setRowFactory(_ -> new Row());
        getSelectionModel().selectedItemProperty().subscribe(model::choose);
        model.files()
                .addListener(
                        (ListChangeListener<FileAccount>)
                                _ -> Platform.runLater(() -> select(model.chosen().get())));
    }

    private void select(@Nullable FileAccount file) {
        if (file != null && !file.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(file);
        }
    }

    static String period(FileAccount file) {
        Instant first = file.first();
        Instant last = file.last();
        return first == null || last == null
                ? ""
                : Times.readable(first) + " – " + Times.readable(last);
    }

    /// The first thing to know of a file; the rest stands below the table.
    static String note(FileAccount file) {
        return file.warnings().stream()
                .map(warning -> "⚠ " + warning)
                .findFirst()
                .orElse(file.ledger().reason());
    }

    private static TableColumn<FileAccount, String> text(
            String key, double width, Function<FileAccount, String> value) {
        TableColumn<FileAccount, String> column =
                new TableColumn<>(Words.of("files.column." + key));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<FileAccount, Long> count(String key, ToLongFunction<Ledger> value) {
        TableColumn<FileAccount, Long> column = new TableColumn<>(Words.of("files.column." + key));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.applyAsLong(cell.getValue().ledger())));
        column.setComparator(Comparator.naturalOrder());
        column.setPrefWidth(96);
        column.getStyleClass().add("number-column");
        column.setCellFactory(_ -> new Count(key.equals("rejected")));
        return column;
    }

    /// A number; of what should be none, a mark beside it when there are some.
    private static final class Count extends TableCell<FileAccount, Long> {
        private final boolean bad;

        Count(boolean bad) {
            this.bad = bad;
        }

        @Override
        protected void updateItem(@Nullable Long value, boolean empty) {
            super.updateItem(value, empty);
            boolean marked = bad && value != null && value > 0;
            setText(
                    empty || value == null
                            ? ""
                            : (marked ? "▲ " : "") + String.format(Locale.ROOT, "%,d", value));
            getStyleClass().remove("bad-count");
            if (marked) {
                getStyleClass().add("bad-count");
            }
        }
    }

    private static final class Row extends TableRow<FileAccount> {
        @Override
        protected void updateItem(@Nullable FileAccount file, boolean empty) {
            super.updateItem(file, empty);
            setTooltip(empty || file == null ? null : new Tooltip(file.ledger().name()));
        }
    }
}
