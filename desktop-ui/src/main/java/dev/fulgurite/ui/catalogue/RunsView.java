package dev.fulgurite.ui.catalogue;

import dev.fulgurite.investigation.RuleRun;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The runs of the chosen rule, by hand and by schedule.
final class RunsView extends BorderPane {

    private final TableView<RuleRun> table = new TableView<>();

    RunsView(CatalogueViewModel model) {
        table.setId("runs");
        table.setAccessibleText(Words.of("catalogue.runs"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                column("runs.at", 150, run -> Times.readable(run.at())),
                                column("runs.range", 220, RunsView::range),
                                column("runs.rows", 60, run -> String.valueOf(run.rows())),
                                column("runs.state", 110, RunsView::state),
                                column("runs.took", 70, run -> took(run.took())),
                                column("runs.by", 90, RunsView::by)));
        table.setPlaceholder(new Label(Words.of("runs.none")));
        setCenter(table);
        model.details()
                .subscribe(details ->
                        table.getItems()
                                .setAll(details == null ? List.of() : details.line().runs()));
    }

    private static TableColumn<RuleRun, String> column(
            String key, double width, Function<RuleRun, String> text) {
        TableColumn<RuleRun, String> column = new TableColumn<>(Words.of(key));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static String range(RuleRun run) {
        return run.from() == null && run.to() == null
                ? Words.of("runs.range.all")
                : bound(run.from()) + " – " + bound(run.to());
    }

    private static String bound(@Nullable Instant bound) {
        return bound == null ? "…" : Times.readable(bound);
    }

    private static String state(RuleRun run) {
        return run.reasons().isEmpty()
                ? run.state()
                : run.state() + ": " + String.join("; ", run.reasons());
    }

    private static String took(@Nullable Duration took) {
        return took == null ? "" : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String by(RuleRun run) {
        return Words.of(run.scheduled() ? "runs.by.schedule" : "runs.by.hand");
    }
}
