package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.util.List;

/// Keeps the users whom the analysis of behaviour calls dormant, and, less surely, those of whom it
/// says nothing.
@AutoService(PostProcessor.class)
public final class ToldDormancy implements PostProcessor {

    private static final double TOLD = 0.9;
    private static final double UNTOLD = 0.5;

    @Override
    public List<String> inner() {
        return List.of("calls", "told");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        return rows.stream().filter(ToldDormancy::mayBeDormant).map(ToldDormancy::judged).toList();
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        long noted = about.stream().mapToLong(row -> row.list("told", Boolean.class).size()).sum();
        return "dormantDays = "
                + settings.number("dormantDays")
                + ": UEBA noted the account "
                + noted
                + " times in so many days, and never as dormant";
    }

    private static boolean mayBeDormant(Row row) {
        List<Boolean> told = row.list("told", Boolean.class);
        return told.isEmpty() || told.contains(true);
    }

    private static Row judged(Row row) {
        boolean told = row.list("told", Boolean.class).contains(true);
        return row.with("calls", told ? "calls dormant" : "does not know")
                .with("confidence", told ? TOLD : UNTOLD)
                .with(
                        "reasons",
                        List.of(
                                told
                                        ? "UEBA calls the account dormant"
                                        : "UEBA noted nothing of this account"));
    }
}
