package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.Logon;
import dev.fulgurite.ingest.event.LogonOrigin;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Defender's logon events.
@AutoService(LogSource.class)
public final class DeviceLogonEvents implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "LogonType",
                            "AccountName",
                            "AccountDomain",
                            "AccountSid",
                            "LogonId",
                            "RemoteIP",
                            "RemotePort",
                            "RemoteDeviceName",
                            "ReportId"),
                    Set.of());

    @Override
    public String name() {
        return "device-logon-events";
    }

    @Override
    public String table() {
        return "DeviceLogonEvents";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        Columns columns = row.columns();
        Map<String, Object> kept = KEPT.of(columns);
        AccountIdentity account = row.account("");
        return account.isKnown()
                ? new Logon(
                        row.id(),
                        row.at(),
                        table(),
                        kept,
                        row.host(),
                        account,
                        columns.text("ActionType").equalsIgnoreCase("LogonSuccess"),
                        columns.text("LogonType"),
                        columns.text("LogonId"),
                        LogonOrigin.UNKNOWN)
                : new HostActivity(row.id(), row.at(), table(), kept, row.host(), null, null);
    }
}
