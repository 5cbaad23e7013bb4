package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happened, in a few words, and what stands for it.
final class MomentWords {

    private final Map<NodeRef, Node> shown;

    MomentWords(Map<NodeRef, Node> shown) {
        this.shown = shown;
    }

    String of(Moments.Draft draft) {
        return switch (draft.kind) {
            case "RAN", "EXECUTED" -> "ran " + or(draft.text, name(draft, "Command"));
            case "LOGGED_ON" -> logon(draft, " logged on to ");
            case "ATTEMPTED_LOGON" -> logon(draft, " failed to log on to ");
            case "CONNECTED" -> name(draft, "Host") + " connected to " + name(draft, "IpAddress");
            case "ScriptFile" -> name(draft, "ScriptFile") + " was written";
            case "PowerShellSession" -> name(draft, "PowerShellSession") + " began";
            case "SIGNED_IN", "SignIn" -> signIn(draft);
            case "FileEvent", "HostEvent", "ProcessEvent", "ON" -> record(draft);
            default -> cloud(draft);
        };
    }

    private String logon(Moments.Draft draft, String verb) {
        String how = draft.text.isEmpty() ? "" : " (" + draft.text + ")";
        return name(draft, "Account") + verb + name(draft, "Host") + how;
    }

    private String signIn(Moments.Draft draft) {
        Node record = draft.record;
        String done =
                record != null && Boolean.FALSE.equals(record.get("succeeded"))
                        ? " failed to sign in to "
                        : " signed in to ";
        return name(draft, "Caller") + done + name(draft, "SignIn");
    }

    private static String record(Moments.Draft draft) {
        Node record = draft.record;
        if (record == null) {
            return draft.kind;
        }
        Object action = record.get("ActionType");
        Object what = first(record, "FileName", "process", "eventId");
        String channel = Objects.toString(record.get("channel"), "");
        return action == null
                ? ("event " + Objects.toString(what, "") + " " + channel).strip()
                : (action + " " + Objects.toString(what, "")).strip();
    }

    /// An operation with how it stood, or another record of the cloud by its name.
    private String cloud(Moments.Draft draft) {
        for (String label : List.of("Operation", "DirectoryChange", "BehaviorAnomaly")) {
            String name = name(draft, label);
            if (!name.isEmpty()) {
                String status = draft.text;
                if (status.isEmpty() && draft.record != null) {
                    status = Objects.toString(draft.record.get("status"), "");
                }
                return status.isEmpty() ? name : name + ": " + status.toLowerCase(Locale.ROOT);
            }
        }
        Node record = draft.record;
        return record == null ? draft.kind : Wording.name(record);
    }

    /// The node shown that an event is told by: the command that ran rather than who ran it.
    NodeRef node(Moments.Draft draft) {
        Node record = draft.record;
        if (record != null) {
            return record.ref();
        }
        List<String> telling =
                switch (draft.kind) {
                    case "RAN", "EXECUTED" -> List.of("Command", "PowerShellSession", "Host");
                    case "LOGGED_ON", "ATTEMPTED_LOGON" -> List.of("Account", "Host");
                    case "CONNECTED" -> List.of("IpAddress", "Host");
                    case "ScriptFile", "PowerShellSession" -> List.of(draft.kind);
                    default -> List.of("Operation", "SignIn", "DirectoryChange", "BehaviorAnomaly");
                };
        for (String label : telling) {
            for (NodeRef ref : draft.about) {
                if (ref.label().equals(label)) {
                    return ref;
                }
            }
        }
        return draft.about.iterator().next();
    }

    /// What to ask for the event's record by.
    String ref(Moments.Draft draft, NodeRef node) {
        Node record = draft.record;
        if (record != null) {
            return record.ref().toString();
        }
        return switch (draft.kind) {
            case "ScriptFile", "PowerShellSession", "Operation" -> node.toString();
            default -> draft.kind + ":" + draft.id;
        };
    }

    private String name(Moments.Draft draft, String label) {
        for (NodeRef ref : draft.about) {
            Node node = shown.get(ref);
            if (node != null && ref.label().equals(label)) {
                return Wording.name(node);
            }
        }
        return "";
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static @Nullable Object first(Node node, String... properties) {
        for (String property : properties) {
            Object value = node.get(property);
            if (value != null && !value.toString().isEmpty()) {
                return value;
            }
        }
        return null;
    }
}
