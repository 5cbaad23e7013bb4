package dev.fulgurite.ingest.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The block of `Key=Value` lines in the classic PowerShell events (400, 403, 600, 800). The keys
/// are English everywhere. The host's command line and the script's may have several lines, and
/// whoever wrote them may have made them look like others of the block.
final class EngineText {

    /// In the order of the lines, up to the host's command line.
    private static final List<String> HOST = List.of("UserId", "HostName", "HostVersion", "HostId");

    private static final String APPLICATION = "HostApplication";

    /// In the order of the lines, behind it.
    private static final List<String> ENGINE =
            List.of(
                    "EngineVersion",
                    "RunspaceId",
                    "PipelineId",
                    "CommandName",
                    "CommandType",
                    "ScriptName",
                    "CommandPath");

    private final List<String> lines;
    private final Map<String, String> said = new LinkedHashMap<>();

    private EngineText(String block) {
        lines = block.lines().map(String::strip).toList();
    }

    /// What a block says; nothing when it is none.
    ///
    /// @param endsInScript whether the text of a script ends it, as that of an event 800 does
    static Map<String, String> read(String block, boolean endsInScript) {
        return new EngineText(block).read(endsInScript);
    }

    /// What the block in a message says. A message of an event 800 begins with the text of the
    /// script: where that looks like a block as well, it cannot be told which is the engine's.
    static Map<String, String> readMessage(String message, boolean endsInScript) {
        EngineText text = new EngineText(message);
        boolean several =
                text.lines.stream().filter(line -> line.startsWith("HostId=")).count() > 1;
        return endsInScript && several ? Map.of() : text.read(endsInScript);
    }

    private Map<String, String> read(boolean endsInScript) {
        int application = keys(HOST, 0);
        if (!said.containsKey("HostId")) {
            return Map.of();
        }
        int engine = engine(application, endsInScript);
        if (is(application, APPLICATION)) {
            said.put(APPLICATION, application(application, engine));
        }
        keys(ENGINE, engine);
        return said;
    }

    /// Takes the keys that follow each other; returns the line behind the last.
    private int keys(List<String> keys, int from) {
        int behind = from;
        int next = 0;
        for (int i = from;
                i < lines.size() && next < keys.size() && (next == 0 || i == behind);
                i++) {
            for (int key = next; key < keys.size(); key++) {
                if (is(i, keys.get(key))) {
                    said.put(
                            keys.get(key),
                            lines.get(i).substring(keys.get(key).length() + 1).strip());
                    next = key + 1;
                    behind = i + 1;
                    break;
                }
            }
        }
        return behind;
    }

    /// The line of the engine's version: the last, where only the host's command line can hold
    /// others, else the first.
    private int engine(int from, boolean first) {
        int found = lines.size();
        for (int i = from; i < lines.size(); i++) {
            if (is(i, ENGINE.getFirst()) && (i + 1 == lines.size() || is(i + 1, ENGINE.get(1)))) {
                found = i;
                if (first) {
                    break;
                }
            }
        }
        return found;
    }

    private String application(int from, int to) {
        StringBuilder text =
                new StringBuilder(lines.get(from).substring(APPLICATION.length() + 1).strip());
        for (int i = from + 1; i < to; i++) {
            if (!lines.get(i).isEmpty()) {
                text.append('\n').append(lines.get(i));
            }
        }
        return text.toString();
    }

    private boolean is(int line, String key) {
        return line < lines.size() && lines.get(line).startsWith(key + "=");
    }
}
