package dev.fulgurite.samples;

import dev.fulgurite.generator.export.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What Defender for Endpoint saw on the hosts, exported three ways: file events from advanced
/// hunting, device events from Log Analytics, logons as the streaming API stored them, zipped.
final class DefenderLog {

    /// A process as Defender tells of it beside what it did.
    record HostProcess(
            String image,
            String folder,
            String commandLine,
            int id,
            Instant created,
            String parent,
            String domain,
            String account,
            String sid) {

        static HostProcess ofSystem(
                String image,
                String folder,
                String commandLine,
                int id,
                Instant created,
                String parent) {
            return new HostProcess(
                    image,
                    folder,
                    commandLine,
                    id,
                    created,
                    parent,
                    "nt authority",
                    "system",
                    "S-1-5-18");
        }

        static HostProcess of(
                Account account,
                String image,
                String commandLine,
                int id,
                Instant created,
                String parent) {
            return new HostProcess(
                    image,
                    "c:\\windows\\system32\\",
                    commandLine,
                    id,
                    created,
                    parent,
                    "contoso",
                    account.name(),
                    account.sid());
        }
    }

    /// What is in a file.
    record Content(String sha1, String sha256, long size) {

        static Content of(byte[] bytes) {
            return new Content(
                    Dice.digest("SHA-1", bytes), Dice.digest("SHA-256", bytes), bytes.length);
        }

        static Content unknown(String label, long size) {
            return new Content(Dice.hex("sha1 " + label, 40), Dice.hex(label, 64), size);
        }
    }

    /// @param remote the machine it came from, as Defender names it; `""` when it names none
    record Logon(String action, String type, Account account, String remote, String address) {}

    private record Dated(Instant at, Map<String, Object> row) {}

    private final List<Dated> fileEvents = new ArrayList<>();
    private final List<Dated> deviceEvents = new ArrayList<>();
    private final List<Dated> logons = new ArrayList<>();
    private int reportId = 4000;

    void file(
            Instant at,
            Machine on,
            String action,
            String folder,
            String name,
            Content content,
            HostProcess by) {
        Map<String, Object> row = head(at, on, action);
        row.put("FileName", name);
        row.put("FolderPath", folder + name);
        row.put("SHA1", content.sha1);
        row.put("SHA256", content.sha256);
        row.put("FileSize", content.size);
        row.putAll(process(by));
        row.put("ReportId", reportId++);
        fileEvents.add(new Dated(at, row));
    }

    /// @param fields go into `AdditionalFields`
    void event(Instant at, Machine on, String action, HostProcess by, Map<String, Object> fields) {
        Map<String, Object> row = Json.object("TimeGenerated", Clock.ticks(at));
        row.putAll(head(at, on, action));
        row.putAll(process(by));
        row.put("AdditionalFields", Json.compact(fields));
        row.put("ReportId", reportId++);
        row.put("TenantId", Dice.guid("workspace"));
        row.put("Type", "DeviceEvents");
        deviceEvents.add(new Dated(at, row));
    }

    void powerShell(Instant at, Machine on, HostProcess by, String command) {
        event(at, on, "PowerShellCommand", by, Json.object("Command", command));
    }

    void logon(Instant at, Machine on, Logon logon) {
        Account account = logon.account;
        Map<String, Object> row = head(at, on, logon.action);
        row.put("LogonType", logon.type);
        row.put("AccountDomain", "contoso");
        row.put("AccountName", account.name());
        row.put("AccountSid", account.sid());
        row.put("Protocol", logon.type.equals("Network") ? "Kerberos" : "Negotiate");
        row.put("LogonId", Dice.number("logon " + at + account, 0x10000, 0x2ffffff));
        row.put("RemoteDeviceName", logon.remote);
        row.put("RemoteIP", logon.address);
        row.put("RemoteIPType", logon.address.isEmpty() ? "" : "Private");
        row.put(
                "RemotePort",
                logon.address.isEmpty() ? 0 : Dice.number("port " + at, 49152, 65535));
        row.put(
                "AdditionalFields",
                Json.compact(Json.object("IsLocalLogon", logon.address.isEmpty())));
        row.put("ReportId", reportId++);
        Map<String, Object> envelope =
                Json.object(
                        "time",
                        Clock.ticks(at.plusSeconds(95)),
                        "tenantId",
                        Estate.TENANT,
                        "operationName",
                        "Publish",
                        "category",
                        "AdvancedHunting-DeviceLogonEvents",
                        "properties",
                        row);
        logons.add(new Dated(at, envelope));
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Map<String, Object>> files = sorted(fileEvents);
        Files.writeString(
                folder.resolve("DeviceFileEvents.csv"),
                Csv.table(List.copyOf(files.getFirst().keySet()), files));
        Files.writeString(folder.resolve("DeviceEvents.jsonl"), Json.lines(sorted(deviceEvents)));
        writeLogons(folder.resolve("DeviceLogonEvents.zip"));
    }

    /// One member a day; stored without compression, so that every JDK writes the same bytes.
    private void writeLogons(Path zip) throws IOException {
        Map<String, List<Dated>> days = new TreeMap<>();
        for (Dated logon : logons) {
            String day = Clock.ticks(logon.at).substring(0, 10);
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(logon);
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, List<Dated>> day : days.entrySet()) {
                byte[] content =
                        Json.lines(sorted(day.getValue())).getBytes(StandardCharsets.UTF_8);
                out.putNextEntry(member(day.getKey(), content));
                out.write(content);
            }
        }
    }

    private static ZipEntry member(String day, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("advancedhunting-devicelogonevents/" + day + "/PT1H.json");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(LocalDateTime.of(2026, 11, 20, 8, 0));
        return entry;
    }

    private static Map<String, Object> head(Instant at, Machine on, String action) {
        return Json.object(
                "Timestamp", Clock.ticks(at),
                "DeviceId", on.deviceId(),
                "DeviceName", on.deviceName(),
                "ActionType", action);
    }

    private static Map<String, Object> process(HostProcess by) {
        return Json.object(
                "InitiatingProcessAccountDomain", by.domain,
                "InitiatingProcessAccountName", by.account,
                "InitiatingProcessAccountSid", by.sid,
                "InitiatingProcessFileName", by.image,
                "InitiatingProcessFolderPath", by.folder + by.image,
                "InitiatingProcessCommandLine", by.commandLine,
                "InitiatingProcessId", by.id,
                "InitiatingProcessCreationTime", Clock.ticks(by.created),
                "InitiatingProcessParentFileName", by.parent);
    }

    private static List<Map<String, Object>> sorted(List<Dated> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(Dated::at))
                .<Map<String, Object>>map(Dated::row)
                .toList();
    }
}
