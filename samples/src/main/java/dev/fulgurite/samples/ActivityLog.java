package dev.fulgurite.samples;

import dev.fulgurite.generator.export.ActivityRows;
import dev.fulgurite.generator.export.Json;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What happened to resources in Azure. Each resource group was exported another way: the shop's
/// from the portal, the data group's by Log Analytics data export, the developers' subscription by
/// diagnostic settings.
final class ActivityLog {

    private static final ActivityRows ROWS =
            new ActivityRows(Estate.TENANT, Dice.guid("workspace"));

    private final List<CloudStep> steps = new ArrayList<>();

    /// @param detail what the resource answered, `""` when it is not told
    void add(
            Operation operation,
            Instant at,
            Stage stage,
            String substatus,
            String address,
            String detail) {
        String id = Dice.guid("event " + operation.correlationId() + stage + at);
        steps.add(new CloudStep(Clock.count(at), operation, stage, substatus, address, detail, id));
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Map<String, Object>> shown = rows(Estate.SHOP, Shape.PORTAL_CSV);
        Files.writeString(
                folder.resolve("query_data.csv"),
                Csv.table(List.copyOf(shown.getFirst().keySet()), shown));
        List<Map<String, Object>> exported = rows(Estate.DATA, Shape.DATA_EXPORT);
        // Data export delivers at least once: one row came twice.
        exported.add(exported.get(exported.size() / 2));
        Files.writeString(folder.resolve("AzureActivity-rg-data-prod.jsonl"), Json.lines(exported));
        Files.writeString(
                folder.resolve("PT1H.json"), Json.lines(rows(Estate.DEV, Shape.DIAGNOSTIC)));
    }

    private List<Map<String, Object>> rows(String group, Shape shape) {
        List<Map<String, Object>> rows = new ArrayList<>();
        steps.stream()
                .filter(step -> step.operation().resourceGroup().equals(group))
                .sorted(Comparator.comparingLong(CloudStep::at))
                .forEach(step -> rows.add(ROWS.row(step, shape)));
        return rows;
    }
}
