package dev.fulgurite.ui.console;

import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Csv;
import dev.fulgurite.investigation.picture.CardFaces;
import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.theme.Table;
import dev.fulgurite.ui.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Rows with a column for each of the result, sorted by their values. Nodes and relationships are
/// buttons that bring them onto the canvas; Ctrl+C copies a cell whole.
final class ResultTable extends Table<Row> {

    private static final int SHOWN = 240;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Consumer<Object> bring;

    ResultTable(Consumer<Object> bring) {
        this.bring = bring;
        setId("query-result");
        getStyleClass().add("result-table");
        getSelectionModel().setCellSelectionEnabled(true);
        setPlaceholder(new Label(Words.of("console.norows")));
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copyCell();
                event.consume();
            }
        });
    }

    void show(Result result) {
        getColumns().clear();
        result.columns().forEach(this::add);
        getItems().setAll(result.rows());
    }

    private void add(String name) {
        TableColumn<Row, @Nullable Object> column = this.<@Nullable Object>column(name, 17.5);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(name)));
        column.setCellFactory(_ -> new ValueCell());
        column.setComparator(ResultTable::compare);
    }

    /// Values of one kind by their order, kinds one after the other, what is missing last.
    static int compare(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case null -> other == null ? 0 : 1;
            case Number first when other instanceof Number second ->
                    Double.compare(first.doubleValue(), second.doubleValue());
            case Instant first when other instanceof Instant second -> first.compareTo(second);
            default ->
                    other == null
                            ? -1
                            : Comparator.<Object, Integer>comparing(ResultTable::rank)
                                    .thenComparing(
                                            value -> Csv.text(value).toLowerCase(Locale.ROOT))
                                    .compare(one, other);
        };
    }

    private static int rank(Object value) {
        return switch (value) {
            case Number _ -> 0;
            case Instant _ -> 1;
            default -> 2;
        };
    }

    private void copyCell() {
        for (TablePosition<?, ?> cell : getSelectionModel().getSelectedCells()) {
            TextClip.copy(
                    Csv.text(
                            getItems()
                                    .get(cell.getRow())
                                    .get(getColumns().get(cell.getColumn()).getText())));
        }
    }

    private final class ValueCell extends TableCell<Row, @Nullable Object> {

        @Override
        protected void updateItem(@Nullable Object value, boolean empty) {
            super.updateItem(value, empty);
            setGraphic(null);
            setText(null);
            setTooltip(null);
            getStyleClass().removeAll("number", "missing");
            if (empty) {
                return;
            }
            switch (value) {
                case null -> {
                    setText("null");
                    getStyleClass().add("missing");
                }
                case Node node -> setGraphic(chip(node));
                case Relationship relationship -> setGraphic(chip(relationship));
                case Number number -> {
                    setText(number.toString());
                    getStyleClass().add("number");
                }
                default -> text(Csv.text(value));
            }
        }

        private void text(String whole) {
            String line = whole.length() > SHOWN ? whole.substring(0, SHOWN) + "…" : whole;
            setText(line.replaceAll("\\s+", " "));
            if (whole.length() > 40) {
                setTooltip(new Tooltip(whole.length() > 4_000 ? whole.substring(0, 4_000) : whole));
            }
        }

        private Button chip(Node node) {
            Kind kind = Kind.of(node.label());
            String title = new CardFaces(new Subgraph(List.of(node), List.of())).title(node);
            Button chip = chip(title, kind.icon(), node.ref().toString(), node);
            chip.getStyleClass().add("family-" + kind.family().name().toLowerCase(Locale.ROOT));
            return chip;
        }

        private Button chip(Relationship relationship) {
            Button chip = chip(relationship.type(), Icon.BOLT, relationship.ref(), relationship);
            chip.getStyleClass().add("family-record");
            return chip;
        }

        private Button chip(String title, Icon icon, String whole, Object value) {
            Button chip = new Button(title, new IconView(icon, 13));
            chip.setMnemonicParsing(false);
            chip.getStyleClass().add("chip");
            chip.setTooltip(new Tooltip(Words.of("console.chip", whole)));
            chip.setOnAction(_ -> bring.accept(value));
            return chip;
        }
    }
}
