package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Picks the session that ran a script file: the child of the program that wrote it, else the first
/// in time. Each session is given to one file, the newest when it started.
@AutoService(LinkStep.class)
public final class ScriptRuns implements LinkStep {

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Row> ofSession = new TreeMap<>();
        read.forEach(pair -> ofSession.merge(pair.text("session"), pair, ScriptRuns::likelier));
        Map<String, List<Row>> byScript = new TreeMap<>();
        ofSession
                .values()
                .forEach(pair ->
                        byScript.computeIfAbsent(pair.text("script"), _ -> new ArrayList<>())
                                .add(pair));
        List<Row> rows = new ArrayList<>();
        for (List<Row> runs : byScript.values()) {
            runs.sort(
                    Comparator.comparing((Row run) -> !childOfWriter(run))
                            .thenComparing(ScriptRuns::started)
                            .thenComparing(run -> run.text("session")));
            for (int i = 0; i < runs.size(); i++) {
                rows.add(row(runs.get(i), i));
            }
        }
        return rows;
    }

    private static Row likelier(Row one, Row other) {
        boolean oneAfter = !written(one).isAfter(started(one));
        boolean otherAfter = !written(other).isAfter(started(other));
        if (oneAfter != otherAfter) {
            return oneAfter ? one : other;
        }
        boolean oneNewer = written(one).isAfter(written(other));
        return oneNewer == oneAfter ? one : other;
    }

    private static boolean childOfWriter(Row run) {
        return !run.text("writer").isEmpty() && run.text("writer").equals(run.text("parent"));
    }

    private static Instant started(Row run) {
        return Objects.requireNonNull(run.instant("started"));
    }

    private static Instant written(Row run) {
        return Objects.requireNonNull(run.instant("at"));
    }

    private static Row row(Row run, int earlierRuns) {
        boolean child = childOfWriter(run);
        boolean identified = !run.text("kind").equals("script");
        double sure = child ? 1.0 : identified ? 0.8 : 0.5;
        long seconds = Duration.between(written(run), started(run)).toSeconds();
        String how =
                child
                        ? "the process that wrote the file started it"
                        : identified
                                ? "the process names the file and started "
                                        + seconds
                                        + " s after it"
                                : "the command line names the file; no process identity was logged";
        String again = earlierRuns == 0 ? "" : "; a later run, maybe someone's own";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", run.text("script"));
        row.put("to", run.text("session"));
        row.put("at", started(run));
        row.put("confidence", earlierRuns == 0 ? sure : sure / 2);
        row.put("reason", how + again);
        row.put(
                "evidence",
                run.list("evidence", String.class).stream().distinct().sorted().toList());
        return new Row(row);
    }
}
