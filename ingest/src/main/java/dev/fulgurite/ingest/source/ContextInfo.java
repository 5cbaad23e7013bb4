package dev.fulgurite.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The context of a logged command (4103): lines of `label = value`, of which some languages write
/// the first four as `label: value`. Windows translates the labels but keeps their order, so that
/// they are told by their place, from two that cannot be mistaken: the first GUID is the host's id;
/// the last number with a GUID six lines above it is the sequence number, and the GUID the
/// runspace's.
final class ContextInfo {

    /// From the line of the runspace's id on.
    private static final List<String> AFTER_RUNSPACE =
            List.of(
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

    private static final int SEQUENCE = 6;
    private static final int CONNECTED_USER = 8;
    private static final int GUID_LENGTH = 36;

    private final List<String> lines;
    private final List<String> values;

    private ContextInfo(List<String> lines) {
        this.lines = lines;
        values = lines.stream().map(ContextInfo::value).toList();
    }

    /// What the text says, by the names that Windows uses in English, without blanks; nothing when
    /// it is no such context.
    static Map<String, String> read(String text) {
        return new ContextInfo(lines(text)).read();
    }

    /// What the context in a message says. Before it stands what the command was called with: where
    /// that looks like a context as well, it cannot be told which is the engine's.
    static Map<String, String> readMessage(String message) {
        ContextInfo context = new ContextInfo(lines(message));
        int host = context.hostId(3);
        int runspace = host < 0 ? -1 : context.runspaceId(host);
        int other = host < 0 ? -1 : context.hostId(host + 1);
        return other >= 0 && other < runspace ? Map.of() : context.read();
    }

    /// Some exports put it all in one line, with commas for the breaks.
    private static List<String> lines(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() > 1 ? lines : List.of(text.split(",(?= {8})", -1));
    }

    private static String value(String line) {
        int end = labelEnd(line);
        return end < 0 ? "" : line.substring(end + 1).strip();
    }

    private static int labelEnd(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    }

    private Map<String, String> read() {
        int host = hostId(3);
        int runspace = host < 0 ? -1 : runspaceId(host);
        if (runspace < 0) {
            return Map.of();
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("HostName", values.get(host - 2));
        said.put("HostId", values.get(host));
        said.put("HostApplication", application(host + 1, runspace - 1));
        for (int i = 0; i <= SEQUENCE + 1 && runspace + i < values.size(); i++) {
            said.put(AFTER_RUNSPACE.get(i), values.get(runspace + i));
        }
        // Before Windows PowerShell 5 there was no connected user.
        int connected = runspace + CONNECTED_USER;
        if (isLabelled(connected) && isLabelled(connected + 1)) {
            said.put("ConnectedUser", values.get(connected));
        }
        return said;
    }

    private int hostId(int from) {
        for (int i = from; i < values.size(); i++) {
            if (isGuid(values.get(i)) && isLabelled(i - 1) && isLabelled(i - 2)) {
                return i;
            }
        }
        return -1;
    }

    private int runspaceId(int host) {
        for (int i = values.size() - 1; i - SEQUENCE > host + 2; i--) {
            if (isNumber(values.get(i)) && isGuid(values.get(i - SEQUENCE))) {
                return i - SEQUENCE;
            }
        }
        return -1;
    }

    /// The command line of the host, which may have several lines.
    private String application(int from, int to) {
        List<String> text = new ArrayList<>();
        text.add(values.get(from));
        for (int i = from + 1; i < to; i++) {
            text.add(lines.get(i).strip());
        }
        return String.join("\n", text);
    }

    private boolean isLabelled(int line) {
        return line < lines.size() && labelEnd(lines.get(line)) > 0;
    }

    private static boolean isGuid(String text) {
        return text.length() == GUID_LENGTH
                && text.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
