package dev.fulgurite.investigation;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFileException;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packaged Cypher together with an analyst's own detections.
///
/// @param refused files that cannot even be read as Cypher files, with the place of the mistake
record OwnRules(CypherLibrary library, List<RuleState> refused) {

    private static final String ENDING = ".cypher";

    static OwnRules in(@Nullable Path folder) {
        CypherLibrary packaged = CypherLibrary.packaged();
        if (folder == null) {
            return new OwnRules(packaged, List.of());
        }
        if (!Files.isDirectory(folder)) {
            throw new InvestigationException(Kind.UNKNOWN_PATH, folder + ": no such folder");
        }
        List<CypherFile> readable = new ArrayList<>();
        List<RuleState> refused = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.sorted().filter(OwnRules::isRule).toList()) {
                try {
                    readable.add(CypherLibrary.readFile("detections", file));
                } catch (CypherFileException e) {
                    refused.add(refused(file, e));
                }
            }
        } catch (IOException e) {
            throw new InvestigationException(Kind.FILE, "cannot read " + folder + ": " + e, e);
        }
        return new OwnRules(packaged.plus(readable), refused);
    }

    private static boolean isRule(Path file) {
        return file.toString().endsWith(ENDING) && Files.isRegularFile(file);
    }

    private static RuleState refused(Path file, CypherFileException e) {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.length() - ENDING.length());
        return new RuleState(
                id,
                "",
                null,
                List.of(),
                List.of(),
                RuleState.State.REFUSED,
                List.of(String.valueOf(e.getMessage())),
                e.file(),
                e.line(),
                null);
    }
}
