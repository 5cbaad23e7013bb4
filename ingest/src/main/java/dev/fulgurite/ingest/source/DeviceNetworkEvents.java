package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Connection;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Defender's network events. Those of which it is not told which side opened the connection are
/// kept as what the host reports.
@AutoService(LogSource.class)
public final class DeviceNetworkEvents implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of("DeviceId", "DeviceName", "ActionType", "RemoteUrl", "ReportId"),
                    Set.of());

    private static final Kept UNDIRECTED =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "RemoteUrl",
                            "RemoteIP",
                            "RemotePort",
                            "LocalIP",
                            "LocalPort",
                            "Protocol",
                            "InitiatingProcessFileName",
                            "InitiatingProcessCommandLine",
                            "ReportId"),
                    Set.of("RemotePort", "LocalPort"));

    private static final Set<String> OPENED =
            Set.of(
                    "connectionsuccess",
                    "connectionfailed",
                    "connectionrequest",
                    "connectionattempt",
                    "connectionacknowledged");

    @Override
    public String name() {
        return "device-network-events";
    }

    @Override
    public String table() {
        return "DeviceNetworkEvents";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        Boolean initiated = initiated(ActivityRow.lower(row.columns().text("ActionType")));
        return initiated == null || row.columns().text("RemoteIP").isBlank()
                ? new HostActivity(
                        row.id(),
                        row.at(),
                        table(),
                        UNDIRECTED.of(row.columns()),
                        row.host(),
                        row.initiator(),
                        null)
                : connection(row, initiated);
    }

    private static @Nullable Boolean initiated(String action) {
        return action.startsWith("inbound")
                ? Boolean.FALSE
                : OPENED.contains(action) ? Boolean.TRUE : null;
    }

    private Connection connection(DefenderRow row, boolean initiated) {
        Columns columns = row.columns();
        Map<String, Object> kept = KEPT.of(columns);
        return new Connection(
                row.id(),
                row.at(),
                table(),
                kept,
                row.host(),
                columns.text(initiated ? "LocalIP" : "RemoteIP"),
                row.number(initiated ? "LocalPort" : "RemotePort"),
                columns.text(initiated ? "RemoteIP" : "LocalIP"),
                row.number(initiated ? "RemotePort" : "LocalPort"),
                columns.text("Protocol"),
                initiated,
                row.initiator(),
                row.account("InitiatingProcess"));
    }
}
