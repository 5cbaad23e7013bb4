package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.MANY;
import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.dcount;
import static dev.fulgurite.detections.kql.Aggregate.makeSet;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What an account did, by operation. The range that it covers is that of the run.
@AutoService(PublishedQuery.class)
public final class CallerProfile implements PublishedQuery {

    private static final String OPERATION = "OperationNameValue";

    @Override
    public List<String> columns() {
        return List.of(
                OPERATION,
                "Operations",
                "IPs",
                "FirstExecution",
                "LastExecution",
                "IPUsed",
                "max_Category",
                "DaysDelta");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        String caller = settings.text("caller");
        Table profile =
                new Tables(source)
                        .read(
                                "AzureActivity",
                                "TimeGenerated",
                                "Caller",
                                OPERATION,
                                "CallerIpAddress",
                                "Category")
                        .where(
                                "Caller =~ \"" + caller + "\"",
                                "Caller",
                                row -> Strings.equalsFolded(row.text("Caller"), caller))
                        .extend(OPERATION, row -> Strings.lower(row.text(OPERATION)))
                        .summarize(
                                List.of(OPERATION),
                                count().as("Operations"),
                                dcount("CallerIpAddress").as("IPs"),
                                min("TimeGenerated").as("FirstExecution"),
                                max("TimeGenerated").as("LastExecution"),
                                makeSet("CallerIpAddress", MANY).as("IPUsed"),
                                max("Category"))
                        .extend(
                                "DaysDelta",
                                row ->
                                        Numbers.datetimeDiff(
                                                ChronoUnit.DAYS,
                                                row.time("LastExecution"),
                                                row.time("FirstExecution")))
                        .extend(
                                "DaysDelta",
                                row ->
                                        Long.valueOf(0).equals(row.get("DaysDelta"))
                                                ? Long.valueOf(1)
                                                : row.get("DaysDelta"));
        return TableAnswer.of(profile, OPERATION);
    }
}
