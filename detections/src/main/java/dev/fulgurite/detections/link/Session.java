package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One session while its events are gathered, in any order.
final class Session {

    private static final Pattern SCRIPT =
            Pattern.compile("(?i)-file\\s+\"?(?:[^\"]*[\\\\/])?(script[0-9]{1,9}\\.ps1)");

    /// The virtual account of a JEA session bears the connected user's name: `winrm
    /// va_1_contoso_alice`.
    private static final Pattern VIRTUAL =
            Pattern.compile("(?i).*\\\\winrm va_[0-9]+_([^_\\\\]+)_([^\\\\]+)");

    /// A session keeps the evidence of its engine events, of its first and of its last command;
    /// each command keeps its own.
    private static final int KEPT_EVIDENCE = 50;

    private final String id;
    private final TreeSet<String> recordEvidence = new TreeSet<>();
    private long events;
    private @Nullable Row first;
    private @Nullable Row last;
    private @Nullable Row firstCommand;
    private @Nullable Row lastCommand;
    private final Map<String, Object> told = new LinkedHashMap<>();

    Session(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void add(Row event) {
        events++;
        first = earlier(first, event);
        last = later(last, event);
        if (event.text("kind").equals("command")) {
            firstCommand = earlier(firstCommand, event);
            lastCommand = later(lastCommand, event);
        } else {
            recordEvidence.addAll(event.list("evidence", String.class));
        }
        for (String column :
                List.of(
                        "process",
                        "commandLine",
                        "account",
                        "hostName",
                        "hostApplication",
                        "hostId",
                        "runspaceId",
                        "user",
                        "connectedUser")) {
            String value = event.text(column);
            told.merge(column, value, (had, now) -> best(had.toString(), now.toString()));
        }
        for (String column : List.of("processId", "processCreated", "parentId")) {
            Object value = event.get(column);
            if (value != null) {
                told.putIfAbsent(column, value);
            }
        }
    }

    /// Of two values that should be one, the same in any order of events: said before unsaid, else
    /// the lesser.
    private static String best(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Row earlier(@Nullable Row one, Row other) {
        return one == null || order(other, one) < 0 ? other : one;
    }

    private static Row later(@Nullable Row one, Row other) {
        return one == null || order(other, one) > 0 ? other : one;
    }

    private static int order(Row row, Row than) {
        int byTime = Sessions.time(row).compareTo(Sessions.time(than));
        return byTime != 0 ? byTime : row.text("event").compareTo(than.text("event"));
    }

    Instant end() {
        return Sessions.time(Objects.requireNonNull(last));
    }

    /// The machine and the host id of its PowerShell engine.
    String hostPlace() {
        return Objects.requireNonNull(first).text("machine") + "|" + told.get("hostId");
    }

    private String kind() {
        return id.substring(0, id.indexOf('|'));
    }

    /// A background job's host is called `ServerRemoteHost` too, but runs in another program.
    private boolean remote() {
        String program = String.valueOf(told.get("hostApplication")).toLowerCase(Locale.ROOT);
        boolean server = "ServerRemoteHost".equalsIgnoreCase(String.valueOf(told.get("hostName")));
        return "wsmprovhost.exe".equalsIgnoreCase(String.valueOf(told.get("process")))
                || (server && (program.isEmpty() || program.contains("wsmprovhost")));
    }

    private String script() {
        Matcher matcher = SCRIPT.matcher(String.valueOf(told.get("commandLine")));
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private String connectedUser() {
        String told = String.valueOf(this.told.get("connectedUser"));
        Matcher virtual = VIRTUAL.matcher(String.valueOf(this.told.get("account")));
        return told.isEmpty() && virtual.matches()
                ? virtual.group(1) + "\\" + virtual.group(2)
                : told;
    }

    private List<String> evidence() {
        TreeSet<String> all = new TreeSet<>();
        recordEvidence.stream().limit(KEPT_EVIDENCE).forEach(all::add);
        for (Row command : new @Nullable Row[] {firstCommand, lastCommand}) {
            if (command != null) {
                all.addAll(command.list("evidence", String.class));
            }
        }
        return List.copyOf(all);
    }

    Row row() {
        Row begin = Objects.requireNonNull(first);
        Instant start = Sessions.time(begin);
        boolean sure = !kind().equals("script");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("host", begin.text("host"));
        row.put("machine", begin.text("machine"));
        row.put("kind", kind());
        row.put("remote", remote());
        row.put("start", start);
        row.put("end", end());
        Object created = told.get("processCreated");
        row.put("started", sure && created != null ? created : start);
        row.put("events", events);
        row.putAll(told);
        row.put("connectedUser", connectedUser());
        row.put("processId", told.get("processId"));
        row.put("processCreated", created);
        row.put("parentId", told.get("parentId"));
        row.put("script", script());
        row.put("confidence", sure ? 1.0 : 0.5);
        row.put("reason", reason());
        row.put("evidence", evidence());
        return Row.of(row);
    }

    private String reason() {
        return switch (kind()) {
            case "runspace" -> "events of one host id and runspace id";
            case "process" -> "commands of one process id and start time";
            default -> "no process identity was logged: one command line on one machine";
        };
    }
}
