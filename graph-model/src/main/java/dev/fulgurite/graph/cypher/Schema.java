package dev.fulgurite.graph.cypher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What `cypher/schema` declares: the labels and relationship types of the graph, which of them are
/// observed (and so in the digest), and which properties of these are facts that Fulgurite computed
/// (and so are not).
public final class Schema {

    /// Where an element comes from. Only `OBSERVED` ones are in the digest.
    public enum Kind {
        OBSERVED,
        DERIVED,
        INVESTIGATION,
        EVIDENCE
    }

    private record Declared(Kind kind, Set<String> facts) {}

    private final Map<String, Declared> labels = new TreeMap<>();
    private final Map<String, Declared> types = new TreeMap<>();
    private final List<String> statements;

    public Schema(CypherLibrary library) {
        for (CypherFile file : library.files("schema")) {
            Map<String, Declared> sort = isType(file.id()) ? types : labels;
            sort.put(file.id(), new Declared(kindOf(file), new TreeSet<>(file.headList("facts"))));
        }
        statements =
                library.files("schema").stream()
                        .flatMap(file -> file.statements().stream())
                        .map(CypherFile.Statement::text)
                        .toList();
    }

    public Set<String> labels() {
        return labels.keySet();
    }

    public Set<String> types() {
        return types.keySet();
    }

    /// Labels whose nodes are in the digest, sorted.
    public List<String> observedLabels() {
        return observed(labels);
    }

    /// Relationship types that are in the digest, sorted.
    public List<String> observedTypes() {
        return observed(types);
    }

    /// Properties of a label or type that are computed, not observed.
    public Set<String> facts(String labelOrType) {
        Declared declared =
                labels.containsKey(labelOrType) ? labels.get(labelOrType) : types.get(labelOrType);
        return declared == null ? Set.of() : declared.facts();
    }

    /// Constraints and indexes, each of which does nothing where it exists.
    public List<String> statements() {
        return statements;
    }

    /// Changes when any statement of the schema does.
    public String version() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            statements.forEach(statement -> sha.update(statement.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isType(String id) {
        return id.chars().noneMatch(Character::isLowerCase);
    }

    private static Kind kindOf(CypherFile file) {
        return switch (file.head("kind")) {
            case "observed" -> Kind.OBSERVED;
            case "derived" -> Kind.DERIVED;
            case "investigation" -> Kind.INVESTIGATION;
            case "evidence" -> Kind.EVIDENCE;
            default ->
                    throw file.refused(
                            1, "the head's 'kind' is observed, derived, investigation or evidence");
        };
    }

    private static List<String> observed(Map<String, Declared> declared) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.OBSERVED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
