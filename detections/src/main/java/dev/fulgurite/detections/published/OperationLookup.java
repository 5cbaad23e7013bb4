package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;

/// Every record of one operation, with all its columns.
@AutoService(PublishedQuery.class)
public final class OperationLookup implements PublishedQuery {

    @Override
    public List<String> columns() {
        return List.of(
                "TimeGenerated",
                "OperationNameValue",
                "OperationName",
                "ActivityStatusValue",
                "ActivityStatus",
                "CorrelationId",
                "Caller",
                "CallerIpAddress",
                "Authorization",
                "SubscriptionId",
                "_SubscriptionId",
                "ResourceId",
                "_ResourceId",
                "Resource",
                "ResourceGroup",
                "ResourceProvider",
                "ResourceProviderValue",
                "Category",
                "CategoryValue",
                "Claims",
                "Properties",
                "EventDataId");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        String operation = settings.text("operation");
        Table found =
                Ago.of(settings, settings.text("window"))
                        .before(
                                new Tables(source)
                                        .read("AzureActivity", columns().toArray(String[]::new)),
                                "TimeGenerated")
                        .where(
                                "OperationNameValue =~ \"" + operation + "\"",
                                "OperationNameValue",
                                row ->
                                        Strings.equalsFolded(
                                                row.text("OperationNameValue"), operation));
        return TableAnswer.of(found, "CorrelationId", "OperationNameValue");
    }
}
