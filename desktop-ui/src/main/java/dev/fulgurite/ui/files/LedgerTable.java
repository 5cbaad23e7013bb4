package dev.fulgurite.ui.files;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.theme.Table;
import dev.fulgurite.ui.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The ledger: of each file what became of its records.
final class LedgerTable extends Table<FileAccount> {

    LedgerTable(FilesViewModel model) {
        super(model.files());
        setId("ledger");
        setAccessibleText(Words.of("files.ledger"));
        getStyleClass().add("ledger");
        text(heading("file"), 18, file -> ImportPane.shortName(file.ledger().name()));
        text(heading("source"), 12.5, FileAccount::source);
        text(heading("format"), 5, file -> file.ledger().format());
        text(heading("period"), 24, LedgerTable::period);
        count("read", Ledger::read);
        count("stored", Ledger::stored);
        count("known", Ledger::duplicate);
        count("scope", Ledger::outOfScope);
        count("rejected", Ledger::rejected);
        text(heading("note"), 17, LedgerTable::note);
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

    private static String heading(String key) {
        return Words.of("files.column." + key);
    }

    private void count(String key, ToLongFunction<Ledger> value) {
        TableColumn<FileAccount, Long> column = column(heading(key), 7);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.applyAsLong(cell.getValue().ledger())));
        column.setComparator(Comparator.naturalOrder());
        column.getStyleClass().add("number-column");
        column.setCellFactory(_ -> new Count(key.equals("rejected")));
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
