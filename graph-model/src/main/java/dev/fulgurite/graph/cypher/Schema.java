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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /// What an observed element is to the event that brought it.
    public enum Role {
        /// Holds the event's columns and evidence.
        CARRIER,
        /// A relationship of the event's own, one for each.
        RELATION,
        /// An entity, or a relationship between entities that stands once whatever the number of
        /// events.
        NONE
    }

    private record Declared(Kind kind, Role role, Set<String> facts) {}

    private static final Pattern CONSTRAINT = Pattern.compile("CREATE CONSTRAINT (\\w+)");

    private final Map<String, Declared> labels = new TreeMap<>();
    private final Map<String, Declared> types = new TreeMap<>();
    private final List<List<String>> statementGroups;

    public Schema(CypherLibrary library) {
        for (CypherFile file : library.files("schema")) {
            Map<String, Declared> sort = isType(file.id()) ? types : labels;
            sort.put(
                    file.id(),
                    new Declared(
                            kindOf(file), roleOf(file), new TreeSet<>(file.headList("facts"))));
        }
        statementGroups =
                library.files("schema").stream()
                        .map(file ->
                                file.statements().stream().map(CypherFile.Statement::text).toList())
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

    /// Labels of the small nodes that hold an event each.
    public List<String> carrierLabels() {
        return with(labels, Role.CARRIER);
    }

    /// Types of the relationships that hold an event each.
    public List<String> carrierTypes() {
        return with(types, Role.CARRIER);
    }

    /// Types of the relationships that an event adds between its entities.
    public List<String> relationTypes() {
        return with(types, Role.RELATION);
    }

    /// Whether a type says what logs saw or what links concluded of it, not what the investigation
    /// itself wrote.
    public boolean bearsEvidence(String type) {
        Declared declared = types.get(type);
        return declared != null
                && (declared.kind() == Kind.OBSERVED || declared.kind() == Kind.DERIVED);
    }

    /// Whether each event has a relationship of this type of its own.
    public boolean repeats(String type) {
        Declared declared = types.get(type);
        return declared != null && declared.role() == Role.RELATION;
    }

    /// Properties of a label or type that are computed, not observed.
    public Set<String> facts(String labelOrType) {
        Declared declared =
                labels.containsKey(labelOrType) ? labels.get(labelOrType) : types.get(labelOrType);
        return declared == null ? Set.of() : declared.facts();
    }

    /// Constraints and indexes, each of which does nothing where it exists, by the label or type
    /// that they are for.
    public List<List<String>> statementGroups() {
        return statementGroups;
    }

    /// All of these, one after the other.
    public List<String> statements() {
        return statementGroups.stream().flatMap(List::stream).toList();
    }

    /// Names of the constraints.
    public List<String> constraints() {
        return statements().stream()
                .map(CONSTRAINT::matcher)
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /// Changes when any statement of the schema does.
    public String version() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            statements()
                    .forEach(statement -> sha.update(statement.getBytes(StandardCharsets.UTF_8)));
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

    private static Role roleOf(CypherFile file) {
        if (kindOf(file) != Kind.OBSERVED) {
            return Role.NONE;
        }
        return switch (file.head("event")) {
            case "carrier" -> Role.CARRIER;
            case "relation" -> Role.RELATION;
            case "none" -> Role.NONE;
            default ->
                    throw file.refused(
                            1,
                            "the head of an observed label or type says 'event: carrier', 'relation' or 'none'");
        };
    }

    private static List<String> with(Map<String, Declared> declared, Role role) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getValue().role() == role)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> observed(Map<String, Declared> declared) {
        return declared.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.OBSERVED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
