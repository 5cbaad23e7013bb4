package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTextTest {

    @Test
    void keys_are_taken_in_their_order_only() {
        String block =
                """
                Engine state is changed from None to Available.

                Details:
                \tNewEngineState=Available
                \tHostName=ConsoleHost
                \tHostVersion=5.1
                \tHostId=h1
                \tHostApplication=powershell.exe -c "
                RunspaceId=forged
                HostName=ServerRemoteHost
                "
                \tEngineVersion=5.1
                \tRunspaceId=r1
                \tPipelineId=
                \tCommandName=
                \tCommandLine=
                HostName=ServerRemoteHost
                """;

        assertThat(EngineText.read(block))
                .contains(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", "h1"),
                        entry(
                                "HostApplication",
                                "powershell.exe -c \"\n"
                                        + "RunspaceId=forged\n"
                                        + "HostName=ServerRemoteHost\n"
                                        + "\""),
                        entry("RunspaceId", "r1"));
    }

    @Test
    void an_engine_of_version_2_says_no_application() {
        assertThat(EngineText.read("\tHostName=ConsoleHost\n\tHostId=h1\n\tEngineVersion=2.0\n"))
                .containsOnly(
                        entry("HostName", "ConsoleHost"),
                        entry("HostId", "h1"),
                        entry("EngineVersion", "2.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HostName=", "HostId", "EngineVersion=5\nHostId=h1"})
    void a_text_without_a_host_says_nothing(String text) {
        assertThat(EngineText.read(text)).isEmpty();
    }
}
