package dev.fulgurite.ingest.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextInfoTest {

    private static final String HOST = "3a01e863-e5f7-4fe6-a55d-36e4078d77f9";
    private static final String RUNSPACE = "c1c61e0c-fa39-457f-bb50-49692f950904";

    private static final List<String> JAPANESE =
            List.of(
                    "重大度",
                    "ホスト名",
                    "ホストのバージョン",
                    "ホスト ID",
                    "ホスト アプリケーション",
                    "エンジンのバージョン",
                    "実行空間 ID",
                    "パイプライン ID",
                    "コマンド名",
                    "コマンドの種類",
                    "スクリプト名",
                    "コマンド パス",
                    "シーケンス番号",
                    "ユーザー",
                    "接続済みユーザー",
                    "シェル ID");

    private static List<String> values(String application, String command) {
        return List.of(
                "Informational",
                "ConsoleHost",
                "5.1",
                HOST,
                application,
                "5.1",
                RUNSPACE,
                "7",
                command,
                "Cmdlet",
                "C:\\a.ps1",
                "",
                "42",
                "CONTOSO\\alice",
                "CONTOSO\\bob",
                "Microsoft.PowerShell");
    }

    private static String text(List<String> values, String separator, String end) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, values.size())
                .forEach(i ->
                        text.append("        ")
                                .append(JAPANESE.get(i))
                                .append(separator)
                                .append(values.get(i))
                                .append(end));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", ", "})
    void a_context_is_read_by_the_order_of_its_lines(String end) {
        assertThat(ContextInfo.read(text(values("powershell.exe", "Get-Process"), " = ", end)))
                .contains(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", HOST),
                        entry("HostApplication", "powershell.exe"),
                        entry("RunspaceId", RUNSPACE),
                        entry("CommandName", "Get-Process"),
                        entry("CommandType", "Cmdlet"),
                        entry("ScriptName", "C:\\a.ps1"),
                        entry("User", "CONTOSO\\alice"),
                        entry("ConnectedUser", "CONTOSO\\bob"));
    }

    /// As a German Windows writes it.
    @Test
    void the_first_labels_may_end_in_a_colon() {
        List<String> values = values("powershell.exe -c \"$a:b = 'c'\"", "Get-Process");
        String text =
                text(values.subList(0, 4), ": ", "\r\n")
                        + text(values, " = ", "\r\n").lines().skip(4).collect(joining("\r\n"));

        assertThat(ContextInfo.read(text))
                .contains(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", HOST),
                        entry("HostApplication", "powershell.exe -c \"$a:b = 'c'\""),
                        entry("RunspaceId", RUNSPACE),
                        entry("CommandName", "Get-Process"));
    }

    @Test
    void a_command_line_may_have_lines_that_look_like_others() {
        String application = "powershell.exe -c \"\r\n x = " + RUNSPACE + "\r\n 12\r\n = 9\r\n\"";

        assertThat(ContextInfo.read(text(values(application, "whoami.exe"), " = ", "\r\n")))
                .contains(
                        entry(
                                "HostApplication",
                                "powershell.exe -c \"\nx = " + RUNSPACE + "\n12\n= 9\n\""),
                        entry("RunspaceId", RUNSPACE),
                        entry("CommandName", "whoami.exe"));
    }

    @Test
    void an_older_context_has_no_connected_user() {
        String text = text(values("powershell.exe", "Get-Process"), "\u00A0= ", "\r\n");
        String older = text.lines().filter(line -> !line.contains("接続済み")).toList().toString();
        String lines = older.substring(1, older.length() - 1).replace(", ", "\r\n");

        assertThat(ContextInfo.read(lines))
                .containsEntry("User", "CONTOSO\\alice")
                .doesNotContainKey("ConnectedUser");
    }

    @Test
    void a_context_within_a_message_ends_where_the_data_of_the_user_begin() {
        String message =
                "CommandInvocation(Get-Process): \"Get-Process\"\r\n\r\n\r\nContext:\r\n"
                        + text(values("powershell.exe", "Get-Process"), " = ", "\r\n")
                        + "\r\n\r\nUser Data:\r\n\r\n";

        assertThat(ContextInfo.readMessage(message))
                .containsEntry("HostId", HOST)
                .containsEntry("ConnectedUser", "CONTOSO\\bob");
    }

    @Test
    void a_message_with_two_contexts_says_nothing() {
        String context = text(values("powershell.exe", "Get-Process"), " = ", "\r\n");

        assertThat(ContextInfo.readMessage(context + "\r\nContext:\r\n" + context)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "a = b\r\nc = d", "= = = =\r\n\r\n", "x = " + HOST})
    void a_text_that_is_no_context_says_nothing(String text) {
        assertThat(ContextInfo.read(text)).isEmpty();
    }
}
