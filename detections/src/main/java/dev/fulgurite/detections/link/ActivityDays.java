package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings addresses to their networks and adds up what then is one.
@AutoService(LinkStep.class)
public final class ActivityDays implements LinkStep {

    private static final List<String> COUNTS = List.of("operations", "onMachines", "runCommands");

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Row> days = new LinkedHashMap<>();
        for (Row row : read) {
            List<String> networks = networks(row.list("ips", String.class));
            String id =
                    String.join(
                            "|",
                            "day",
                            row.text("subscription"),
                            row.text("principal"),
                            row.text("day"),
                            String.join(",", networks));
            Map<String, @Nullable Object> day = new LinkedHashMap<>(row.values());
            day.remove("ips");
            day.put("networks", networks);
            day.put("id", id);
            days.merge(id, Row.of(day), ActivityDays::sum);
        }
        return new ArrayList<>(days.values());
    }

    private static List<String> networks(List<String> addresses) {
        return addresses.stream()
                .map(Network::of)
                .filter(network -> !network.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Row sum(Row one, Row other) {
        Row sum = one;
        for (String count : COUNTS) {
            sum = sum.with(count, one.number(count) + other.number(count));
        }
        return sum;
    }
}
