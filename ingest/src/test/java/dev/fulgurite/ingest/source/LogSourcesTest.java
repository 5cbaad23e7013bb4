package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.format.Readings;
import dev.fulgurite.ingest.source.Understanding.OutOfScope;
import dev.fulgurite.ingest.source.Understanding.Understood;
import dev.fulgurite.ingest.source.Understanding.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogSourcesTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");

    static List<String> names() {
        return LogSources.discovered().all().stream().map(LogSource::name).toList();
    }

    @Test
    void every_source_is_found_under_a_name_of_its_own() throws IOException {
        try (Stream<Path> folders = Files.list(RECORDS)) {
            assertThat(names())
                    .containsExactlyInAnyOrderElementsOf(
                            folders.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_records_of_a_source_are_taken_by_it_alone(String name) throws IOException {
        List<LogRecord> records = records(RECORDS.resolve(name));

        assertThat(records).isNotEmpty();
        for (LogRecord record : records) {
            assertThat(LogSources.discovered().all())
                    .filteredOn(source -> source.accepts(record))
                    .extracting(LogSource::name)
                    .containsExactly(name);
            assertThat(LogSources.discovered().understand(record)).isInstanceOf(Understood.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Type': 'SigninLogs', 'TimeGenerated': 't', 'Count': 3}|SigninLogs|the result of a query, without UserId",
                "{'Type': 'SigninLogs', 'StartTime': 't'}|SigninLogs|the result of a query, without TimeGenerated and UserId",
                "{'Type': 'AzureActivity', 'count_': 3}|AzureActivity|the result of a query, without TimeGenerated",
                "{'Type': 'My_CL', 'TimeGenerated': 't'}|My_CL|not read yet",
                "{'$table': 'AuditLogs', 'OperationName': 't'}|AuditLogs|the result of a query, without TimeGenerated",
                "{'time': 't', 'category': 'AdvancedHunting-DeviceRegistryEvents', 'properties': {}}|DeviceRegistryEvents|not read yet",
                "{'time': 't', 'category': 'SignInLogs', 'operationName': 'o', 'properties': {}}|SigninLogs|not read yet",
                "{'Channel': 'security', 'EventID': 4672}|Security 4672|not read yet",
                "{'Channel': 'Windows PowerShell', 'EventID': 501, '@timestamp': 't'}|Windows PowerShell 501|not read yet",
                "{'Event': {'System': {'Channel': 'Security', 'EventID': {'#text': 1102, '#attributes': {}}}}}|Security 1102|not read yet",
                "{'Event': {'System': {'EventID': 111}}}|Windows 111|not read yet",
                "{'@timestamp': 't', 'winlog': {'channel': 'System', 'event_id': '7045'}}|System 7045|not read yet",
                "{'TimeGenerated': 't', 'Type': 'SecurityEvent', 'Computer': 'c', 'EventID': 4634}|Security 4634|not read yet",
                "{'TimeGenerated': 't', 'Type': 'Event', 'EventLog': 'System', 'Computer': 'c', 'EventID': 7036}|System 7036|not read yet",
                "{'Type': 'AADServicePrincipalSignInLogs', 'ServicePrincipalId': 's'}|AADServicePrincipalSignInLogs|the result of a query, without TimeGenerated",
                "{'Day': 't', 'ActivityInsights': '{}'}|BehaviorAnalytics|the result of a query, without TimeGenerated",
                "{'Timestamp': 't', 'DeviceId': 'd', 'ActionType': 'ImageLoaded', 'FileName': 'f'}|DeviceImageLoadEvents|not read yet",
                "{'time': 't', 'category': 'Administrative'}|AzureActivity|a record without operationName and resourceId",
                "{'time': 't', 'category': 'RiskyUsers', 'operationName': 'Risky user', 'properties': {}}|RiskyUsers|not read yet",
                "{'Channel': 'Security', 'EventID': 4625, 'StringInserts': ['S-1-0-0'], '@timestamp': '2021-11-22T10:00:00Z'}|Security 4625|Windows events of Fluent Bit, whose data have no names; export the log itself (EVTX)",
                "{'Operation name': 'o', 'Event initiated by': 'a'}|AzureActivity|the portal's list of the activity log, which has no addresses and no resource ids; export it with `az monitor activity-log list` or from Log Analytics",
                "{'name': 'x', 'Type': 'strange thing'}|unrecognised|columns of no known table",
            })
    void other_records_are_out_of_scope_under_their_table(
            String json, String table, String reason) {
        assertThat(understand(json)).isEqualTo(new OutOfScope(table, reason, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Type': 'AzureActivity', 'TimeGenerated': ''}|no time: TimeGenerated is empty",
                "{'Type': 'AzureActivity', 'TimeGenerated': 'yesterday'}|no time: TimeGenerated is 'yesterday'",
                "{'Type': 'AzureActivity', 'TimeGenerated': '16/07/2026 20:26:12.030'}|no time: TimeGenerated is '16/07/2026 20:26:12.030': the day stands before the month, in this file perhaps in times that were read as well; export again with ISO times",
                "{'Type': 'DeviceEvents', 'TimeGenerated': '2021-11-22T10:00:00Z'}|no host: DeviceId and DeviceName are empty",
                "{'time': '', 'category': 'AdvancedHunting-DeviceEvents', 'properties': {'DeviceId': 'd'}}|no time: time is empty",
                "{'Channel': 'Windows PowerShell', 'EventID': 400, '@timestamp': '2021-11-22T10:00:00Z'}|no host: the event names no computer",
                "{'Channel': 'Security', 'EventID': 4624, 'EventTime': '2021-11-22 10:00:00', 'Hostname': 'h'}|no time: EventTime has no zone and there is no @timestamp; let the collector write one of them",
                "{'TimeGenerated': '2021-11-22T10:00:00Z', 'Channel': 'Security', 'Computer': 'c', 'EventID': 5156, 'EventData': '<EventData><Data>1'}|EventData cannot be read as XML: The element type \"Data\" must be terminated by the matching end-tag \"</Data>\".",
                "{'Channel': 'Microsoft-Windows-PowerShell/Operational', 'EventID': 4104, 'Hostname': 'h', '@timestamp': '2021-11-22T10:00:00Z'}|no script block: ScriptBlockId is empty",
            })
    void a_record_without_what_makes_it_useful_is_rejected(String json, String reason) {
        assertThat(understand(json))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LogonType, FileName, RegistryKey, AdditionalFields|DeviceLogonEvents",
                "RegistryKey, ProcessTokenElevation, FileName, FileSize, AdditionalFields|DeviceEvents",
                "RegistryKey, RegistryValueType, PreviousRegistryKey|DeviceRegistryEvents",
                "FileName, FolderPath, PreviousFileName, AdditionalFields|DeviceFileEvents",
                "FileName, FolderPath, ProcessIntegrityLevel, ProcessCommandLine|DeviceProcessEvents",
                "RemoteIP, LocalPort, Protocol, AdditionalFields|DeviceNetworkEvents",
                "RemoteIP, LocalPort, AdditionalFields|DeviceEvents",
                "FileName, FileSize|DeviceFileEvents",
                "AdditionalFields|DeviceEvents",
                "Other|''",
            })
    void a_defender_table_is_told_from_its_columns(String columns, String table) {
        StringBuilder json =
                new StringBuilder("{'Timestamp': 't', 'DeviceName': 'd', 'ActionType': 'x'");
        for (String column : columns.split(", ")) {
            json.append(", '").append(column).append("': ''");
        }

        assertThat(DefenderTables.byColumns(record(json.append('}').toString()).columns()))
                .isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Type': 'AzureActivity', 'EventDataId': '00000000-0000-0000-0000-000000000000', 'OperationNameValue': '#'}",
                "{'Type': 'AzureActivity', 'EventDataId': ' ', 'OperationNameValue': '#'}",
                "{'Type': 'SigninLogs', 'Id': '00000000-0000-0000-0000-000000000000', 'UserId': 'u', 'IPAddress': '#'}",
                "{'Type': 'DeviceEvents', 'ReportId': ' ', 'DeviceName': 'd', 'ActionType': 'a', 'FileName': '#'}",
                "{'Type': 'SecurityEvent', 'EventRecordId': '0', 'Channel': 'Security', 'Computer': 'c', 'EventID': 4625, 'TargetUserName': '#'}",
            })
    void ids_that_say_nothing_do_not_make_one_event_of_two(String json) {
        String row = json.replace("}", ", 'TimeGenerated': '2021-11-22T10:00:00Z'}");

        assertThat(understood(row.replace("#", "one")).event().id())
                .isNotEqualTo(understood(row.replace("#", "other")).event().id());
    }

    @Test
    void a_context_that_cannot_be_read_is_told() {
        String event =
                "{'Channel': 'Microsoft-Windows-PowerShell/Operational', 'EventID': 4103,"
                        + " 'Hostname': 'h', '@timestamp': '2021-11-22T10:00:00Z',"
                        + " 'ContextInfo': 'Severity Informational'}";

        assertThat(understand(event))
                .isInstanceOfSatisfying(
                        Understood.class,
                        understood ->
                                assertThat(understood.missing())
                                        .containsExactly("a ContextInfo that can be read"));
    }

    @Test
    void the_block_of_an_engine_event_that_cannot_be_read_is_told() {
        String event =
                "{'Channel': 'Windows PowerShell', 'EventID': 400, 'Hostname': 'h',"
                        + " '@timestamp': '2021-11-22T10:00:00Z',"
                        + " 'Data': 'HostName=ServerRemoteHost HostId=1 RunspaceId=2'}";

        assertThat(understood(event).missing()).containsExactly("engine data that can be read");
    }

    /// As logs that were archived come back.
    @Test
    void what_a_search_job_found_is_the_event_that_was_logged() {
        String event =
                "'Computer': 'c', 'EventID': 4625, 'TargetUserName': 'bob', 'LogonType': 3,"
                        + " 'IpAddress': '203.0.113.9', 'EventRecordId': '7', 'Channel': 'Security'";
        Event logged =
                understood(
                                "{'TimeGenerated': '2024-10-18T09:29:21.125Z', 'Type':"
                                        + " 'SecurityEvent', "
                                        + event
                                        + "}")
                        .event();
        Event found =
                understood(
                                "{'TimeGenerated': '2026-11-20T08:00:00Z', 'Type': 'Logons_SRCH',"
                                        + " '_OriginalTimeGenerated': '2024-10-18T09:29:21.125Z',"
                                        + " '_OriginalType': 'SecurityEvent', "
                                        + event
                                        + "}")
                        .event();

        assertThat(found).isEqualTo(logged);
        assertThat(found.at()).isEqualTo("2024-10-18T09:29:21.125Z");
        assertThat(
                        understand(
                                "{'TimeGenerated': 't', 'Type': 'X_SRCH', '_OriginalTimeGenerated':"
                                        + " 't', '_OriginalType': 'DeviceRegistryEvents'}"))
                .isEqualTo(new OutOfScope("DeviceRegistryEvents", "not read yet", null));
    }

    @Test
    void a_security_event_is_one_without_its_channel() {
        assertThat(
                        understood(
                                        "{'TimeGenerated': '2024-10-18T09:29:21.125Z', 'Computer':"
                                                + " 'c', 'EventID': 4624, 'TargetUserName': 'bob',"
                                                + " 'TargetLogonId': '0x1', 'LogonType': 3}")
                                .table())
                .isEqualTo("Security");
    }

    @Test
    void an_entry_without_its_resource_has_it_in_its_path() {
        assertThat(
                        understood(
                                        "{'eventTimestamp': '2015-01-21T22:14:26.97Z',"
                                                + " 'operationName': 'o', 'status': 'Succeeded',"
                                                + " 'correlationId': 'c', 'id':"
                                                + " '/subscriptions/S1/providers/p/things/t1/events/e1/ticks/6'}")
                                .event())
                .isInstanceOfSatisfying(
                        CloudActivity.class,
                        activity -> {
                            assertThat(activity.resourceId())
                                    .isEqualTo("/subscriptions/s1/providers/p/things/t1");
                            assertThat(activity.subscription()).isEqualTo("s1");
                        });
    }

    private static Understood understood(String json) {
        return (Understood) understand(json);
    }

    private static Understanding understand(String json) {
        return LogSources.discovered().understand(record(json));
    }

    private static LogRecord record(String json) {
        return Readings.of(json.replace('\'', '"')).records().getFirst();
    }

    private static List<LogRecord> records(Path folder) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                records.addAll(Readings.of(Files.readAllBytes(file)).records());
            }
        }
        return records;
    }
}
