package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Sets the hash of the commands in the order they ran.
@AutoService(PostProcessor.class)
public final class ScriptFingerprint implements PostProcessor {

    /// Rows of executions by their time, then by what they name.
    static final Comparator<Row> IN_TIME =
            Comparator.comparing((Row row) -> Objects.requireNonNull(row.instant("at")))
                    .thenComparing(row -> row.text("CorrelationId"))
                    .thenComparing(row -> row.text("resourceId"))
                    .thenComparing(row -> row.text("PowershellFileName"))
                    .thenComparing(row -> row.text("firstEvent"));

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        return rows.stream().map(ScriptFingerprint::hashed).sorted(IN_TIME).toList();
    }

    private static Row hashed(Row row) {
        List<String> commands = row.list("PowershellScriptCommands", String.class);
        String hash =
                commands.isEmpty()
                        ? ""
                        : Fingerprints.of(commands, row.text("PowershellFileSize")).asRun();
        return row.with("ScriptFingerprintHash", hash);
    }
}
