package dev.fulgurite.ui.catalogue;

import dev.fulgurite.investigation.RuleRun;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.theme.Table;
import dev.fulgurite.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The runs of the chosen rule, by hand and by schedule.
final class RunsView extends BorderPane {

    private final Table<RuleRun> table = new Table<>();

    RunsView(CatalogueViewModel model) {
        table.setId("runs");
        table.setAccessibleText(Words.of("catalogue.runs"));
        column("runs.at", 12.4, run -> Times.readable(run.at()));
        column("runs.range", 17, RunsView::range);
        column("runs.rows", 4, run -> String.valueOf(run.rows()));
        column("runs.state", 8, RunsView::state);
        column("runs.took", 5, run -> took(run.took()));
        column("runs.by", 5, RunsView::by);
        table.setPlaceholder(new Label(Words.of("runs.none")));
        setCenter(table);
        model.details()
                .subscribe(details ->
                        table.getItems()
                                .setAll(details == null ? List.of() : details.line().runs()));
    }

    private void column(String key, double em, Function<RuleRun, String> text) {
        table.text(Words.of(key), em, text).setSortable(false);
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
