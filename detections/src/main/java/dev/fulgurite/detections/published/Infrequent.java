package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.dcount;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Table;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Callers whose runs on a machine of that name cross fewer hours than so many.
@AutoService(PublishedQuery.class)
public final class Infrequent implements PublishedQuery {

    @Override
    public List<String> columns() {
        return List.of(
                "Caller",
                "VirtualMachineName",
                "Start",
                "End",
                "dcount_VirtualMachineName",
                "count_",
                "TimeDelta");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        long most = settings.number("MaxInteractionTime");
        Table brief =
                RunCommands.inAnyCaseSucceeded(
                                Ago.of(settings, "30d")
                                        .before(
                                                RunCommands.activity(new Tables(source)),
                                                "TimeGenerated"))
                        .summarize(
                                List.of("Caller", "VirtualMachineName"),
                                min("StartTime").as("Start"),
                                max("EndTime").as("End"),
                                dcount("VirtualMachineName"),
                                count())
                        .extend(
                                "TimeDelta",
                                row ->
                                        Numbers.datetimeDiff(
                                                ChronoUnit.HOURS,
                                                row.time("End"),
                                                row.time("Start")))
                        .where(
                                "TimeDelta < MaxInteractionTime",
                                "TimeDelta",
                                row -> row.get("TimeDelta") instanceof Long hours && hours < most);
        return TableAnswer.of(brief, "Caller", "VirtualMachineName");
    }
}
