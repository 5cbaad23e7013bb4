package dev.fulgurite.detections;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.List;

/// Sets the hash of the commands in the order they ran.
@AutoService(PostProcessor.class)
public final class ScriptFingerprint implements PostProcessor {

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        return rows.stream().map(ScriptFingerprint::hashed).toList();
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
