package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// What one log record says. A new kind of event is a new record here; the compiler then names the
/// places that must know it.
public sealed interface Event
        permits CloudActivity,
                SignIn,
                DirectoryChange,
                BehaviorAnomaly,
                FileChange,
                CommandRun,
                ProcessStart,
                Connection,
                Logon,
                ScriptBlockPart,
                HostActivity {

    /// The same for the same event in every export of it.
    String id();

    Instant at();

    /// The table it is a row of, by its Sentinel or Defender name; for a Windows event its channel.
    String table();

    /// The table's columns as written, without the time and the empty ones: text or `Long`.
    Map<String, Object> columns();

    /// Which of the known spellings of a column the record uses, as `column:spelling`: a query that
    /// compares texts sees some of them only.
    default Set<String> spellings() {
        return Set.of();
    }
}
