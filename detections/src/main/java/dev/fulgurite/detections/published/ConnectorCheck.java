package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.max;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;

/// Whether a subscription's activity comes by the new connector: one row of it is enough.
@AutoService(PublishedQuery.class)
public final class ConnectorCheck implements PublishedQuery {

    private static final String SUBSCRIPTION = "_SubscriptionId";

    @Override
    public List<String> columns() {
        return List.of(SUBSCRIPTION, "NewConnector", "Events");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Table checked =
                Ago.of(settings, "30d")
                        .before(
                                new Tables(source)
                                        .read(
                                                "AzureActivity",
                                                "TimeGenerated",
                                                "Claims",
                                                "SubscriptionId",
                                                SUBSCRIPTION),
                                "TimeGenerated")
                        .extend("NewConnector", row -> row.text("Claims").isEmpty() ? 0L : 1L)
                        .extend(
                                SUBSCRIPTION,
                                row ->
                                        row.text(
                                                row.text(SUBSCRIPTION).isEmpty()
                                                        ? "SubscriptionId"
                                                        : SUBSCRIPTION))
                        .summarize(
                                List.of(SUBSCRIPTION),
                                max("NewConnector").as("NewConnector"),
                                count().as("Events"));
        return TableAnswer.of(checked, SUBSCRIPTION);
    }
}
