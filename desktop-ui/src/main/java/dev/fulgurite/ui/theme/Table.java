package dev.fulgurite.ui.theme;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.SizeConverter;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// A table whose columns are as wide as so many letters, however large letters are. The last column
/// takes the room that is left over; where there is too little for all, the table scrolls.
public class Table<S> extends TableView<S> {

    /// A letter of a heading, and what stands around its words: room for the mark of the order is
    /// part of it.
    private static final double LETTER = 0.58;

    private static final double AROUND = 2;

    /// By hand no column is made narrower than this: it could not be taken hold of any more.
    private static final double NARROWEST = 24;

    private static final double USUAL = 13;

    /// By so much, rounded up, rows are wider than their cells.
    private static final double ROWS_ADD = 8;

    private static final CssMetaData<Table<?>, Number> EM =
            new CssMetaData<>("-fulgurite-em", SizeConverter.getInstance(), USUAL) {
                @Override
                public boolean isSettable(Table<?> table) {
                    return !table.em.isBound();
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(Table<?> table) {
                    return table.em;
                }
            };

    private static final List<CssMetaData<? extends Styleable, ?>> STYLED =
            Stream.concat(TableView.getClassCssMetaData().stream(), Stream.of(EM)).toList();

    private final StyleableDoubleProperty em = new Em();
    private @Nullable TableColumn<S, ?> widened;

    public Table() {
        this(FXCollections.observableArrayList());
    }

    @SuppressWarnings("this-escape") // the policy is asked when the table is shown, not before
    public Table(ObservableList<S> rows) {
        super(rows);
        setColumnResizePolicy(wanted -> {
            boolean done = UNCONSTRAINED_RESIZE_POLICY.call(wanted);
            fill();
            return done;
        });
    }

    /// Adds a column of texts.
    ///
    /// @param em how wide it is at first, at least as its heading
    public final TableColumn<S, String> text(String heading, double em, Function<S, String> text) {
        TableColumn<S, String> column = column(heading, em);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        return column;
    }

    /// Adds a column whose values and cells are yet to be said.
    ///
    /// @param em how wide it is at first, at least as its heading
    public final <T extends @Nullable Object> TableColumn<S, T> column(String heading, double em) {
        Column<S, T> column =
                new Column<>(heading, Math.max(em, heading.length() * LETTER + AROUND));
        column.follow(this.em.get());
        getColumns().add(column);
        return column;
    }

    private static final class Column<S, T extends @Nullable Object> extends TableColumn<S, T> {
        private final double em;

        Column(String heading, double em) {
            super(heading);
            this.em = em;
            setMinWidth(NARROWEST);
        }

        void follow(double pixels) {
            setPrefWidth(em * pixels);
        }
    }

    private void follow() {
        for (TableColumn<S, ?> column : getColumns()) {
            if (column instanceof Column<S, ?> own) {
                own.follow(em.get());
            }
        }
        fill();
    }

    /// Widens the last column over the room that is left over. One that was the last before is as
    /// wide as it was made again.
    private void fill() {
        List<TableColumn<S, ?>> columns = getVisibleLeafColumns();
        if (columns.isEmpty()) {
            return;
        }
        ResizeFeatures<S> all = new ResizeFeatures<>(this, null, 0.0);
        TableColumn<S, ?> last = columns.getLast();
        TableColumn<S, ?> before = widened;
        if (before != null && !before.equals(last)) {
            all.setColumnWidth(before, before.getPrefWidth());
        }
        widened = last;
        double left = all.getContentWidth() + last.getWidth();
        for (TableColumn<S, ?> column : columns) {
            left -= column.getWidth();
        }
        all.setColumnWidth(last, Math.max(last.getPrefWidth(), left - ROWS_ADD));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return STYLED;
    }

    private final class Em extends StyleableDoubleProperty {
        private Em() {
            super(USUAL);
        }

        @Override
        protected void invalidated() {
            follow();
        }

        @Override
        public CssMetaData<Table<?>, Number> getCssMetaData() {
            return EM;
        }

        @Override
        public Object getBean() {
            return Table.this;
        }

        @Override
        public String getName() {
            return "em";
        }
    }
}
