package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.graph.model.Row;
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
        return new Found(TableAnswer.of(found, "CorrelationId", "OperationNameValue"), operation);
    }

    /// Of other operations nothing is even read.
    private record Found(TableAnswer answer, String operation) implements Answer {

        @Override
        public List<Row> rows() {
            return answer.rows();
        }

        @Override
        public String whyNot(Row linked) {
            String other = linked.text("OperationNameValue");
            return Strings.equalsFolded(other, operation)
                    ? answer.whyNot(linked)
                    : "published: OperationNameValue =~ \""
                            + operation
                            + "\" does not hold for "
                            + other;
        }
    }
}
