package dev.fulgurite.investigation;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFileException;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packaged Cypher together with an analyst's own detections.
///
/// @param refused files that cannot even be read as Cypher files, with the place of the mistake
/// @param texts what each own file holds, byte by byte, by the id of its rule
record OwnRules(CypherLibrary library, List<RuleState> refused, SortedMap<String, String> texts) {

    private static final String ENDING = ".cypher";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,60}");

    static OwnRules in(@Nullable Path folder) {
        return folder == null
                ? new OwnRules(CypherLibrary.packaged(), List.of(), new TreeMap<>())
                : of(folder, texts(folder));
    }

    /// What the files of the folder hold, by the id of their rule: enough to see that nothing
    /// changed.
    static SortedMap<String, String> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvestigationException(Kind.UNKNOWN_PATH, folder + ": no such folder");
        }
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(OwnRules::isRule).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                texts.put(idOf(file), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw InvestigationException.file("cannot read", folder, e);
        }
        return texts;
    }

    /// @param texts of the folder's files
    static OwnRules of(Path folder, SortedMap<String, String> texts) {
        List<CypherFile> readable = new ArrayList<>();
        List<RuleState> refused = new ArrayList<>();
        texts.forEach((id, bytes) -> {
            Path file = folder.resolve(id + ENDING);
            try {
                String wrong = wrongId(id);
                if (!wrong.isEmpty()) {
                    throw new CypherFileException(file.toString(), 1, wrong);
                }
                String text = text(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
                readable.add(CypherLibrary.parse("detections", id, file.toString(), text));
            } catch (CypherFileException e) {
                refused.add(refused(file, e));
            }
        });
        return new OwnRules(CypherLibrary.packaged().plus(readable), refused, texts);
    }

    /// Why this cannot be the name of a rule's file; `""` when it can.
    static String wrongId(String id) {
        return ID.matcher(id).matches()
                ? ""
                : "a rule is named by small letters, digits and hyphens, such as scripts-at-night,"
                        + " not '"
                        + id
                        + "'";
    }

    private static boolean isRule(Path file) {
        return file.toString().endsWith(ENDING) && Files.isRegularFile(file);
    }

    private static String text(Path file, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, rest.position(), StandardCharsets.UTF_8);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw new CypherFileException(file.toString(), line, "this is not UTF-8");
        }
    }

    private static String idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    private static RuleState refused(Path file, CypherFileException e) {
        return RuleState.refused(
                idOf(file), "", List.of(String.valueOf(e.getMessage())), e.file(), e.line());
    }
}
