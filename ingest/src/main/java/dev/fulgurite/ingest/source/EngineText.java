package dev.fulgurite.ingest.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The block of `Key=Value` lines in the classic PowerShell events (400, 403, 600, 800). The keys
/// are English everywhere. The host's command line may have several lines, that look like anything.
final class EngineText {

    /// In the order of the lines.
    private static final List<String> KEYS =
            List.of(
                    "UserId",
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
                    "CommandLine");

    private static final String APPLICATION = "HostApplication";
    private static final String LAST = "CommandLine";

    private EngineText() {}

    static Map<String, String> read(String block) {
        Map<String, String> said = new LinkedHashMap<>();
        int next = 0;
        String last = "";
        for (String line : block.lines().toList()) {
            int key = key(line.strip(), next, last);
            if (key >= 0) {
                last = KEYS.get(key);
                next = key + 1;
                said.put(last, line.strip().substring(last.length() + 1).strip());
            } else if (last.equals(APPLICATION) && !line.isBlank()) {
                said.merge(last, line.strip(), (before, more) -> before + "\n" + more);
            }
            if (last.equals(LAST)) {
                break;
            }
        }
        return said.containsKey("HostId") ? said : Map.of();
    }

    /// Only a key that can follow; behind a command line of several lines that is the engine's
    /// version alone.
    private static int key(String line, int from, String last) {
        for (int i = from; i < KEYS.size(); i++) {
            boolean follows = !last.equals(APPLICATION) || KEYS.get(i).equals("EngineVersion");
            if (follows && line.startsWith(KEYS.get(i) + "=")) {
                return i;
            }
        }
        return -1;
    }
}
