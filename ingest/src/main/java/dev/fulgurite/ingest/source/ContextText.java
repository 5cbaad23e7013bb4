package dev.fulgurite.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The block of `label = value` lines in a PowerShell event. Labels are returned without blanks
/// (`Host ID` is `HostId`). Windows translates the labels of 4103 but keeps their order, so that a
/// translated block is read by position.
final class ContextText {

    private static final List<String> LABELS =
            List.of(
                    "Severity",
                    "HostName",
                    "HostVersion",
                    "HostId",
                    "HostApplication",
                    "EngineVersion",
                    "RunspaceId",
                    "PipelineId",
                    "CommandName",
                    "CommandType",
                    "ScriptName",
                    "CommandPath",
                    "SequenceNumber",
                    "User",
                    "ConnectedUser",
                    "ShellId");

    private static final Set<String> CLASSIC =
            Set.of(
                    "NewEngineState",
                    "PreviousEngineState",
                    "ProviderName",
                    "NewProviderState",
                    "CommandLine",
                    "UserId");

    private ContextText() {}

    static Map<String, String> read(String block) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        String last = "";
        for (String line : block.split("\r?\n", -1)) {
            int equals = line.indexOf('=');
            String label = equals < 0 ? "" : label(line.substring(0, equals));
            if (equals >= 0) {
                values.add(line.substring(equals + 1).strip());
            }
            if (LABELS.contains(label) || CLASSIC.contains(label)) {
                said.putIfAbsent(label, line.substring(equals + 1).strip());
                last = label;
            } else if (last.equals("HostApplication") && !line.isBlank()) {
                // A command line may itself have several lines.
                said.merge(last, line.strip(), (before, more) -> before + "\n" + more);
            }
        }
        return said.containsKey("HostName") || values.size() != LABELS.size()
                ? said
                : byPosition(values);
    }

    private static Map<String, String> byPosition(List<String> values) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < LABELS.size(); i++) {
            said.put(LABELS.get(i), values.get(i));
        }
        return said;
    }

    private static String label(String written) {
        StringBuilder label = new StringBuilder();
        written.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> label.append((char) c));
        return label.toString().endsWith("ID")
                ? label.substring(0, label.length() - 1) + "d"
                : label.toString();
    }
}
