package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.ranges.AddressRange;
import dev.fulgurite.detections.ranges.AddressRanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// "Azure VM Run Command executed from Azure IP address", 2.1.1: runs whose address lies in a range
/// of Azure Virtual Desktop.
@AutoService(PublishedQuery.class)
public final class FromAzureAddress implements PublishedQuery {

    private static final String DESKTOP = "WindowsVirtualDesktop";

    @Override
    public List<String> columns() {
        return List.of(
                "StartTime",
                "EndTime",
                "Subscription",
                "VirtualMachineName",
                "CorrelationId",
                "Caller",
                "CallerIpAddress",
                "AddressPrefixes",
                "IP_0_Address");
    }

    @Override
    public List<String> blindness(Settings settings) {
        return settings.text("ranges").isBlank() ? List.of(AddressRanges.UNSET) : List.of();
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Table runs =
                RunCommands.exactly(
                        Ago.of(settings, "30d")
                                .before(RunCommands.activity(new Tables(source)), "TimeGenerated"));
        Table within =
                runs.ipv4Lookup(
                                desktops(AddressRanges.of(settings.text("ranges"))),
                                "CallerIpAddress",
                                "AddressPrefixes")
                        .extend("IP_0_Address", row -> row.get("CallerIpAddress"));
        return TableAnswer.of(within.project(columns()), "CorrelationId");
    }

    private static Table desktops(AddressRanges ranges) {
        return Table.of(
                List.of("AddressPrefixes"),
                ranges.all().stream()
                        .filter(range -> Strings.startsWith(range.tag(), DESKTOP))
                        .map(AddressRange::prefix)
                        .distinct()
                        .<List<@Nullable Object>>map(List::of)
                        .toList(),
                false);
    }
}
