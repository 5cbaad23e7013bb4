package dev.fulgurite.samples;

import dev.fulgurite.generator.export.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The PowerShell events of the finance file server, as its log shipper wrote them: flat JSON, the
/// event's time local and without zone, the collector's own in `@timestamp`.
final class PowerShellLog {

    /// One run of PowerShell inside one process.
    ///
    /// @param user with domain
    /// @param hostName `ServerRemoteHost` when somebody came over the network
    record Engine(
            String user,
            String sid,
            String hostName,
            String hostApplication,
            String hostId,
            String runspaceId) {

        static Engine of(Account account, Instant started, String hostName, String application) {
            return new Engine(
                    account.qualified(),
                    account.sid(),
                    hostName,
                    application,
                    Dice.guid("host " + started),
                    Dice.guid("runspace " + started));
        }
    }

    private static final String CLASSIC = "Windows PowerShell";
    private static final String OPERATIONAL = "Microsoft-Windows-PowerShell/Operational";
    private static final String VERSION = "5.1.17763.6532";

    private record Dated(Instant at, Map<String, Object> row) {}

    private final Machine machine;
    private final List<Dated> events = new ArrayList<>();
    private int classicRecords = 20_417;
    private int operationalRecords = 88_102;

    PowerShellLog(Machine machine) {
        this.machine = machine;
    }

    /// Events 600 for each provider, then 400.
    void started(Instant at, Engine engine) {
        int sequence = 1;
        for (String provider : List.of("Registry", "Environment", "FileSystem", "Variable")) {
            classic(
                    at.plusMillis(sequence),
                    600,
                    "Provider Lifecycle",
                    String.format(Locale.ROOT, "Provider \"%s\" is Started. ", provider),
                    String.format(
                            Locale.ROOT, "ProviderName=%s\r\n\tNewProviderState=Started", provider),
                    sequence,
                    engine,
                    "");
            sequence += 2;
        }
        engine(at.plusMillis(31), 400, "None", "Available", 13, engine);
    }

    void stopped(Instant at, Engine engine) {
        engine(at, 403, "Available", "Stopped", 15, engine);
    }

    /// Event 4103.
    void command(Instant at, Engine engine, String command, int sequence) {
        String context = context(engine, command, sequence);
        String payload =
                String.format(Locale.ROOT, "CommandInvocation(%s): \"%s\"\r\n", command, command);
        Map<String, Object> row = head(at, 4103, OPERATIONAL, "Microsoft-Windows-PowerShell");
        row.put(
                "Message",
                payload + "\r\n\r\nContext:\r\n" + context + "\r\n\r\nUser Data:\r\n\r\n");
        row.put("Category", "Executing Pipeline");
        row.put("Opcode", "To be used when operation is just executing a method");
        row.put("Task", 106);
        row.put("AccountName", engine.user.substring(engine.user.indexOf('\\') + 1));
        row.put("Domain", engine.user.substring(0, engine.user.indexOf('\\')));
        row.put("AccountType", "User");
        row.put("UserID", engine.sid);
        row.put("ContextInfo", context);
        row.put("Payload", payload);
        row.put("ExecutionProcessID", processId(engine));
        row.put("ProviderGuid", "{A0C1853B-5C40-4B15-8766-3CF1C58F985A}");
        row.put("RecordNumber", operationalRecords++);
        events.add(new Dated(at, row));
    }

    static int processId(Engine engine) {
        return Dice.number("process " + engine.hostId, 700, 9000) / 4 * 4;
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(machine.computer() + "-powershell.json"),
                Json.lines(
                        events.stream()
                                .sorted(Comparator.comparing(Dated::at))
                                .<Map<String, Object>>map(Dated::row)
                                .toList()));
    }

    private void engine(
            Instant at, int id, String before, String now, int sequence, Engine engine) {
        classic(
                at,
                id,
                "Engine Lifecycle",
                String.format(Locale.ROOT, "Engine state is changed from %s to %s. ", before, now),
                String.format(
                        Locale.ROOT, "NewEngineState=%s\r\n\tPreviousEngineState=%s", now, before),
                sequence,
                engine,
                engine.runspaceId);
    }

    private void classic(
            Instant at,
            int id,
            String category,
            String sentence,
            String states,
            int sequence,
            Engine engine,
            String runspaceId) {
        String message =
                String.format(
                        Locale.ROOT,
                        """
                        %s

                        Details:\s
                        \t%s

                        \tSequenceNumber=%d

                        \tHostName=%s
                        \tHostVersion=%s
                        \tHostId=%s
                        \tHostApplication=%s
                        \tEngineVersion=%s
                        \tRunspaceId=%s
                        \tPipelineId=
                        \tCommandName=
                        \tCommandType=
                        \tScriptName=
                        \tCommandPath=
                        \tCommandLine=\
                        """
                                .replace("\n", "\r\n"),
                        sentence,
                        states,
                        sequence,
                        engine.hostName,
                        remote(engine) ? "1.0.0.0" : VERSION,
                        engine.hostId,
                        engine.hostApplication,
                        runspaceId.isEmpty() ? "" : VERSION,
                        runspaceId);
        Map<String, Object> row = head(at, id, CLASSIC, "PowerShell");
        row.put("Message", message);
        row.put("Category", category);
        row.put("Opcode", "Info");
        row.put("Task", id == 600 ? 6 : 4);
        row.put("ExecutionProcessID", 0);
        row.put("Keywords", 36028797018963968L);
        row.put("RecordNumber", classicRecords++);
        events.add(new Dated(at, row));
    }

    private static String context(Engine engine, String command, int sequence) {
        boolean program = command.toLowerCase(Locale.ROOT).endsWith(".exe");
        return String.format(
                Locale.ROOT,
                """
                        Severity = Informational
                        Host Name = %s
                        Host Version = %s
                        Host ID = %s
                        Host Application = %s
                        Engine Version = %s
                        Runspace ID = %s
                        Pipeline ID = 1
                        Command Name = %s
                        Command Type = %s
                        Script Name =\s
                        Command Path =\s
                        Sequence Number = %d
                        User = %s
                        Connected User = %s
                        Shell ID = Microsoft.PowerShell
                """
                        .replace("\n", "\r\n"),
                engine.hostName,
                remote(engine) ? "1.0.0.0" : VERSION,
                engine.hostId,
                engine.hostApplication,
                VERSION,
                engine.runspaceId,
                command,
                program ? "Application" : "Cmdlet",
                sequence,
                engine.user,
                remote(engine) ? engine.user : "");
    }

    private static boolean remote(Engine engine) {
        return engine.hostName.equals("ServerRemoteHost");
    }

    private Map<String, Object> head(Instant at, int id, String channel, String source) {
        return Json.object(
                "EventTime",
                Clock.wall(at),
                "Hostname",
                machine.deviceName(),
                "EventID",
                id,
                "Channel",
                channel,
                "SourceName",
                source,
                "EventType",
                "INFO",
                "Severity",
                "INFO",
                "SeverityValue",
                2,
                "SourceModuleName",
                "eventlog",
                "SourceModuleType",
                "im_msvistalog",
                "EventReceivedTime",
                Clock.wall(at.plusSeconds(1)),
                "@timestamp",
                Clock.millis(at.plusMillis(870)),
                "@version",
                "1",
                "host",
                "wec01." + Estate.DOMAIN);
    }
}
