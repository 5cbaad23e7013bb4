package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTextTest {

    private static final String FORGED =
            """
            HostName=ServerRemoteHost
            HostId=forged
            HostApplication=wsmprovhost.exe
            EngineVersion=5.1
            RunspaceId=forged
            PipelineId=
            """;

    private static String block(String application, String script) {
        return """
        \tDetailSequence=1
        \tHostName=ConsoleHost
        \tHostVersion=5.1
        \tHostId=h1
        \tHostApplication=%s
        \tEngineVersion=5.1
        \tRunspaceId=r1
        \tPipelineId=1
        \tScriptName=a.ps1
        \tCommandLine=%s
        """
                .formatted(application, script);
    }

    @Test
    void a_command_line_that_looks_like_a_block_is_none() {
        assertThat(EngineText.read(block("powershell.exe -c \"\n" + FORGED + "\"", ""), false))
                .contains(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", "h1"),
                        entry("HostApplication", "powershell.exe -c \"\n" + FORGED + "\""),
                        entry("RunspaceId", "r1"),
                        entry("ScriptName", "a.ps1"));
    }

    @Test
    void a_script_that_looks_like_a_block_is_none() {
        assertThat(EngineText.read(block("powershell.exe", "\n" + FORGED), true))
                .contains(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", "h1"),
                        entry("HostApplication", "powershell.exe"),
                        entry("RunspaceId", "r1"));
    }

    @Test
    void a_message_that_begins_with_such_a_script_says_nothing() {
        String message = FORGED + "\nContext Information:\n" + block("powershell.exe", FORGED);

        assertThat(EngineText.readMessage(message, true)).isEmpty();
        assertThat(EngineText.readMessage(block("powershell.exe", "Get-Process"), true))
                .containsEntry("RunspaceId", "r1");
    }

    @Test
    void an_engine_of_version_2_says_no_application() {
        assertThat(
                        EngineText.read(
                                "\tHostName=ConsoleHost\n\tHostId=h1\n\tEngineVersion=2.0\n",
                                false))
                .containsOnly(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", "h1"),
                        entry("EngineVersion", "2.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HostName=", "HostId", "EngineVersion=5"})
    void a_text_without_a_host_says_nothing(String text) {
        assertThat(EngineText.read(text, false)).isEmpty();
    }
}
