package dev.fulgurite.detections.linked;

import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Strings;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Fingerprints of the commands of one execution. `published` is that of the published rule
/// (commands in capitals, sorted, as often as they ran), `commandSet` forgets repetition.
record Fingerprints(String asRun, String published, String commandSet, String setAndSize) {

    /// @param size of the script file, `""` when it is not known
    static Fingerprints of(List<String> commands, String size) {
        List<String> capitals =
                commands.stream().map(c -> c.toUpperCase(Locale.ROOT)).sorted().toList();
        String set = Dynamic.text(List.copyOf(new TreeSet<>(capitals)));
        return new Fingerprints(
                Strings.sha256(commands),
                Strings.sha256(capitals),
                Strings.sha256(set),
                Strings.sha256(set + size));
    }
}
