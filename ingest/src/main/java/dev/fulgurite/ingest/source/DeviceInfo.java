package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Set;

/// Defender's inventory of devices, which tells of some which Azure VM they are.
@AutoService(LogSource.class)
public final class DeviceInfo implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "AzureResourceId",
                            "AzureVmId",
                            "AzureVmSubscriptionId",
                            "AadDeviceId",
                            "OSPlatform",
                            "OSVersion",
                            "PublicIP",
                            "LoggedOnUsers",
                            "MachineGroup",
                            "OnboardingStatus",
                            "ReportId"),
                    Set.of());

    @Override
    public String name() {
        return "device-info";
    }

    @Override
    public String table() {
        return "DeviceInfo";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        return new HostActivity(
                row.id(), row.at(), table(), KEPT.of(row.columns()), row.host(), null, null);
    }
}
