package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.PowerShellContext;
import dev.fulgurite.ingest.event.ProcessIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a PowerShell event says of its engine and its command, from the text that holds it or from
/// the fields that a collector has made of the text.
final class PowerShellFacts {

    private static final String INVOCATION = "CommandInvocation(";
    private static final int MAX_COMMAND = 1_000;
    private static final long PIPELINE = 800;

    private final WindowsEvent event;
    private final Map<String, String> said;

    private PowerShellFacts(WindowsEvent event, Map<String, String> said) {
        this.event = event;
        this.said = said;
    }

    /// Of a logged command (4103).
    static PowerShellFacts ofCommand(WindowsEvent event) {
        String own = event.data("ContextInfo");
        return new PowerShellFacts(
                event,
                !own.isEmpty()
                        ? ContextInfo.read(own)
                        : hasFields(event) ? Map.of() : ContextInfo.readMessage(event.message()));
    }

    /// Of an event of the classic channel.
    static PowerShellFacts ofEngine(WindowsEvent event) {
        boolean pipeline = event.eventId() == PIPELINE;
        List<String> data = event.unnamed();
        int block = pipeline ? 1 : 2;
        if (data.size() > block) {
            return new PowerShellFacts(event, EngineText.read(data.get(block), pipeline));
        }
        return new PowerShellFacts(
                event,
                hasFields(event) ? Map.of() : EngineText.readMessage(event.message(), pipeline));
    }

    /// Whether an event was understood without the id of its engine's host.
    static boolean tellsNoHost(Event told) {
        PowerShellContext context =
                switch (told) {
                    case CommandRun run -> run.context();
                    case HostActivity activity -> activity.context();
                    default -> null;
                };
        return context == null || context.hostId().isEmpty();
    }

    /// Whether there is a text that should tell of the engine, but cannot be read.
    boolean unread() {
        boolean text =
                !event.data("ContextInfo").isEmpty()
                        || event.unnamed().stream().anyMatch(each -> each.contains("HostId="));
        return said.isEmpty() && text;
    }

    private static boolean hasFields(WindowsEvent event) {
        return !event.said("HostId").isEmpty();
    }

    /// Of an event that says nothing of its engine.
    static PowerShellFacts none(WindowsEvent event) {
        return new PowerShellFacts(event, Map.of("HostId", ""));
    }

    private String get(String name) {
        String text = said.isEmpty() ? event.said(name) : said.getOrDefault(name, "");
        return text.strip();
    }

    PowerShellContext context(String channel) {
        String user = get("User");
        return new PowerShellContext(
                event.eventId(),
                channel,
                event.computer(),
                event.recordId(),
                get("HostName"),
                get("HostApplication"),
                get("HostId").toLowerCase(Locale.ROOT),
                get("RunspaceId").toLowerCase(Locale.ROOT),
                user.isEmpty() ? get("UserId") : user,
                get("ConnectedUser"),
                get("CommandType"),
                get("ScriptName"));
    }

    /// `""` when no command is named.
    String command() {
        return get("CommandName");
    }

    /// The first command that a pipeline event (800) tells the call of; `""` when it tells none.
    String invoked() {
        String field = event.said("CommandInvocation");
        if (!field.isEmpty()) {
            return field;
        }
        List<String> details = event.unnamed();
        String text = details.isEmpty() ? event.message() : details.getLast();
        int from = text.indexOf(INVOCATION);
        int to = from < 0 ? -1 : text.indexOf(')', from);
        boolean sane = to > 0 && to - from < MAX_COMMAND;
        return sane ? text.substring(from + INVOCATION.length(), to).strip() : "";
    }

    ProcessIdentity process() {
        String application = get("HostApplication");
        return new ProcessIdentity(image(application), event.processId(), null, application);
    }

    /// The program of a command line: what stands in quotes, up to `.exe`, or before a blank.
    private static String image(String commandLine) {
        String line = commandLine.strip();
        if (line.startsWith("\"")) {
            int quote = line.indexOf('"', 1);
            return quote < 0 ? line.substring(1) : line.substring(1, quote);
        }
        int exe = line.toLowerCase(Locale.ROOT).indexOf(".exe");
        int blank = line.indexOf(' ');
        int end = exe >= 0 ? exe + ".exe".length() : blank;
        return end < 0 ? line : line.substring(0, end);
    }
}
