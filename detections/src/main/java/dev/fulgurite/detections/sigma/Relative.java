package dev.fulgurite.detections.sigma;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.Set;

/// A rule of the family as it stands today, and how many events of a session it fires on.
enum Relative {
    MODULE("96b9f619", "PowerShell module") {
        @Override
        long fires(Row session) {
            return events(session, 4103);
        }
    },
    CLASSIC("60167e5c", "PowerShell engine start") {
        @Override
        long fires(Row session) {
            return events(session, 400);
        }
    },
    PROCESS("734f8d9b", "process of the session and its children") {
        @Override
        long fires(Row session) {
            return (long) session.list("processes", Node.class).size()
                    + session.list("started", Node.class).size();
        }
    },
    ACCEPTED("13acf386", "accepted connection") {
        @Override
        long fires(Row session) {
            return session.list("connections", Relationship.class).stream()
                    .filter(seen -> "44".equals(String.valueOf(seen.get("LayerRTID"))))
                    .count();
        }
    },
    OPENED("c539afac", "opened connection") {
        @Override
        long fires(Row session) {
            return session.list("connections", Relationship.class).stream()
                    .filter(seen -> Boolean.TRUE.equals(seen.get("initiated")))
                    .filter(seen -> seen.get("LayerRTID") == null)
                    .count();
        }
    },
    CHILD("5cc2cda8", "suspicious child") {
        @Override
        long fires(Row session) {
            return session.list("started", Node.class).stream()
                    .filter(child -> SUSPICIOUS.contains(String.valueOf(child.get("process"))))
                    .count();
        }
    };

    private static final Set<String> SUSPICIOUS =
            Set.of(
                    "cmd.exe",
                    "sh.exe",
                    "bash.exe",
                    "powershell.exe",
                    "pwsh.exe",
                    "wsl.exe",
                    "schtasks.exe",
                    "certutil.exe",
                    "whoami.exe",
                    "bitsadmin.exe");

    private final String id;
    private final String sees;

    /// @param id how the rule's id begins
    Relative(String id, String sees) {
        this.id = id;
        this.sees = sees;
    }

    abstract long fires(Row session);

    /// What it sees of a session, for people; `""` when it sees nothing.
    String told(Row session) {
        long times = fires(session);
        return times == 0 ? "" : id + " (" + sees + "): " + times;
    }

    private static long events(Row session, long number) {
        return session.list("eventIds", Long.class).stream().filter(id -> id == number).count();
    }
}
